namespace CloudNetPortal.Domain.Rules.Waivers;

/// <summary>
/// A waiver or an acknowledgement as far as judging needs it: which findings it covers, and until when. The form in which both leave the portal, so that
/// <c>cloudnet validate</c> counts what the portal counts.
/// </summary>
/// <param name="Id">The waiver or acknowledgement.</param>
/// <param name="IsWaiver">False for an acknowledgement.</param>
/// <param name="RuleId">The one rule.</param>
/// <param name="Case">The one case.</param>
/// <param name="Severity">The highest weight it covers.</param>
/// <param name="Fingerprints">Findings as they were when it was given.</param>
/// <param name="Causes">Places at which it also covers other values (“and future hosts”); empty for most.</param>
/// <param name="By">Names of the people.</param>
/// <param name="Sentence">Their reason.</param>
/// <param name="At">When it was given.</param>
/// <param name="Until">End of a waiver.</param>
public sealed record StandingAnswer(Guid Id, bool IsWaiver, string RuleId, string Case, Severity Severity, IReadOnlyList<string> Fingerprints, IReadOnlyList<string> Causes,
    string By, string Sentence, DateTimeOffset At, DateTimeOffset? Until)
{
    /// <summary>True when the finding is one that was answered for, and no worse than it was.</summary>
    public bool Covers(Finding finding) =>
        finding.RuleId == RuleId && finding.Case == Case && finding.Severity <= Severity && finding.Severity > Severity.Off && (IsWaiver || finding.Severity == Severity.Warning)
        && (Fingerprints.Contains(finding.Fingerprint) || Causes.Contains(finding.Cause));

    /// <summary>Findings with the answers that cover them. A waiver past its end leaves the finding open and says so.</summary>
    public static RuleResults Apply(RuleResults results, IReadOnlyCollection<StandingAnswer> answers, DateTimeOffset now) =>
        answers.Count == 0 ? results : new RuleResults([.. results.Findings.Select(f => Answered(f, answers, now))]);

    private static Finding Answered(Finding finding, IReadOnlyCollection<StandingAnswer> answers, DateTimeOffset now)
    {
        var covering = answers.Where(a => a.Covers(finding)).OrderByDescending(a => a.IsWaiver).ThenByDescending(a => a.Until ?? a.At).ThenBy(a => a.Id).ToList();
        var living = covering.Find(a => a.Until is null || a.Until > now);
        return living is not null ? finding with { Status = living.IsWaiver ? FindingStatus.Waived : FindingStatus.Acknowledged, Answer = living.ToAnswer() }
            : covering.Count > 0 ? finding with { Answer = covering[0].ToAnswer() }
            : finding;
    }

    private FindingAnswer ToAnswer() => new(Id, By, Sentence, At, Until);
}
