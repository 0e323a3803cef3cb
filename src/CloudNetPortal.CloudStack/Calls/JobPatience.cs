namespace CloudNetPortal.CloudStack.Calls;

/// <summary>How often and how long to look at a job.</summary>
public sealed record JobPatience
{
    /// <summary>The pause before the first look. Most jobs of a zone take less than a tenth of a second.</summary>
    public TimeSpan First { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How much longer each pause is than the one before.</summary>
    public double Growth { get; init; } = 1.4;

    /// <summary>The longest pause.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>When to give up on the job: an hour, after which CloudStack itself cancels one without progress.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromMinutes(65);

    /// <summary>How long the server may be away before the following stops and says so.</summary>
    public TimeSpan Outage { get; init; } = TimeSpan.FromMinutes(2);
}
