using System.Text;

namespace CloudNetPortal.Import.Reading;

/// <summary>A file as it was uploaded: its path, its bytes, and its text where it is text.</summary>
public sealed class ImportFile
{
    private string? _text;
    private readonly List<ImportProblem> _problems = [];

    /// <summary>A file from bytes.</summary>
    /// <param name="path">Path with forward slashes, as uploaded or as inside an archive: <c>kvm1/ip-j-d-link.json</c>.</param>
    /// <param name="bytes">Content.</param>
    public ImportFile(string path, ReadOnlyMemory<byte> bytes)
    {
        Path = path.Replace('\\', '/');
        Bytes = bytes;
    }

    /// <summary>A file from text, such as what was pasted.</summary>
    public ImportFile(string path, string text) : this(path, Encoding.UTF8.GetBytes(text)) { }

    /// <summary>Path with forward slashes.</summary>
    public string Path { get; }

    /// <summary>Content.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Last part of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Name of the folder it lies in, or null at the top.</summary>
    public string? Folder => Path.Split('/') is { Length: > 1 } parts ? parts[^2] : null;

    /// <summary>The content as text, without byte order mark, line ends as <c>\n</c>.</summary>
    public string Text => _text ??= Decode();

    /// <summary>What was wrong with the encoding; known after <see cref="Text"/> was read.</summary>
    public IReadOnlyList<ImportProblem> EncodingProblems => Text is null ? [] : _problems;

    /// <summary>True when the content has the marks of a binary file, such as a picture or an archive.</summary>
    public bool IsBinary
    {
        get
        {
            var head = Bytes.Span[..Math.Min(Bytes.Length, 4096)];
            return head.Length > 1 && (head[0], head[1]) is not ((0xFF, 0xFE) or (0xFE, 0xFF)) && head.Contains((byte)0);
        }
    }

    private string Decode()
    {
        var bytes = Bytes.Span;
        string text;
        if (bytes.StartsWith(stackalloc byte[] { 0xEF, 0xBB, 0xBF }))
            text = Strict(bytes[3..]);
        else if (bytes.StartsWith(stackalloc byte[] { 0xFF, 0xFE }))
            text = Encoding.Unicode.GetString(bytes[2..]);
        else if (bytes.StartsWith(stackalloc byte[] { 0xFE, 0xFF }))
            text = Encoding.BigEndianUnicode.GetString(bytes[2..]);
        else
            text = Strict(bytes);
        return text.Contains('\r') ? text.Replace("\r\n", "\n").Replace('\r', '\n') : text;
    }

    private string Strict(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new UTF8Encoding(false, true).GetString(bytes);
        }
        catch (DecoderFallbackException wrong)
        {
            var line = bytes[..Math.Clamp(wrong.Index, 0, bytes.Length)].Count((byte)'\n') + 1;
            _problems.Add(new(ProblemWeight.Error, "Wrong encoding", Path, line, null, null, Convert.ToHexStringLower(wrong.BytesUnknown ?? []),
                "The bytes are no UTF-8 text.", "Save the file as UTF-8 and import it again."));
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
