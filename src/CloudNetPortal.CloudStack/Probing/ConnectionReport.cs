namespace CloudNetPortal.CloudStack.Probing;

/// <summary>What a probe of a connection found, check by check, in the order in which causes are excluded.</summary>
public sealed record ConnectionReport(IReadOnlyList<ConnectionCheck> Checks)
{
    /// <summary>The version CloudStack gave.</summary>
    public string? Version { get; init; }

    /// <summary>How far the server's clock is ahead of ours (negative: behind), to the second.</summary>
    public TimeSpan? ClockSkew { get; init; }

    /// <summary>The commands these keys may use; empty when that could not be read.</summary>
    public IReadOnlySet<string> Commands { get; init; } = new HashSet<string>();

    /// <summary>True when every check passed or only warned.</summary>
    public bool Works => Checks.All(c => c.Result is CheckResult.Passed or CheckResult.Warning);
}
