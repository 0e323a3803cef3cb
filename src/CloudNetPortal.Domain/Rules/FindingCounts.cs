namespace CloudNetPortal.Domain.Rules;

/// <summary>How many findings there are of each standing: the one computation behind every number that is shown.</summary>
/// <param name="Errors">Errors that block.</param>
/// <param name="Warnings">Warnings nobody has answered.</param>
/// <param name="Advice">Advice.</param>
/// <param name="NotVerified">What could not be judged.</param>
/// <param name="Acknowledged">Acknowledged warnings.</param>
/// <param name="Waived">Waived findings.</param>
public sealed record FindingCounts(int Errors, int Warnings, int Advice, int NotVerified, int Acknowledged, int Waived)
{
    /// <summary>All findings.</summary>
    public int Total => Errors + Warnings + Advice + NotVerified + Acknowledged + Waived;

    /// <summary>Counts findings.</summary>
    public static FindingCounts Of(IEnumerable<Finding> findings)
    {
        var by = findings.CountBy(f => f.Standing).ToDictionary();
        int Count(Standing standing) => by.GetValueOrDefault(standing);
        return new(Count(Standing.Error), Count(Standing.Warning), Count(Standing.Advice), Count(Standing.NotVerified), Count(Standing.Acknowledged), Count(Standing.Waived));
    }

    /// <summary>“2 errors, 1 warning, 3 advice, 4 not verified, 1 acknowledged, 0 waived”.</summary>
    public override string ToString() =>
        $"{Errors} error{(Errors == 1 ? "" : "s")}, {Warnings} warning{(Warnings == 1 ? "" : "s")}, {Advice} advice, {NotVerified} not verified, {Acknowledged} acknowledged, {Waived} waived";
}
