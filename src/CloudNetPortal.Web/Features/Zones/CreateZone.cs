using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones.Kinds;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Store.Zones;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>Starts a zone with an empty draft, or with one that somebody brings.</summary>
internal sealed class CreateZone(IDbContextFactory<PortalDbContext> store, LiveUpdates updates, TimeProvider time)
{
    public async Task<Answer<Guid>> Execute(Caller caller, NewZone wanted, CancellationToken cancel = default)
    {
        if (!caller.MayDesignZones())
            return Refusals.NotADesigner;
        var design = wanted.Design ?? new ZoneDesign { Name = wanted.Name.Trim(), Kind = wanted.Kind };
        if (design.Name.Length is 0 or > 255)
            return new Refused("The zone needs a name of at most 255 characters.");
        if (ZoneKind.Find(design.Kind) is null && wanted.Design is null)
            return new Refused($"“{design.Kind}” is no kind of zone. Kinds: {string.Join(", ", ZoneKind.All.Select(kind => kind.Key))}.");
        if (PolicyPack.Find(wanted.PolicyPack) is null)
            return new Refused($"“{wanted.PolicyPack}” is no policy pack. Packs: production, lab.");

        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        if (wanted.CloudId is { } cloud && !await db.Clouds.AnyAsync(c => c.Id == cloud, cancel))
            return Refusals.NoCloud;
        var now = time.GetUtcNow();
        var zone = new Zone { Name = design.Name, Kind = design.Kind, CloudId = wanted.CloudId, PolicyPack = wanted.PolicyPack, CreatedBy = caller.Id, CreatedAt = now };
        zone.Replace(design, caller.Id, now);
        db.Zones.Add(zone);
        await db.SaveChangesAsync(cancel);
        updates.Tell(Topic.Zones);
        return zone.Id;
    }
}

/// <summary>A zone to start.</summary>
/// <param name="Name">Its name, unless a design brings one.</param>
/// <param name="Kind">Key of its kind, unless a design brings one.</param>
/// <param name="CloudId">The cloud it is meant for; null while undecided.</param>
/// <param name="PolicyPack">production or lab.</param>
/// <param name="Design">A draft to start with; null for an empty one.</param>
internal sealed record NewZone(string Name, string Kind, Guid? CloudId, string PolicyPack = "production", ZoneDesign? Design = null);
