using System.Collections.Concurrent;
using System.Linq.Expressions;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Store;
using CloudNetPortal.Store.Zones;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>
/// Drafts of zones as designs. A document of a large zone is long: it is fetched and read once for each of its versions, and everybody looks at the same object,
/// which nobody may change.
/// </summary>
internal sealed class Drafts
{
    private readonly ConcurrentDictionary<Guid, (int Version, ZoneDesign Design)> _known = new();

    /// <summary>Keeps the draft of that version, once it is stored.</summary>
    public void Keep(Guid zoneId, int version, ZoneDesign design) =>
        _known.AddOrUpdate(zoneId, (version, design), (_, known) => known.Version >= version ? known : (version, design));

    /// <summary>The zone with a later draft than that, when one is known; else what was given.</summary>
    public (ZoneHead Head, ZoneDesign Design) Newest(ZoneHead head, ZoneDesign design) =>
        _known.TryGetValue(head.Id, out var known) && known.Version > head.DraftVersion ? (head with { DraftVersion = known.Version }, known.Design) : (head, design);

    /// <summary>The draft of a zone that has been read.</summary>
    public ZoneDesign Of(Zone zone)
    {
        if (_known.TryGetValue(zone.Id, out var known) && known.Version == zone.DraftVersion)
            return known.Design;
        var design = zone.ReadDraft();
        Keep(zone.Id, zone.DraftVersion, design);
        return design;
    }

    /// <summary>A zone as it is now, with its draft; null when there is none.</summary>
    public async Task<(ZoneHead Head, ZoneDesign Design)?> Find(PortalDbContext db, Guid zoneId, CancellationToken cancel)
    {
        var zones = db.Zones.AsNoTracking().Where(zone => zone.Id == zoneId && zone.RemovedAt == null);
        if (_known.TryGetValue(zoneId, out var known) && await zones.Select(ZoneHead.Columns).SingleOrDefaultAsync(cancel) is { } head && head.DraftVersion == known.Version)
            return (head, known.Design);
        return await zones.SingleOrDefaultAsync(cancel) is { } zone ? (ZoneHead.Of(zone), Of(zone)) : null;
    }
}

/// <summary>A zone without its document.</summary>
/// <param name="Id">The zone.</param>
/// <param name="Name">Its name in lists.</param>
/// <param name="DraftVersion">Version of its draft.</param>
/// <param name="CloudId">The cloud it is meant for.</param>
/// <param name="PolicyPack">Name of the pack that judges it.</param>
public sealed record ZoneHead(Guid Id, string Name, int DraftVersion, Guid? CloudId, string PolicyPack)
{
    /// <summary>What is fetched for it.</summary>
    internal static Expression<Func<Zone, ZoneHead>> Columns { get; } = zone => new ZoneHead(zone.Id, zone.Name, zone.DraftVersion, zone.CloudId, zone.PolicyPack);

    /// <summary>Of a zone that has been read.</summary>
    public static ZoneHead Of(Zone zone) => new(zone.Id, zone.Name, zone.DraftVersion, zone.CloudId, zone.PolicyPack);
}
