namespace CloudNetPortal.Domain.Plans;

/// <summary>How a plan is to be carried out; part of its hash.</summary>
public sealed record PlanOptions
{
    /// <summary>Hosts in waves with health gates between them; null for all hosts as fast as their cluster takes them.</summary>
    public PlanWaves? Waves { get; init; }

    /// <summary>True when objects that were there before the portal, and are recorded, count as its own: they are removed once the design no longer has them.</summary>
    public bool OwnsImported { get; init; }

    /// <summary>Ids of single objects that the portal was told to own.</summary>
    public IReadOnlyList<string> Owns { get; init; } = [];

    /// <summary>Id of the portal that marks what it makes; null for no marks.</summary>
    public string? Mark { get; init; }
}

/// <summary>Waves of hosts: a few first, the others only when those are Up.</summary>
/// <param name="First">Hosts of each cluster in the first wave; at least 1.</param>
/// <param name="Size">Hosts of each cluster in each later wave; at least 1.</param>
public sealed record PlanWaves(int First = 1, int Size = 10)
{
    /// <summary>Wave of the host at this place in its cluster: 1 for the first.</summary>
    public int Of(int index) => index < Math.Max(1, First) ? 1 : 2 + ((index - Math.Max(1, First)) / Math.Max(1, Size));
}
