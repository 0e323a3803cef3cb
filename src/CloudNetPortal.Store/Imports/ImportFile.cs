using System.ComponentModel.DataAnnotations;

namespace CloudNetPortal.Store.Imports;

/// <summary>One file of an import, as it was brought.</summary>
public sealed class ImportFile
{
    /// <summary>Longest file taken, in bytes.</summary>
    public const int Longest = 20 * 1024 * 1024;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ImportRunId { get; init; }

    [MaxLength(500)]
    public required string Name { get; init; }

    public required byte[] Bytes { get; init; }

    [MaxLength(64)]
    public required string Sha256 { get; init; }
}
