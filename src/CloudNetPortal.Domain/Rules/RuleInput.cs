using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Snapshots;
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

    /// <summary>What the target cloud last listed of this very zone; null when it is not there or was not read.</summary>
    public ZoneSnapshot? Live { get; init; }

    /// <summary>What was last read from the target cloud; null when it was never read.</summary>
    public CloudFacts? Cloud { get; init; }

    /// <summary>Guest VLANs of this zone as the cloud has them; null when the zone is not there or was never read.</summary>
    public LiveVlans? LiveVlans { get; init; }
}

/// <summary>What rules need to know of the target cloud.</summary>
/// <param name="ReadAt">When it was read.</param>
/// <param name="ZoneNames">Names of its zones.</param>
/// <param name="Commands">Commands the push account may call (listApis).</param>
/// <param name="NetworkOfferings">Names of its network offerings.</param>
public sealed record CloudFacts(DateTimeOffset ReadAt, IReadOnlyList<string> ZoneNames, IReadOnlyList<string> Commands, IReadOnlyList<string> NetworkOfferings)
{
    /// <summary>Its network offerings with what they ask for; null when only their names were read.</summary>
    public IReadOnlyList<OfferingFacts>? Offerings { get; init; }

    /// <summary>Global settings by name; null when the keys may not read them.</summary>
    public IReadOnlyDictionary<string, string>? Settings { get; init; }

    /// <summary>System VM templates; null when not read.</summary>
    public IReadOnlyList<SystemVmTemplateFacts>? SystemVmTemplates { get; init; }

    /// <summary>Image stores of all zones; null when not read.</summary>
    public IReadOnlyList<ImageStoreFacts>? ImageStores { get; init; }

    /// <summary>Paths of its domains (ROOT/bank); null when not read.</summary>
    public IReadOnlyList<string>? Domains { get; init; }

    /// <summary>A setting, or null when it was not read or is not there.</summary>
    public string? Setting(string name) => Settings?.GetValueOrDefault(name);
}

/// <summary>A network offering of the cloud.</summary>
/// <param name="Name">Its name.</param>
/// <param name="GuestType">Isolated, Shared or L2.</param>
public sealed record OfferingFacts(string Name, string GuestType)
{
    /// <summary>Enabled, Disabled or Inactive.</summary>
    public string State { get; init; } = "Enabled";
    /// <summary>True when a network of it names its VLAN.</summary>
    public bool SpecifyVlan { get; init; }
    /// <summary>True when a network of it names its addresses.</summary>
    public bool SpecifyIpRanges { get; init; }
    /// <summary>Tags by which it finds a physical network; normally none or one.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
    /// <summary>Providers by service, such as SourceNat and VirtualRouter.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Services { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>True when networks can be made of it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsEnabled => string.Equals(State, "Enabled", StringComparison.OrdinalIgnoreCase);

    /// <summary>True when it has the service.</summary>
    public bool Has(string service) => Services.Keys.Contains(service, StringComparer.OrdinalIgnoreCase);
}

/// <summary>A system VM template.</summary>
/// <param name="Hypervisor">Hypervisor as CloudStack spells it.</param>
/// <param name="Zone">Name of the zone it is in; null for all.</param>
/// <param name="IsReady">True when it was downloaded.</param>
public sealed record SystemVmTemplateFacts(string Hypervisor, string? Zone, bool IsReady);

/// <summary>An image store of the cloud.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Provider">Provider, such as NFS.</param>
/// <param name="Url">Its URL, where it has one.</param>
/// <param name="Zone">Name of its zone; null when it serves the region.</param>
public sealed record ImageStoreFacts(string Name, string Provider, string? Url, string? Zone);
