using System.Text.Json;

namespace CloudNetPortal.Domain.Rules.Sources;

/// <summary>
/// Where a rule comes from, in detail: what the management server answers to what the rule refuses, where operators met it, and which chapters of the article
/// advise it. Data in <c>rule-sources.json</c>.
/// </summary>
/// <param name="Refusals">Answers of the management server that the rule spares.</param>
/// <param name="Reports">Public reports of what happens without it.</param>
/// <param name="Chapters">Chapters of “Understanding CloudStack's Physical Networking Architecture”.</param>
public sealed record RuleSources(IReadOnlyList<ServerRefusal> Refusals, IReadOnlyList<PublicReport> Reports, IReadOnlyList<string> Chapters)
{
    private static readonly RuleSources Nothing = new([], [], []);
    private static readonly Dictionary<string, RuleSources> ByRule = Load();

    /// <summary>Sources of a rule; empty lists when it is judgement alone.</summary>
    public static RuleSources Of(string ruleId) => ByRule.GetValueOrDefault(ruleId, Nothing);

    /// <summary>True when a text holds an answer of the server that the rule spares: so that an error message leads to its rule.</summary>
    public bool Answer(string text) => Refusals.Any(r => r.IsIn(text));

    /// <summary>Rules that have sources, for tests.</summary>
    public static IReadOnlyCollection<string> Rules => ByRule.Keys;

    private static Dictionary<string, RuleSources> Load()
    {
        using var stream = typeof(RuleSources).Assembly.GetManifestResourceStream("rule-sources.json")!;
        var file = JsonSerializer.Deserialize<SourcesFile>(stream, JsonSerializerOptions.Web)!;
        return file.Rules.ToDictionary(r => r.Key, r => new RuleSources(
            [.. (r.Value.Refusals ?? []).Select(id => new ServerRefusal(id, file.Refusals[id].Call, file.Refusals[id].Words))],
            [.. (r.Value.Reports ?? []).Select(name => new PublicReport(name, file.Reports[name]))],
            r.Value.Chapters ?? []), StringComparer.Ordinal);
    }

    private sealed record SourcesFile(Dictionary<string, RefusalRow> Refusals, Dictionary<string, string> Reports, Dictionary<string, RuleRow> Rules);

    private sealed record RefusalRow(string Call, IReadOnlyList<string> Words);

    private sealed record RuleRow(IReadOnlyList<string>? Refusals, IReadOnlyList<string>? Reports, IReadOnlyList<string>? Chapters);
}
