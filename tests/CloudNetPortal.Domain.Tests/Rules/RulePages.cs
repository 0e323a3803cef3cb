using System.Text;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Rules.Sources;

namespace CloudNetPortal.Domain.Tests.Rules;

/// <summary>Writes the page of each rule and the index out of the rules' own texts.</summary>
internal static class RulePages
{
    /// <summary>File name under docs/rules and its text, for every page.</summary>
    public static IEnumerable<(string File, string Text)> All()
    {
        foreach (var rule in RuleBook.Rules)
            yield return ($"{rule.Id}.md", Page(rule));
        yield return ("README.md", Index());
    }

    private static string Page(Rule rule)
    {
        var (text, sources) = (new StringBuilder(), RuleSources.Of(rule.Id));
        Line($"# {rule.Id}: {rule.Title}");
        Line("");
        Line($"Family {rule.Family} · team {rule.Team} · [all rules](README.md)");
        Line("");
        Line("## Why");
        Line("");
        Line(rule.Why);
        Line("");
        Line("## Rejected");
        Line("");
        Line(rule.Rejected);
        Line("");
        Line("## Accepted");
        Line("");
        Line(rule.Accepted);
        Line("");
        Line("## How to fix it");
        Line("");
        Line(rule.Cure);
        Line("");
        Line("## Severity");
        Line("");
        Line("| Case | Meaning | Production | Lab | Waiver |");
        Line("|---|---|---|---|---|");
        foreach (var c in rule.Cases)
            Line($"| {(c.Letter.Length == 0 ? "–" : c.Letter)} | {(c.Meaning.Length == 0 ? "the rule as it stands" : c.Meaning)} | {Word(c.Production)} | {Word(c.Lab)} | {(c.RefusedByServer ? "none: the server would refuse the call" : "possible")} |");
        Line("");
        Line("Where data is missing or too old the result is *not verified*, never passed.");
        Line("");
        Line("## Where it comes from");
        Line("");
        foreach (var origin in Enum.GetValues<RuleOrigins>().Where(o => o != RuleOrigins.None && rule.Origins.HasFlag(o)))
            Line($"- {Words(origin)}{(origin == RuleOrigins.Practice && sources.Chapters.Count > 0 ? $" {(sources.Chapters.Count == 1 ? "Chapter" : "Chapters")} {string.Join(" and ", sources.Chapters.Select(c => $"“{c}”"))}." : "")}");
        if (sources.Refusals.Count > 0)
        {
            Line("");
            Line("## What CloudStack would have answered");
            Line("");
            foreach (var refusal in sources.Refusals)
                foreach (var words in refusal.Words)
                    Line($"- {refusal.Call} ({refusal.Id}): `{words.Replace('`', '\'')}`");
        }
        if (sources.Reports.Count > 0)
        {
            Line("");
            Line("## Met by operators");
            Line("");
            foreach (var report in sources.Reports)
                Line($"- [{report.Name}]({report.Address}): {report.About}");
        }
        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }

    private static string Index()
    {
        var text = new StringBuilder("# Validation rules\n\nWritten by the tests out of the rules themselves: `CLOUDNET_WRITE_DOCS=1 tests/run.sh Domain`. One rule is one file under `src/CloudNetPortal.Domain/Rules`.\n");
        foreach (var family in RuleBook.Rules.GroupBy(r => r.Family))
        {
            text.Append("\n## ").Append(family.Key).Append("\n\n| Rule | Says | Production | Lab |\n|---|---|---|---|\n");
            foreach (var rule in family)
                text.Append($"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {Word(rule.Cases.Max(c => c.Production))} | {Word(rule.Cases.Max(c => c.Lab))} |\n");
        }
        return text.ToString();
    }

    private static string Word(Severity severity) => severity.ToString().ToLowerInvariant();

    private static string Words(RuleOrigins origin) => origin switch
    {
        RuleOrigins.Server => "The management server of CloudStack 4.23 refuses it.",
        RuleOrigins.Host => "The hypervisor host or its agent refuses it: when it is added, when it connects, or when a NIC is plugged.",
        RuleOrigins.AcceptedButBreaks => "CloudStack 4.23 accepts it, and it breaks later or does something else than was asked.",
        RuleOrigins.Practice => "Advice in “Understanding CloudStack's Physical Networking Architecture” (Paul Angus, ShapeBlue).",
        RuleOrigins.Catalogue => "Consistency of the catalogue.",
        RuleOrigins.Judgement => "Judgement of this portal.",
        _ => "Needs live data: LLDP, output of a host or switch, or a read of the cloud.",
    };
}
