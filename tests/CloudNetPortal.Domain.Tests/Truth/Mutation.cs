using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Truth;

/// <summary>One thing broken in a sound zone.</summary>
/// <param name="Name">What was done, in words.</param>
/// <param name="Base">The sound zone.</param>
/// <param name="Break">Breaks it.</param>
/// <param name="Expected">Rules that must speak, at least as a warning; no others may.</param>
/// <param name="Refusals">Rules of the management server (CS-nnn) that would refuse it, or that it would have to keep and does not.</param>
public sealed record Mutation(string Name, Func<DesignSketch> Base, Action<DesignSketch> Break, string Expected, string Refusals = "")
{
    /// <summary>Errors and warnings that the sound zone did not have.</summary>
    public IReadOnlyList<Finding> Findings()
    {
        var zone = Base();
        Break(zone);
        return Weighty(zone);
    }

    public static IReadOnlyList<Finding> Weighty(DesignSketch zone) =>
        [.. RuleBook.Judge(zone.Input).Findings.Where(f => f.Status == FindingStatus.Open && f.Severity >= Severity.Warning)];

    public static string Text(IEnumerable<Finding> findings) => string.Join('\n', findings.Select(f => $"{f.RuleId}{f.Case} {f.Severity} {f.Path}: {f.Message}"));
}
