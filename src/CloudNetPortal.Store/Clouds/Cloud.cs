using System.ComponentModel.DataAnnotations;

namespace CloudNetPortal.Store.Clouds;

/// <summary>A CloudStack the portal may read and push to. Secret keys are rows of their own, encrypted; here are only their references.</summary>
public sealed class Cloud
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    [Required, MaxLength(100)]
    public required string Name { get; set; }

    /// <summary>One of <see cref="CloudKinds"/>: decides whether anybody must approve.</summary>
    [Required, MaxLength(20)]
    public required string Kind { get; set; }

    /// <summary>Address of the API, such as http://server:8080/client/api.</summary>
    [Required, MaxLength(500)]
    public required string Endpoint { get; set; }

    /// <summary>API key pushes are made with.</summary>
    [MaxLength(200)]
    public string? PushKey { get; set; }

    /// <summary>Reference of the secret half of <see cref="PushKey"/>.</summary>
    [MaxLength(100)]
    public string? PushSecretRef { get; set; }

    /// <summary>API key reads are made with; null to read with the push key.</summary>
    [MaxLength(200)]
    public string? ReadKey { get; set; }

    /// <summary>Reference of the secret half of <see cref="ReadKey"/>.</summary>
    [MaxLength(100)]
    public string? ReadSecretRef { get; set; }

    /// <summary>What rules need to know of the cloud (CloudFacts as JSON), as last read; null when it was never read.</summary>
    public string? FactsJson { get; set; }

    public DateTimeOffset? FactsReadAt { get; set; }

    /// <summary>True for a cloud that came with sample data.</summary>
    public bool IsSample { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public uint Version { get; private set; }
}
