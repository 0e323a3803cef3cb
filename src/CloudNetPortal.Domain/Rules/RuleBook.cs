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
        var weight = rule.Cases.First(c => c.Letter == finding.Case);
        var severity = pack.Name == "lab" ? weight.Lab : weight.Production;
        // Not verified is a warning where the rule is an error, else advice; advice in the lab.
        if (finding.Status == FindingStatus.NotVerified)
            severity = pack.Name != "lab" && severity == Severity.Error ? Severity.Warning : Severity.Advice;
        return finding with { Severity = severity, Team = rule.Team, Why = finding.Why.Length > 0 ? finding.Why : rule.Why };
    }
}

/// <summary>Findings in a fixed order: severity, rule, path.</summary>
/// <param name="Findings">All of them.</param>
public sealed record RuleResults(IReadOnlyList<Finding> Findings)
{
    /// <summary>Open errors: they block submit and push.</summary>
    [JsonIgnore]
    public IReadOnlyList<Finding> Errors => [.. Findings.Where(f => f.Severity == Severity.Error && f.Status == FindingStatus.Open)];
    /// <summary>Open warnings.</summary>
    [JsonIgnore]
    public IReadOnlyList<Finding> Warnings => [.. Findings.Where(f => f.Severity == Severity.Warning && f.Status == FindingStatus.Open)];
    /// <summary>Findings that could not be judged.</summary>
    [JsonIgnore]
    public IReadOnlyList<Finding> NotVerified => [.. Findings.Where(f => f.Status == FindingStatus.NotVerified)];

    /// <summary>SHA-256 of all findings as they stand, bound by approvals.</summary>
    public string Hash() => CanonicalJson.Hash(Encoding.UTF8.GetBytes(string.Join('\n', Findings.Select(f => $"{f.RuleId}{f.Case}|{f.Severity}|{f.Status}|{f.Path}|{f.Message}"))));
}
