using System.ComponentModel.DataAnnotations;

namespace CloudNetPortal.Store.Zones;

/// <summary>One field that somebody changed in a draft.</summary>
public sealed class DraftEdit
{
    public long Id { get; private set; }

    public required Guid ZoneId { get; init; }

    /// <summary>Version of the draft that holds the edit.</summary>
    public required int DraftVersion { get; init; }

    /// <summary>Path in the design.</summary>
    [MaxLength(1000)]
    public required string Path { get; init; }

    /// <summary>What was there, as JSON; null for nothing.</summary>
    public string? FromJson { get; init; }

    /// <summary>What is there since, as JSON; null for nothing.</summary>
    public string? ToJson { get; init; }

    public required Guid By { get; init; }

    [MaxLength(100)]
    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }
}
