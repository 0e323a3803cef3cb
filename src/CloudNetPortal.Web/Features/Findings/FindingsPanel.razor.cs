using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace CloudNetPortal.Web.Features.Findings;

/// <summary>All findings of a design, grouped and filtered.</summary>
public sealed partial class FindingsPanel
{
    private const int AtOnce = 50, Fewest = 2, Groups = 20;
    private int groups = Groups;
    private string? wantedGroup;
    private readonly string whyId = "w" + Guid.NewGuid().ToString("n")[..8];
    private readonly HashSet<string> chosen = [];
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

    /// <summary>Whether links lead to its findings.</summary>
    [Parameter] public bool Anchored { get; set; }

    /// <summary>Fingerprint of the finding somebody came for: its group is shown whole.</summary>
    [Parameter] public string? Wanted { get; set; }

    /// <summary>Whether several findings can be chosen and answered together.</summary>
    [Parameter] public bool MayAnswer { get; set; }

    /// <summary>Fingerprints for which a waiver has been asked already.</summary>
    [Parameter] public IReadOnlySet<string> Waiting { get; set; } = new HashSet<string>();

    /// <summary>Takes note of the chosen warnings.</summary>
    [Parameter] public EventCallback<IReadOnlyList<Finding>> OnAcknowledge { get; set; }

    /// <summary>Asks for a waiver of the chosen findings.</summary>
    [Parameter] public EventCallback<IReadOnlyList<Finding>> OnWaive { get; set; }

    private List<Finding> Chosen => [.. Findings.Where(f => chosen.Contains(f.Fingerprint))];

    private string? WhyNotAcknowledge => Chosen.Find(f => f.Severity != Severity.Warning) is { } other ? $"{other.RuleId} is {(other.Severity == Severity.Error ? "an error: it is fixed or waived, not acknowledged." : "advice and needs no acknowledgement.")}" : null;

    private string? WhyNotWaive => Chosen.Select(f => f.RuleId).Distinct().Count() > 1 ? "A waiver is of one rule: choose findings of one rule."
        : Chosen.Find(IsRefusedByServer) is { } hard ? $"{hard.RuleId} cannot be waived: CloudStack would refuse the call." : null;

    private IReadOnlyList<Finding> Shown() => [.. Findings.Where(f => (standing.Length == 0 || f.Standing.ToString() == standing) && Says(f))];

    protected override void OnInitialized() => group = Group;

    protected override void OnParametersSet()
    {
        counts = FindingCounts.Of(Findings);
        if (Wanted is not null)
            Unfold(Wanted);
        // What was answered or mended is not chosen any more.
        if (chosen.Count > 0)
            chosen.IntersectWith(Findings.Where(IsAnswerable).Select(f => f.Fingerprint));
    }

    private void Unfold(string wanted)
    {
        var parts = Parts(Shown());
        if (parts.Select((part, i) => (part, i)).FirstOrDefault(p => p.part.Findings.Exists(f => f.Fingerprint == wanted)) is not { part: { } found } at)
            return;
        wantedGroup = found.Title;
        groups = Math.Max(groups, at.i + 1);
    }

    /// <summary>Open findings that a person answers: errors that may be waived, warnings, and what could not be judged of such weight.</summary>
    private bool IsAnswerable(Finding finding) => !Waiting.Contains(finding.Fingerprint) && finding.Status is FindingStatus.Open or FindingStatus.NotVerified && finding.Severity >= Severity.Warning && !IsRefusedByServer(finding);

    private static bool IsRefusedByServer(Finding finding) => finding.Severity == Severity.Error && RuleBook.Find(finding.RuleId)?.Cases.FirstOrDefault(c => c.Letter == finding.Case)?.RefusedByServer == true;

    private void Choose(IEnumerable<Finding> findings, bool on)
    {
        if (on)
            chosen.UnionWith(findings.Select(f => f.Fingerprint));
        else
            chosen.ExceptWith(findings.Select(f => f.Fingerprint));
    }

    private Task AcknowledgeChosen() => WhyNotAcknowledge is null ? OnAcknowledge.InvokeAsync(Chosen) : Task.CompletedTask;

    private Task WaiveChosen() => WhyNotWaive is null ? OnWaive.InvokeAsync(Chosen) : Task.CompletedTask;

    private void Search(string? typed) => text = typed ?? "";

    private bool Says(Finding finding)
    {
        if (string.IsNullOrWhiteSpace(text))
            return true;
        var all = $"{finding.RuleId}{finding.Case} {finding.Message} {finding.Team} {finding.Path} {RuleBook.Find(finding.RuleId)?.Title} {string.Join(' ', finding.Objects.Select(o => o.Name))}";
        return text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => all.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    // The heaviest group first, then by name. A finding that names several objects stands under each of them.
    private IReadOnlyList<Part> Parts(IReadOnlyList<Finding> shown) => [.. shown.SelectMany(f => Keys(f).Distinct().Select(key => (Key: key, Finding: f))).GroupBy(e => e.Key, e => e.Finding)
        .Select(g => new Part(g.Key, [.. g])).OrderBy(p => p.Findings.Min(f => f.Standing)).ThenBy(p => p.Title, StringComparer.Ordinal)];

    private IEnumerable<string> Keys(Finding finding) => group switch
    {
        "team" => [finding.Team],
        "place" => [ZoneSection.Find(ZoneSection.Of(finding)).Title],
        "object" => finding.Objects.Count == 0 ? ["The zone"] : finding.Objects.Select(o => $"{o.Kind} {o.Name}"),
        _ => [$"{finding.RuleId} {RuleBook.Find(finding.RuleId)?.Title}"],
    };

    private sealed record Part(string Title, List<Finding> Findings);
}
