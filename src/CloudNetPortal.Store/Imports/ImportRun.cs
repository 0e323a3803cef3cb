using System.ComponentModel.DataAnnotations;

namespace CloudNetPortal.Store.Imports;

/// <summary>Files somebody brought, what was read in them, and whether it was taken over.</summary>
public sealed class ImportRun
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid By { get; init; }

    [MaxLength(100)]
    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>inventory or zone.</summary>
    [MaxLength(20)]
    public required string Kind { get; init; }

    /// <summary>Choices and results of the import's steps, as JSON.</summary>
    public string StateJson { get; set; } = "{}";

    public DateTimeOffset? AcceptedAt { get; set; }

    public Guid? AcceptedBy { get; set; }

    public DateTimeOffset? DiscardedAt { get; set; }

    public List<ImportFile> Files { get; } = [];

    public uint Version { get; private set; }
}
