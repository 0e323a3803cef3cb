namespace CloudNetPortal.Domain.Zones;

/// <summary>Hosts of one hypervisor that can move instances among each other.</summary>
public sealed class Cluster : DesignObject
{
    /// <summary>Name, unique in its pod. VMware: host/datacenter/cluster.</summary>
    public string Name { get; set; } = "";
    /// <summary>Hypervisor as typed or imported; <see cref="Hypervisors.Hypervisor.Find"/> reads it without regard to case.</summary>
    public string Hypervisor { get; set; } = "KVM";
    /// <summary>CloudManaged, or ExternalManaged for VMware.</summary>
    public string ClusterType { get; set; } = "CloudManaged";
    /// <summary>CPU architecture; null for the server's default.</summary>
    public string? Architecture { get; set; }
    /// <summary>VMware: http://vcenter/datacenter/cluster.</summary>
    public string? Url { get; set; }
    /// <summary>VMware: user name at vCenter.</summary>
    public string? UserName { get; set; }
    /// <summary>Reference to the encrypted password.</summary>
    public string? PasswordRef { get; set; }
    /// <summary>Whom the cluster is kept for; null for everybody.</summary>
    public Owner? DedicatedTo { get; set; }
    /// <summary>Hosts.</summary>
    public List<Host> Hosts { get; set; } = [];
    /// <summary>Primary storage of the cluster.</summary>
    public List<PrimaryStorage> PrimaryStorages { get; set; } = [];
}
