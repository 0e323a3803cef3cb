using System.ComponentModel.DataAnnotations;

namespace CloudNetPortal.Store.Clouds;

/// <summary>An encrypted value. Documents, plans, logs and audit name it by its reference and never hold it.</summary>
public sealed class StoredSecret
{
    [MaxLength(100)]
    public required string Reference { get; init; }

    /// <summary>What it opens, for people: “host kvm1, password”.</summary>
    [MaxLength(200)]
    public string Purpose { get; set; } = "";

    /// <summary>As the portal's data protection wrote it.</summary>
    public required byte[] Encrypted { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ReplacedAt { get; set; }
}
