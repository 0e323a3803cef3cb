using System.IO.Compression;
using System.Text.Json;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Store.Drift;

/// <summary>What a cloud listed of a zone when it was read last, whoever had it read: one row for each zone. Rules judge by it without asking the cloud.</summary>
public sealed class ZoneReading
{
    // Settings of a cloud and peers of its routers hold secrets, notes whatever people wrote; no rule reads them.
    private static readonly string[] NotKept = ["listConfigurations", ZoneSnapshot.ZoneSettings, "listBgpPeers", "listAnnotations"];

    public required Guid ZoneId { get; init; }

    /// <summary>The cloud that was read: a zone may get another.</summary>
    public required Guid CloudId { get; init; }

    /// <summary>Id of the zone there; null when it was not there.</summary>
    public string? CloudZoneId { get; init; }

    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>The lists, as gzipped JSON.</summary>
    public required byte[] Lists { get; init; }

    /// <summary>The reading that keeps a snapshot.</summary>
    public static ZoneReading Of(Guid zoneId, Guid cloudId, ZoneSnapshot snapshot)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
            JsonSerializer.Serialize(zip, snapshot.Lists.Where(l => !NotKept.Contains(l.Key)).ToDictionary(l => l.Key, l => l.Value));
        // PostgreSQL keeps microseconds: a moment must come back as it went in.
        var at = snapshot.ReadAt.ToUniversalTime();
        return new ZoneReading { ZoneId = zoneId, CloudId = cloudId, CloudZoneId = snapshot.ZoneId, ReadAt = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond)), Lists = packed.ToArray() };
    }

    /// <summary>The snapshot.</summary>
    public ZoneSnapshot Read()
    {
        using var zip = new GZipStream(new MemoryStream(Lists), CompressionMode.Decompress);
        var lists = JsonSerializer.Deserialize<Dictionary<string, List<JsonElement>>>(zip)!;
        return new ZoneSnapshot(CloudZoneId, ReadAt, lists.ToDictionary(l => l.Key, l => (IReadOnlyList<JsonElement>)l.Value, StringComparer.Ordinal));
    }
}
