using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace CloudNetPortal.Web.Features.Findings;

/// <summary>All findings of a design, grouped and filtered.</summary>
public sealed partial class FindingsPanel
{
    private const int AtOnce = 50;
    private readonly HashSet<string> whole = [];
    private FindingCounts counts = FindingCounts.Of([]);
    private string text = "";
    private string standing = "";
    private string group = "rule";

    [Parameter, EditorRequired] public required IReadOnlyList<Finding> Findings { get; set; }

    /// <summary>How they are grouped at first: rule, object, team or place.</summary>
    [Parameter] public string Group { get; set; } = "rule";

    [Parameter] public bool MayFix { get; set; }

    [Parameter] public EventCallback<ChosenFix> OnFix { get; set; }

    /// <summary>The page of an object that a message names.</summary>
    [Parameter] public Func<ObjectRef, string?>? ObjectUrl { get; set; }

    /// <summary>The field in which a finding is mended.</summary>
    [Parameter] public Func<Finding, string?>? JumpUrl { get; set; }

    /// <summary>More buttons for a finding.</summary>
    [Parameter] public RenderFragment<Finding>? Actions { get; set; }

    private IReadOnlyList<Finding> shown => [.. Findings.Where(f => (standing.Length == 0 || f.Standing.ToString() == standing) && Says(f))];

    protected override void OnInitialized() => group = Group;

    protected override void OnParametersSet() => counts = FindingCounts.Of(Findings);

    private void Search(string? typed) => text = typed ?? "";

    private bool Says(Finding finding)
    {
        var all = $"{finding.RuleId}{finding.Case} {finding.Message} {finding.Team} {finding.Path} {RuleBook.Find(finding.RuleId)?.Title} {string.Join(' ', finding.Objects.Select(o => o.Name))}";
        return text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => all.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    // The heaviest group first, then by name. A finding that names several objects stands under each of them.
    private IEnumerable<Part> Parts() => shown.SelectMany(f => Keys(f).Distinct().Select(key => (Key: key, Finding: f))).GroupBy(e => e.Key, e => e.Finding)
        .Select(g => new Part(g.Key, [.. g])).OrderBy(p => p.Findings.Min(f => f.Standing)).ThenBy(p => p.Title, StringComparer.Ordinal);

    private IEnumerable<string> Keys(Finding finding) => group switch
    {
        "team" => [finding.Team],
        "place" => [ZoneSection.Find(ZoneSection.Of(finding)).Title],
        "object" => finding.Objects.Count == 0 ? ["The zone"] : finding.Objects.Select(o => $"{o.Kind} {o.Name}"),
        _ => [$"{finding.RuleId} {RuleBook.Find(finding.RuleId)?.Title}"],
    };

    private List<Finding> Cut(Part part) => whole.Contains(part.Title) ? part.Findings : [.. part.Findings.Take(AtOnce)];

    private sealed record Part(string Title, List<Finding> Findings);
}
