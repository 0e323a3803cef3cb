using CloudNetPortal.Push.Journals;

namespace CloudNetPortal.Push.Tests.Journals;

public sealed class FileJournalTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"journal-{Guid.NewGuid():N}.jsonl");
    private static readonly DateTimeOffset At = new(2026, 8, 30, 12, 0, 0, TimeSpan.Zero);

    private static readonly JournalEntry[] OneOfEach =
    [
        new RunStarted(At, new string('b', 64), "worker"),
        new StepIntent(At, "s", 1, Guid.Parse("0b9b4f0e-6a0f-4a43-9f5b-5a4a52a0c001")),
        new StepSent(At, "s", 1),
        new StepJob(At, "s", "job", "object"),
        new StepNotSent(At, "s", "no connection"),
        new StepResult(At, "s", StepEffect.Adopted, new Dictionary<string, string> { ["id"] = "i" }),
        new StepObserved(At, "s", [new Proof("s", "Thing", "name", "a", null, false, "/zone/name")], new Dictionary<string, string> { ["id"] = "i" }),
        new StepRefused(At, "s", 431, 4350, "line\nbreak and ä"),
        new StepAmbiguous(At, "s", [new Candidate("c", new Dictionary<string, string> { ["name"] = "n" })]),
        new OperatorChose(At, "s", null),
        new RunEnded(At, PushOutcomeKind.Completed),
    ];

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task Append_EveryKind_ComesBackTheSame()
    {
        await using (var journal = await FileJournal.OpenAsync(_path))
            foreach (var entry in OneOfEach) await journal.AppendAsync(entry);
        await using var again = await FileJournal.OpenAsync(_path);
        Assert.Equal(OneOfEach.Select(JournalJson.Write), (await again.ReadAsync()).Select(JournalJson.Write));
        Assert.Equal(OneOfEach.Select(e => e.GetType()), (await again.ReadAsync()).Select(e => e.GetType()));
    }

    [Fact]
    public async Task Open_LastLineTornAtEveryByte_KeepsWhatWasWhole()
    {
        await using (var journal = await FileJournal.OpenAsync(_path))
            foreach (var entry in OneOfEach[..3]) await journal.AppendAsync(entry);
        var whole = await File.ReadAllBytesAsync(_path);
        var secondEnd = Array.LastIndexOf(whole, (byte)'\n', whole.Length - 2) + 1;
        for (var length = secondEnd; length < whole.Length; length += 7)
        {
            await File.WriteAllBytesAsync(_path, whole[..length]);
            await using var torn = await FileJournal.OpenAsync(_path);
            Assert.Equal(2, (await torn.ReadAsync()).Count);
            await torn.AppendAsync(OneOfEach[10]);
        }
        await using var last = await FileJournal.OpenAsync(_path);
        Assert.IsType<RunEnded>((await last.ReadAsync())[2]);
    }

    [Fact]
    public async Task Open_DamagedInTheMiddle_SaysWhichLine()
    {
        await File.WriteAllTextAsync(_path, JournalJson.Write(OneOfEach[0]) + "\nnot json\n" + JournalJson.Write(OneOfEach[2]) + "\n");
        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() => FileJournal.OpenAsync(_path));
        Assert.Contains("line 2", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_AlreadyOpen_IsFenced()
    {
        await using var first = await FileJournal.OpenAsync(_path);
        await Assert.ThrowsAsync<FencedException>(() => FileJournal.OpenAsync(_path));
    }
}
