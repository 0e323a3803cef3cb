using System.Text;
using System.Text.Json.Serialization;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Rules;

/// <summary>Runs all rules and gives findings their severity. All rules always run.</summary>
public static class RuleBook
{
    /// <summary>All rules, by id.</summary>
    public static IReadOnlyList<Rule> Rules { get; } = [.. Discovery.Of<Rule>().OrderBy(r => r.Id, StringComparer.Ordinal)];

    /// <summary>Judges a design.</summary>
    public static RuleResults Judge(RuleInput input)
    {
        var facts = new RuleFacts(input);
        return Settle(Rules.Select(rule => (rule, (IReadOnlyList<Finding>)[.. rule.Judge(facts)])), input.Pack);
    }

    /// <summary>Weighs what rules found, lets the more special rule speak, and puts all in order.</summary>
    internal static RuleResults Settle(IEnumerable<(Rule Rule, IReadOnlyList<Finding> Found)> found, PolicyPack pack)
    {
        var judged = found.SelectMany(r => r.Found.Select(f => Weigh(r.Rule, f, pack))).Where(f => f.Severity != Severity.Off).ToList();
        var findings = Precedence.Settle(judged);
        return new RuleResults([.. findings.OrderByDescending(f => f.Severity).ThenBy(f => f.RuleId, StringComparer.Ordinal).ThenBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Message, StringComparer.Ordinal)]);
    }

    /// <summary>The rule of that id, or null.</summary>
    public static Rule? Find(string id) => Rules.FirstOrDefault(r => r.Id == id);

    private static Finding Weigh(Rule rule, Finding finding, PolicyPack pack)
    {
        var severity = pack.SeverityOf(rule, finding);
        return finding with { Severity = severity, Team = rule.Team, Why = finding.Why.Length > 0 ? finding.Why : rule.Why };
    }
}

/// <summary>Findings in a fixed order: severity, rule, path.</summary>
/// <param name="Findings">All of them.</param>
public sealed record RuleResults(IReadOnlyList<Finding> Findings)
{
    /// <summary>Errors that nobody has waived: they block submit and push.</summary>
    [JsonIgnore]
    public IReadOnlyList<Finding> Errors => [.. Findings.Where(f => f.Standing == Standing.Error)];
    /// <summary>Warnings that nobody has acknowledged or waived: they block approval.</summary>
    [JsonIgnore]
    public IReadOnlyList<Finding> Warnings => [.. Findings.Where(f => f.Standing == Standing.Warning)];
    /// <summary>Findings that could not be judged.</summary>
    [JsonIgnore]
    public IReadOnlyList<Finding> NotVerified => [.. Findings.Where(f => f.Standing == Standing.NotVerified)];
    /// <summary>How many of each standing.</summary>
    [JsonIgnore]
    public FindingCounts Counts => FindingCounts.Of(Findings);

    /// <summary>SHA-256 of all findings as they stand, with the waivers that cover them, bound by approvals.</summary>
    public string Hash() => CanonicalJson.Hash(Encoding.UTF8.GetBytes(string.Join('\n', Findings.Select(f => $"{f.RuleId}{f.Case}|{f.Severity}|{f.Status}|{f.Path}|{f.Message}{Waiver(f)}"))));

    // A warning that somebody else acknowledges anew is the same warning; a waiver with another end is not the same waiver.
    private static string Waiver(Finding finding) => finding is { Status: FindingStatus.Waived, Answer: { } answer } ? $"|{answer.Id} {answer.Until:O}" : "";
}
