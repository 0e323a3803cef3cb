using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.Push;

/// <summary>How long the runner waits for what.</summary>
public sealed record PushPatience
{
    /// <summary>How long CloudStack may be away or unclear before the run ends as unreachable.</summary>
    public TimeSpan Outage { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The first pause when CloudStack is away; it doubles up to <see cref="LongestPause"/>.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest pause between two tries.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Upper limit for waiting until a lost call can no longer land; unset: what the plan says for each step. Only a practice cloud, whose calls are quick, should be given less.</summary>
    public TimeSpan? LandingLimit { get; init; }

    /// <summary>How long a field that reads back otherwise is looked at again before it counts as different.</summary>
    public TimeSpan Settling { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often a step is tried when CloudStack refuses it for a passing reason or its answer is lost.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>How jobs are followed.</summary>
    public JobPatience Jobs { get; init; } = new();
}
