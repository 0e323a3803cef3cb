namespace CloudNetPortal.Domain.Zones;

/// <summary>A pod: hosts that share a management subnet.</summary>
public sealed class Pod : DesignObject
{
    /// <summary>Name, unique in the zone.</summary>
    public string Name { get; set; } = "";
    /// <summary>Gateway of the management subnet; null in an edge zone.</summary>
    public string? Gateway { get; set; }
    /// <summary>Netmask of the management subnet.</summary>
    public string? Netmask { get; set; }
    /// <summary>The design's word that hosts of the pod have their management address elsewhere and are reached through a router (CNP4011, CNP7006).</summary>
    public bool RoutedManagement { get; set; }
    /// <summary>Whom the pod is kept for; null for everybody.</summary>
    public Owner? DedicatedTo { get; set; }
    /// <summary>Management ranges for system VMs; the first one is created with the pod, further ones by their own call.</summary>
    public List<ManagementRange> ManagementRanges { get; set; } = [];
    /// <summary>Storage ranges: give secondary storage VMs a NIC of their own for secondary storage.</summary>
    public List<StorageRange> StorageRanges { get; set; } = [];
    /// <summary>Guest ranges of a basic zone.</summary>
    public List<GuestRange> GuestRanges { get; set; } = [];
    /// <summary>Clusters.</summary>
    public List<Cluster> Clusters { get; set; } = [];
}

/// <summary>Addresses for system VMs on the management network, in the subnet of the pod.</summary>
public sealed class ManagementRange : DesignObject
{
    /// <summary>First address.</summary>
    public string StartIp { get; set; } = "";
    /// <summary>Last address.</summary>
    public string? EndIp { get; set; }
    /// <summary>True when kept for system VMs.</summary>
    public bool ForSystemVms { get; set; }
    /// <summary>VLAN as typed. KVM, XenServer and VMware ignore it (CNP5008).</summary>
    public string? Vlan { get; set; }
}

/// <summary>Addresses for secondary storage VMs on the storage network.</summary>
public sealed class StorageRange : DesignObject
{
    /// <summary>Gateway of the storage subnet.</summary>
    public string Gateway { get; set; } = "";
    /// <summary>Its netmask.</summary>
    public string Netmask { get; set; } = "";
    /// <summary>First address.</summary>
    public string StartIp { get; set; } = "";
    /// <summary>Last address.</summary>
    public string? EndIp { get; set; }
    /// <summary>VLAN as typed; empty for untagged. Open vSwitch ignores it.</summary>
    public string? Vlan { get; set; }
}

/// <summary>Addresses for instances of a pod in a basic zone.</summary>
public sealed class GuestRange : DesignObject
{
    /// <summary>Gateway.</summary>
    public string Gateway { get; set; } = "";
    /// <summary>Netmask.</summary>
    public string Netmask { get; set; } = "";
    /// <summary>First address.</summary>
    public string StartIp { get; set; } = "";
    /// <summary>Last address.</summary>
    public string? EndIp { get; set; }
    /// <summary>VLAN as typed; must be empty or <c>untagged</c> in a basic zone.</summary>
    public string? Vlan { get; set; }
}
