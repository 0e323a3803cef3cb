using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Web.Shared;

/// <summary>A finding where its object is drawn or listed: rule, severity, a few words for the badge and the whole sentence.</summary>
/// <param name="RuleId">Rule.</param>
/// <param name="Severity">What it weighs.</param>
/// <param name="Words">What stands in the badge.</param>
/// <param name="Sentence">The finding's sentence.</param>
public sealed record PartProblem(string RuleId, Severity Severity, string Words, string Sentence)
{
    /// <summary>A waived one is shown, and counts as no error.</summary>
    public FindingStatus Status { get; init; } = FindingStatus.Open;

    /// <summary>The finding in its list; null where nobody can follow it.</summary>
    public string? Url { get; init; }

    /// <summary>True when it is an error that nobody has waived.</summary>
    public bool IsError => Severity == Severity.Error && Status != FindingStatus.Waived;

    /// <summary>Error, Warning, Advice or Waived.</summary>
    public string Word => Status == FindingStatus.Waived ? "Waived" : Severity.ToString();

    /// <summary>The finding as a badge has it.</summary>
    public static PartProblem Of(Finding finding, string? url)
    {
        // The few words beside the rule that say most: which VLANs are lost.
        var words = finding.Objects.FirstOrDefault(o => o.Kind == "vlan") is { } lost ? $"{finding.RuleId} · {lost.Name} missing" : finding.RuleId;
        return new PartProblem(finding.RuleId, finding.Severity, finding.Status == FindingStatus.Waived ? $"{finding.RuleId} · waived" : words, finding.Message) { Status = finding.Status, Url = url };
    }

    /// <summary>Whether a finding is shown at its object: open or answered ones that weigh, and waived ones.</summary>
    public static bool IsShown(Finding finding) => finding.Status is FindingStatus.Open or FindingStatus.Acknowledged or FindingStatus.Waived && finding.Severity > Severity.Advice;

    /// <summary>Open before waived, errors before warnings.</summary>
    public static IEnumerable<PartProblem> Sorted(IEnumerable<PartProblem> problems) => problems.OrderBy(p => p.Status == FindingStatus.Waived).ThenByDescending(p => p.Severity).ThenBy(p => p.RuleId, StringComparer.Ordinal);
}
