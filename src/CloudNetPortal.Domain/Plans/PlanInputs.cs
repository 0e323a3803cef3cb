using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Domain.Plans;

/// <summary>What a plan is made against, besides design and catalogue.</summary>
public sealed record PlanInputs
{
    /// <summary>What is on the cloud now; null when nobody looked: then the plan is that of a new zone.</summary>
    public ZoneSnapshot? Snapshot { get; init; }

    /// <summary>Ids that earlier pushes or an import recorded, by step key.</summary>
    public IReadOnlyDictionary<string, string> KnownIds { get; init; } = new Dictionary<string, string>();

    /// <summary>Ids of objects that the portal made or was told to own; only these are ever removed.</summary>
    public IReadOnlySet<string> Owned { get; init; } = new HashSet<string>();

    /// <summary>Answers to questions of an earlier plan: step key and id, null for none of the candidates.</summary>
    public IReadOnlyDictionary<string, string?> Answers { get; init; } = new Dictionary<string, string?>();

    /// <summary>How it is to be carried out.</summary>
    public PlanOptions Options { get; init; } = new();
}
