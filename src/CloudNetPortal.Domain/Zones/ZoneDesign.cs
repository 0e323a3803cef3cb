namespace CloudNetPortal.Domain.Zones;

/// <summary>
/// What a zone should be, as one document: the draft people edit, the frozen revision that is approved, and the export format. Values hold what was
/// typed or imported, right or wrong; rules judge them. Every object has an <see cref="DesignObject.Id"/> that never changes, so that paths, plan steps
/// and conflicts do not depend on names or order. Its JSON form has a published schema (docs/zone-design.schema.json) and a version.
/// </summary>
public sealed class ZoneDesign : DesignObject
{
    /// <summary>The version this program writes.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>Version of the document's shape; older ones are upcast on reading.</summary>
    public int SchemaVersion { get; set; } = CurrentSchemaVersion;

    /// <summary>Zone name, unique on the cloud without regard to case.</summary>
    public string Name { get; set; } = "";

    /// <summary>Key of the zone kind: <c>Basic</c>, <c>Advanced</c>, <c>AdvancedSecurityGroups</c> or <c>Edge</c>.</summary>
    public string Kind { get; set; } = "Advanced";

    /// <summary>DNS server for guests, IPv4.</summary>
    public string? Dns1 { get; set; }
    /// <summary>Second DNS server for guests.</summary>
    public string? Dns2 { get; set; }
    /// <summary>DNS server for system VMs, reached over the management network.</summary>
    public string? InternalDns1 { get; set; }
    /// <summary>Second DNS server for system VMs.</summary>
    public string? InternalDns2 { get; set; }
    /// <summary>DNS server for guests, IPv6.</summary>
    public string? Ip6Dns1 { get; set; }
    /// <summary>Second IPv6 DNS server.</summary>
    public string? Ip6Dns2 { get; set; }
    /// <summary>Default CIDR of isolated guest networks (advanced zones only).</summary>
    public string? GuestCidr { get; set; }
    /// <summary>Network domain of guest networks, such as cs1.example.net (createZone <c>domain</c>).</summary>
    public string? NetworkDomain { get; set; }
    /// <summary>Whom the zone is dedicated to; null for everybody.</summary>
    public Owner? DedicatedTo { get; set; }
    /// <summary>True when instances may have volumes on the hosts' own disks.</summary>
    public bool LocalStorageEnabled { get; set; }
    /// <summary>True when the zone is handed over enabled.</summary>
    public bool EnableZone { get; set; } = true;

    /// <summary>When a change may interrupt a zone that runs, in words: <c>2026-03-07 22:00–23:00 UTC</c>; null when none is agreed (CNP1013).</summary>
    public string? Interruption { get; set; }
    /// <summary>Subnets, peers and AS numbers for routed networks; null when the zone has none.</summary>
    public RoutedNetworking? Routing { get; set; }

    /// <summary>Physical networks.</summary>
    public List<PhysicalNetwork> PhysicalNetworks { get; set; } = [];
    /// <summary>Public ranges (or, in a basic zone with elastic addresses, theirs).</summary>
    public List<PublicRange> PublicRanges { get; set; } = [];
    /// <summary>Guest networks that belong to the zone itself: the one of a basic zone, the shared ones of a zone with security groups.</summary>
    public List<GuestNetwork> GuestNetworks { get; set; } = [];
    /// <summary>Pods.</summary>
    public List<Pod> Pods { get; set; } = [];
    /// <summary>Primary storage for the whole zone.</summary>
    public List<PrimaryStorage> PrimaryStorages { get; set; } = [];
    /// <summary>Secondary storage (image stores).</summary>
    public List<SecondaryStorage> SecondaryStorages { get; set; } = [];
    /// <summary>Staging stores in front of object storage.</summary>
    public List<SecondaryStorage> StagingStores { get; set; } = [];
    /// <summary>The VMware datacenter of the zone; at most one.</summary>
    public VmwareDatacenter? VmwareDatacenter { get; set; }
    /// <summary>Settings of the whole cloud that are to be set first. They concern every zone: off unless somebody turns them on.</summary>
    public List<GlobalSetting> GlobalSettings { get; set; } = [];
    /// <summary>Key and value pairs stored with the zone (updateZone details).</summary>
    public List<Detail> Details { get; set; } = [];
}

/// <summary>Whom something is dedicated to.</summary>
public sealed class Owner
{
    /// <summary>Path of the CloudStack domain, such as ROOT/bank.</summary>
    public string? Domain { get; set; }
    /// <summary>Account in that domain; null for the whole domain.</summary>
    public string? Account { get; set; }
    /// <summary>Project; never together with an account.</summary>
    public string? Project { get; set; }
}

/// <summary>A key and a value; a secret value is a reference, see <see cref="SecretRef"/>.</summary>
public sealed class Detail : DesignObject
{
    /// <summary>Key.</summary>
    public string Key { get; set; } = "";
    /// <summary>Value as sent; null when it is secret.</summary>
    public string? Value { get; set; }
    /// <summary>Reference to the encrypted value.</summary>
    public string? SecretRef { get; set; }
}

/// <summary>A setting of the whole cloud.</summary>
public sealed class GlobalSetting : DesignObject
{
    /// <summary>Name, such as expunge.delay.</summary>
    public string Name { get; set; } = "";
    /// <summary>Value as text.</summary>
    public string? Value { get; set; }
    /// <summary>True when the push is to set it. Off after an import: it concerns every zone of the cloud.</summary>
    public bool Apply { get; set; }
}
