using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudNetPortal.Domain.Rules;

/// <summary>Findings in the form that code scanners exchange: SARIF 2.1.0, one run for all zones.</summary>
public static class SarifReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="zones">Zones with their findings.</param>
    /// <param name="artifact">Where the design is: a file for <c>cloudnet</c>, an address for the portal.</param>
    /// <param name="toolVersion">Version of the product.</param>
    /// <param name="ruleUrl">The page of a rule.</param>
    public static JsonObject Of(IReadOnlyList<(string Zone, RuleResults Results)> zones, string artifact, string toolVersion, Func<string, string> ruleUrl)
    {
        var rules = zones.SelectMany(z => z.Results.Findings).Select(f => f.RuleId).Distinct().Order(StringComparer.Ordinal).ToList();
        return new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["name"] = "CloudNetPortal", ["version"] = toolVersion, ["rules"] = new JsonArray([.. rules.Select(id => (JsonNode)Describe(id, ruleUrl))]),
                    },
                },
                ["artifacts"] = new JsonArray(new JsonObject { ["location"] = new JsonObject { ["uri"] = artifact } }),
                ["results"] = new JsonArray([.. zones.SelectMany(z => z.Results.Findings.Select(f => (JsonNode)Result(z.Zone, f, rules.IndexOf(f.RuleId), artifact)))]),
                ["columnKind"] = "utf16CodeUnits",
            }),
        };
    }

    private static JsonObject Describe(string id, Func<string, string> ruleUrl)
    {
        var rule = RuleBook.Find(id)!;
        return new JsonObject
        {
            ["id"] = id, ["name"] = rule.GetType().Name, ["shortDescription"] = Text(rule.Title), ["fullDescription"] = Text(rule.Why), ["help"] = Text(rule.Cure), ["helpUri"] = ruleUrl(id),
            ["properties"] = new JsonObject { ["team"] = rule.Team, ["family"] = rule.Family },
        };
    }

    private static JsonObject Result(string zone, Finding finding, int rule, string artifact)
    {
        // What could not be judged is neither good nor bad: SARIF calls it “open”, and allows no level for it.
        var unknown = finding.Status == FindingStatus.NotVerified && finding.Severity < Severity.Error;
        var result = new JsonObject
        {
            ["ruleId"] = finding.RuleId, ["ruleIndex"] = rule, ["kind"] = unknown ? "open" : "fail",
            ["level"] = unknown ? "none" : finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" },
            ["message"] = Text(finding.Message),
            ["locations"] = new JsonArray(new JsonObject
            {
                ["physicalLocation"] = new JsonObject { ["artifactLocation"] = new JsonObject { ["uri"] = artifact, ["index"] = 0 } },
                ["logicalLocations"] = new JsonArray(new JsonObject { ["fullyQualifiedName"] = finding.Path.Length == 0 ? zone : $"{zone}/{finding.Path}", ["kind"] = "element" }),
            }),
            ["partialFingerprints"] = new JsonObject { ["cloudnetFinding/v1"] = finding.Fingerprint },
            ["properties"] = new JsonObject
            {
                ["zone"] = zone, ["case"] = finding.Case, ["team"] = finding.Team, ["standing"] = finding.Standing.ToString(), ["why"] = finding.Why,
                ["evidence"] = new JsonArray([.. finding.Evidence.Select(e => (JsonNode)JsonValue.Create(e)!)]),
                ["fixes"] = new JsonArray([.. finding.Ways.Select(f => (JsonNode)Way(f))]),
            },
        };
        if (finding is { Status: FindingStatus.Waived or FindingStatus.Acknowledged, Answer: { } answer })
        {
            result["suppressions"] = new JsonArray(new JsonObject
            {
                ["kind"] = "external", ["status"] = "accepted", ["justification"] = $"{answer.By}: {answer.Sentence}{(answer.Until is { } end ? $" (waived until {end.UtcDateTime:yyyy-MM-dd})" : "")}",
            });
        }
        return result;
    }

    // The standard's own “fixes” replace text of a file; these change fields, so they travel as properties.
    private static JsonObject Way(Fix fix)
    {
        var way = new JsonObject { ["kind"] = JsonSerializer.SerializeToNode(fix.Kind), ["title"] = fix.Title };
        if (fix.Choices.Count > 0)
            way["choices"] = new JsonArray([.. fix.Choices.Select(c => (JsonNode)JsonValue.Create(c.Note is { Length: > 0 } note ? $"{c.Title} ({note})" : c.Title)!)]);
        if (fix.Input is { } input)
            way["asks"] = input.Label;
        if (fix.Manual is { } manual)
            way["manual"] = manual;
        return way;
    }

    private static JsonObject Text(string text) => new() { ["text"] = text };
}
