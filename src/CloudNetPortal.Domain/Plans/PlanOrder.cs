namespace CloudNetPortal.Domain.Plans;

/// <summary>What of a plan has to come before what.</summary>
public static class PlanOrder
{
    /// <summary>Keys of the steps that must be done before this one: those it says, and those whose ids it uses.</summary>
    public static IEnumerable<string> Needs(PlanStep step) =>
        step.After.Concat(References(step).Select(a => a.Step).OfType<string>()).Where(k => k != step.Key).Distinct();

    /// <summary>Every argument of a step, wherever it stands.</summary>
    public static IEnumerable<PlanArgument> References(PlanStep step) =>
    [
        .. step.Arguments,
        .. step.Lookup?.Arguments ?? [],
        .. step.Lookup?.Match ?? [],
        .. step.ReadBack?.Arguments ?? [],
        .. step.ReadBack?.Match ?? [],
        .. step.ReadBack?.Expect.Select(e => e.Value) ?? [],
        .. step.Wait?.Arguments ?? [],
        .. step.Wait?.Match ?? [],
        .. step.Wait?.Until.Select(e => e.Value) ?? [],
    ];

    /// <summary>Throws when a step is there twice or needs one that does not come before it: a defect of ours, better found here than in the middle of a push.</summary>
    public static void Check(IReadOnlyList<PlanStep> steps)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            if (Needs(step).FirstOrDefault(n => !seen.Contains(n)) is { } missing)
                throw new InvalidOperationException($"Step {step.Key} needs {missing}, which does not come before it.");
            if (!seen.Add(step.Key))
                throw new InvalidOperationException($"Step {step.Key} is there twice.");
        }
    }
}
