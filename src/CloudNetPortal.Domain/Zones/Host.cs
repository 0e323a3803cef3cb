namespace CloudNetPortal.Domain.Zones;

/// <summary>A hypervisor host of a cluster: linked to a device of the catalogue by name, or known by its URL only.</summary>
public sealed class Host : DesignObject
{
    /// <summary>Name of the catalogue device (the physical host); null when only the URL is known.</summary>
    public string? Device { get; set; }
    /// <summary>URL sent to addHost: http://address. Null: made of the logical host's management address.</summary>
    public string? Url { get; set; }
    /// <summary>User name for addHost.</summary>
    public string? UserName { get; set; }
    /// <summary>Reference to the encrypted password.</summary>
    public string? PasswordRef { get; set; }
    /// <summary>Whom the host is kept for; null for everybody.</summary>
    public Owner? DedicatedTo { get; set; }
    /// <summary>Host tags.</summary>
    public List<string> Tags { get; set; } = [];
    /// <summary>Bare metal: MAC address of the machine.</summary>
    public string? HostMac { get; set; }
    /// <summary>Bare metal: number of CPUs.</summary>
    public string? CpuNumber { get; set; }
    /// <summary>Bare metal: CPU speed in MHz.</summary>
    public string? CpuSpeed { get; set; }
    /// <summary>Bare metal: memory in MiB.</summary>
    public string? Memory { get; set; }
}
