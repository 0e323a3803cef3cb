namespace CloudNetPortal.Domain.Zones;

/// <summary>A storage pool for volumes. Which NIC of a host carries it is decided by routing, never by a label.</summary>
public sealed class PrimaryStorage : DesignObject
{
    /// <summary>Name.</summary>
    public string Name { get; set; } = "";
    /// <summary>URL: nfs://host/path, rbd://…, as typed.</summary>
    public string Url { get; set; } = "";
    /// <summary>Scope: cluster or zone; null follows from where it stands in the design.</summary>
    public string? Scope { get; set; }
    /// <summary>Hypervisor of a zone-wide pool.</summary>
    public string? Hypervisor { get; set; }
    /// <summary>Provider; null for CloudStack's default.</summary>
    public string? Provider { get; set; }
    /// <summary>Storage tags, comma separated.</summary>
    public string? Tags { get; set; }
    /// <summary>Key and value pairs of the provider.</summary>
    public List<Detail> Details { get; set; } = [];
}
