using System.Text;
using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Truth;

/// <summary>
/// A design with what is expected of it, one file in Designs: <c>find RULE words</c> must be found with these words in its message; <c>also RULE reason</c> is a
/// finding beyond what the source says, looked at and judged true; <c>absent</c> is a fault of the source that cannot be written down, with the fact that is missing;
/// <c>fact</c> is something the source does not say and the case had to choose.
/// </summary>
public sealed record DesignCase(string Id, IReadOnlyList<(string Rule, string Words)> Finds, IReadOnlyList<(string Rule, string Reason)> Also, IReadOnlyList<string> Absent, IReadOnlyList<Finding> Findings)
{
    public static string Folder { get; } = Testing.RepositoryFiles.Beside("Designs");
    public static IEnumerable<string> Ids => Directory.EnumerateFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);

    public static DesignCase Read(string id)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, id + ".txt")).Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#').ToList();
        var sketch = DesignSketch.Read(lines.Where(l => !Said(l, "find") && !Said(l, "also") && !Said(l, "absent") && !Said(l, "fact")));
        return new DesignCase(id, [.. lines.Where(l => Said(l, "find")).Select(Split)], [.. lines.Where(l => Said(l, "also")).Select(Split)],
            [.. lines.Where(l => Said(l, "absent")).Select(l => l[7..])], RuleBook.Judge(sketch.Input).Findings);
    }

    private IEnumerable<Finding> Open => Findings.Where(f => f.Status == FindingStatus.Open);
    private static string Name(Finding finding) => finding.RuleId + finding.Case;
    private static bool Is((string Rule, string Text) said, Finding finding) => said.Rule == finding.RuleId || said.Rule == Name(finding);

    /// <summary>Faults the source names and no finding tells.</summary>
    public IEnumerable<string> NotFound => Finds.Where(e => !Open.Any(f => Is(e, f) && f.Message.Contains(e.Words, StringComparison.Ordinal))).Select(e => $"not found: {e.Rule} “{e.Words}”");
    /// <summary>Findings nobody has judged yet.</summary>
    public IEnumerable<string> Unjudged => Open.Where(f => !Finds.Any(e => Is(e, f)) && !Also.Any(a => Is(a, f))).Select(f => $"not judged: {Name(f)} {f.Severity} {f.Message}");
    /// <summary>Judgements of findings that are no more.</summary>
    public IEnumerable<string> Stale => Also.Where(a => !Open.Any(f => Is(a, f))).Select(a => $"no such finding any more: {a.Rule}");

    /// <summary>A row of the table: design, expected, found, extra, not encodable.</summary>
    public string Row => new StringBuilder("| ").Append(Id).Append(" | ").AppendJoin("<br>", Finds.Select(e => $"{e.Rule} “{e.Words}”"))
        .Append(" | ").Append(Finds.Count - NotFound.Count()).Append(" of ").Append(Finds.Count).Append(" | ").AppendJoin("<br>", Also.Select(a => $"{a.Rule} {a.Reason}"))
        .Append(" | ").AppendJoin("<br>", Absent).Append(" |").ToString();

    private static bool Said(string line, string word) => line.StartsWith(word + ' ', StringComparison.Ordinal);

    private static (string Rule, string Text) Split(string line)
    {
        var parts = line.Split(' ', 3);
        return (parts[1], parts.Length > 2 ? parts[2] : "");
    }
}
