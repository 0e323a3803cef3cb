using System.Text;
using System.Text.Json;

namespace CloudNetPortal.Push.Journals;

/// <summary>
/// A journal in an append-only file, one JSON object a line, on disk before an append returns. A last line torn by a crash is cut off on opening: it
/// was never acknowledged, so nothing was sent because of it. The open file is locked, which is its fence: a second process cannot open it.
/// </summary>
public sealed class FileJournal : IPushJournal, IAsyncDisposable
{
    private readonly FileStream _file;
    private readonly List<JournalEntry> _entries;

    private FileJournal(FileStream file, List<JournalEntry> entries) => (_file, _entries) = (file, entries);

    /// <summary>Opens or creates the journal.</summary>
    /// <exception cref="FencedException">Another process has it open.</exception>
    /// <exception cref="InvalidDataException">A line before the last is no journal entry: the file is not a journal, or was damaged.</exception>
    public static async Task<FileJournal> OpenAsync(string path, CancellationToken cancel = default)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (File.Exists(path))
        {
            throw new FencedException($"{path} is in use by another push.", e);
        }
        try
        {
            return new FileJournal(file, await ReadAndMendAsync(file, path, cancel));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<JournalEntry>> ReadAsync(CancellationToken cancel = default) => Task.FromResult<IReadOnlyList<JournalEntry>>([.. _entries]);

    /// <inheritdoc/>
    public Task AppendAsync(JournalEntry entry, CancellationToken cancel = default) => AppendAsync([entry], cancel);

    /// <inheritdoc/>
    public async Task AppendAsync(IReadOnlyList<JournalEntry> entries, CancellationToken cancel = default)
    {
        // One write for all lines, then down to the disk. Never cancelled half way: a torn line in the middle would make the file unreadable.
        await _file.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(entries.Select(e => JournalJson.Write(e) + "\n"))), CancellationToken.None);
        _file.Flush(flushToDisk: true);
        _entries.AddRange(entries);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private static async Task<List<JournalEntry>> ReadAndMendAsync(FileStream file, string path, CancellationToken cancel)
    {
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes, cancel);
        var whole = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        List<JournalEntry> entries = [];
        var number = 0;
        foreach (var line in Encoding.UTF8.GetString(bytes, 0, whole).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            number++;
            try
            {
                entries.Add(JournalJson.Read(line));
            }
            catch (JsonException e)
            {
                throw new InvalidDataException($"{path}, line {number}: not a journal entry. Nothing was sent; the file is damaged or not a journal.", e);
            }
        }
        file.SetLength(whole);
        file.Seek(whole, SeekOrigin.Begin);
        return entries;
    }
}
