using System.ComponentModel.DataAnnotations;
using System.Text;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Store.Zones;

/// <summary>A frozen design: the bytes that were hashed, for ever. The database refuses to change or remove it.</summary>
public sealed class ZoneRevision
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ZoneId { get; init; }

    /// <summary>1, 2, 3 … within the zone.</summary>
    public required int Number { get; init; }

    /// <summary>Canonical JSON (RFC 8785) of the design.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>SHA-256 of <see cref="Bytes"/>, 64 lower-case hex digits.</summary>
    [MaxLength(64)]
    public required string Sha256 { get; init; }

    /// <summary>A copy for queries.</summary>
    public required string DocumentJson { get; init; }

    /// <summary>Why it was frozen: import, submit, request, sample.</summary>
    [MaxLength(20)]
    public required string Origin { get; init; }

    /// <summary>Version of the draft it was made of.</summary>
    public required int DraftVersion { get; init; }

    /// <summary>Everybody who edited the draft since the revision before.</summary>
    public required List<Guid> Authors { get; init; }

    public required Guid FrozenBy { get; init; }

    public required DateTimeOffset FrozenAt { get; init; }

    /// <summary>Freezes a design.</summary>
    public static ZoneRevision Of(ZoneDesign design, Zone zone, int number, string origin, Guid by, DateTimeOffset at)
    {
        var bytes = CanonicalJson.Bytes(design);
        return new ZoneRevision
        {
            ZoneId = zone.Id, Number = number, Bytes = bytes, Sha256 = CanonicalJson.Hash(bytes), DocumentJson = Encoding.UTF8.GetString(bytes), Origin = origin,
            DraftVersion = zone.DraftVersion, Authors = [.. zone.DraftAuthors], FrozenBy = by, FrozenAt = at,
        };
    }

    /// <summary>The frozen design.</summary>
    public ZoneDesign Read() => DesignJson.Read(Encoding.UTF8.GetString(Bytes));
}
