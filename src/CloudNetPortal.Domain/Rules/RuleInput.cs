using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Rules;

/// <summary>Everything a judgement depends on: equal input gives equal findings.</summary>
/// <param name="Design">The design that is judged.</param>
/// <param name="Catalogue">Hosts, switches and cables.</param>
/// <param name="Pack">Policy pack.</param>
/// <param name="Now">The moment ages are counted from.</param>
public sealed record RuleInput(ZoneDesign Design, CatalogueSnapshot Catalogue, PolicyPack Pack, DateTimeOffset Now)
{
    /// <summary>Other designs for the same cloud, for what must be unique across zones.</summary>
    public IReadOnlyList<ZoneDesign> OtherZones { get; init; } = [];

    /// <summary>What was last read from the target cloud; null when it was never read.</summary>
    public CloudFacts? Cloud { get; init; }
}

/// <summary>What rules need to know of the target cloud.</summary>
/// <param name="ReadAt">When it was read.</param>
/// <param name="ZoneNames">Names of its zones.</param>
/// <param name="Commands">Commands the push account may call (listApis).</param>
/// <param name="NetworkOfferings">Names of its network offerings.</param>
public sealed record CloudFacts(DateTimeOffset ReadAt, IReadOnlyList<string> ZoneNames, IReadOnlyList<string> Commands, IReadOnlyList<string> NetworkOfferings);
