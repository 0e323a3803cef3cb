namespace CloudNetPortal.Domain.Zones;

/// <summary>An image store or staging store: templates, ISO images and snapshots. What CloudStack calls storage traffic runs to it.</summary>
public sealed class SecondaryStorage : DesignObject
{
    /// <summary>Name; null lets CloudStack use the URL.</summary>
    public string? Name { get; set; }
    /// <summary>URL: nfs://host/path; null for object stores.</summary>
    public string? Url { get; set; }
    /// <summary>Provider: NFS, SMB, S3, Swift. All stores of a cloud share one.</summary>
    public string? Provider { get; set; }
    /// <summary>Key and value pairs of the provider.</summary>
    public List<Detail> Details { get; set; } = [];
}
