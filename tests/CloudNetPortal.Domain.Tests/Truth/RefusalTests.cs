using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CloudNetPortal.Domain.Rules.Sources;
using CloudNetPortal.Testing;

namespace CloudNetPortal.Domain.Tests.Truth;

/// <summary>Every refusal of a management server that a design causes is told before the push: a broken zone shows it, or docs/rules/not-covered.md says why not.</summary>
public sealed partial class RefusalTests(ITestOutputHelper output)
{
    private static readonly string[] Page = File.ReadAllLines(RepositoryFiles.At("docs", "rules", "not-covered.md"));
    private static readonly HashSet<string> Met = Mutations.All.SelectMany(m => Number().Matches(m.Refusals)).Select(m => m.Value).ToHashSet();
    private static readonly IReadOnlyList<string> Explained = [.. Page.Where(l => l.StartsWith("| CS-", StringComparison.Ordinal)).SelectMany(l => Number().Matches(l.Split('|')[1])).Select(m => m.Value)];
    private static readonly IReadOnlyList<string> Words = [.. Page.SkipWhile(l => !l.StartsWith("| Words", StringComparison.Ordinal)).Skip(2).Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Select(l => l.Split('|')[1].Trim())];

    // Words of the running server that the list of messages has otherwise or not at all.
    private static readonly (string Words, string Rule)[] Otherwise = [("uri.scheme is null", "CS-1210"), ("StoragePoolType.", "CS-1203"), ("ClusterType.", "CS-1005"), ("For input string", "CS-519"), ("image store has to be associated with a data center", "CS-1208")];

    [Fact]
    public void NotCovered_NamesNothingThatAFindingTells()
    {
        Assert.Equal("", string.Join(' ', Explained.Where(Met.Contains).Distinct()));
        Assert.Equal("", string.Join(' ', RuleSources.Rules.SelectMany(r => RuleSources.Of(r).Refusals).Select(r => r.Id).Where(Explained.Contains).Distinct()));
        Assert.NotEmpty(Words);
        Assert.True(Met.Count >= 130, $"{Met.Count} refusals are met by a broken zone.");
    }

    /// <summary>Rows of what a running server was seen to take: only what a design can say; the others are about calls, races and reading back.</summary>
    [Theory, InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8), InlineData(12), InlineData(13), InlineData(20)]
    public void Laxness_OfTheServer_IsRefusedByUs(int row)
    {
        var met = Mutations.All.Where(m => m.Refusals.Split(' ').Contains($"seen-{row}")).ToList();
        Assert.NotEmpty(met);
        Assert.All(met, m => Assert.NotEmpty(m.Findings()));
    }

    [Fact]
    public void SharedServerRules_EveryOne_IsMetByAFindingOrExplained()
    {
        var rules = Rules().Select(r => r.Id).ToList();
        output.WriteLine($"{rules.Count(Met.Contains)} of {rules.Count} met by a finding, {rules.Count(Explained.Contains)} explained.");
        Assert.Equal("", string.Join(' ', rules.Where(r => !Met.Contains(r) && !Explained.Contains(r))));
        Assert.Equal("", string.Join(' ', Met.Concat(Explained).Distinct().Except(rules)));
    }

    [Fact]
    public void SharedTranscripts_EveryRefusal_IsMetByAFindingOrExplained()
    {
        var rules = Rules().SelectMany(r => r.Messages.Select(m => (r.Id, Text: new Regex(Pattern(m), RegexOptions.Singleline | RegexOptions.CultureInvariant)))).ToList();
        var (met, explained, open) = (0, 0, new SortedSet<string>(StringComparer.Ordinal));
        foreach (var (text, isJob) in Refusals())
        {
            var known = rules.Where(r => r.Text.IsMatch(text)).Select(r => r.Id).Concat(Otherwise.Where(o => text.Contains(o.Words, StringComparison.Ordinal)).Select(o => o.Rule)).Distinct().ToList();
            if (known.Exists(Met.Contains))
                met++;
            else if (known.Exists(Explained.Contains) || Words.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)))
                explained++;
            else
                open.Add($"{(isJob ? "job " : "")}{text} [{string.Join(' ', known)}]");
        }
        output.WriteLine($"{met} refusals met by a finding, {explained} explained.");
        Assert.True(met > 0 && open.Count == 0, string.Join('\n', open));
    }

    private static IEnumerable<(string Id, IReadOnlyList<string> Messages)> Rules() =>
        JsonNode.Parse(File.ReadAllText(RepositoryFiles.Shared("cloudstack/server-rules.json")))!["rules"]!.AsArray()
            .Select(r => ((string)r!["id"]!, (IReadOnlyList<string>)[.. r["messages"]!.AsArray().Select(m => (string)m!)]));

    // {x} stands for an inserted value; a message that is nothing but values would match everything.
    private static string Pattern(string message) =>
        Value().Replace(message, "").Trim().Length < 8 ? "(?!)" : string.Join(".*", Value().Split(message).Select(p => Regex.Escape(p.Trim())));

    private static IEnumerable<(string Text, bool IsJob)> Refusals()
    {
        foreach (var line in Directory.EnumerateFiles(RepositoryFiles.Shared("cloudstack/transcripts"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines))
        {
            var call = JsonNode.Parse(line)!;
            var answer = call["json"] as JsonObject is { Count: > 0 } body ? body.First().Value as JsonObject : null;
            if ((int?)call["status"] is { } status and not 200)
                yield return ((string?)answer?["errortext"] ?? (string?)call["text"] ?? $"{status}", false);
            else if ((string?)answer?["jobstatus"]?.ToString() == "2")
                yield return ((string?)(answer["jobresult"] as JsonObject)?["errortext"] ?? "no result", true);
        }
    }

    [GeneratedRegex(@"CS-\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Value();
}
