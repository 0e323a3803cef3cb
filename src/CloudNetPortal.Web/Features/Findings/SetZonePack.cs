using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Store;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Zones;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Findings;

/// <summary>
/// Has a zone judged by another policy pack. A stricter one, or any for a practice cloud, holds at once; a laxer one for another cloud is asked for, and
/// somebody agrees who did not write the design.
/// </summary>
internal sealed class SetZonePack(IDbContextFactory<PortalDbContext> store, ZoneAnswers answers, TimeProvider time)
{
    /// <summary>True when the pack holds now, false when it waits for consent.</summary>
    public async Task<Answer<bool>> Execute(Caller caller, Guid zoneId, string pack, string reason, CancellationToken cancel = default)
    {
        if (!caller.MayDesignZones())
            return Refusals.NotADesigner;
        if (PolicyPack.Find(pack) is null)
            return new Refused($"“{pack}” is no policy pack. Packs: {string.Join(", ", PolicyPack.All.Select(p => p.Name))}.");
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        if (await EditDraft.Locked(db, zoneId, cancel) is not { } zone)
            return Refusals.NoZone;
        if (zone.PolicyPack == pack)
            return true;
        var kind = zone.CloudId is { } id ? await db.Clouds.Where(c => c.Id == id).Select(c => c.Kind).SingleAsync(cancel) : null;
        var now = time.GetUtcNow();
        var asked = NeedsConsent(zone.PolicyPack, pack, kind);
        if (asked)
        {
            if (await db.PackRequests.AnyAsync(r => r.ZoneId == zoneId && r.DecidedAt == null, cancel))
                return new Refused("Another pack has been asked for already and waits for an approver.");
            if (reason.Trim().Length is < 10 or > 1000)
                return new Refused($"{pack} is laxer than {zone.PolicyPack}, and the target is no practice cloud: say in 10 to 1,000 characters why, for the approver.");
            db.PackRequests.Add(new PackRequest { ZoneId = zoneId, From = zone.PolicyPack, To = pack, Reason = reason.Trim(), AskedBy = caller.Id, AskedByName = caller.Name, AskedAt = now });
        }
        else
        {
            (zone.PolicyPack, zone.ChangedAt) = (pack, now);
        }

        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        await answers.Moved(zoneId, cancel);
        return !asked;
    }

    /// <summary>Whether somebody else must agree to it.</summary>
    internal static bool NeedsConsent(string from, string to, string? cloudKind) => cloudKind is not (null or CloudKinds.Practice) && Laxness(to) > Laxness(from);

    private static int Laxness(string pack) => PolicyPack.All.Index().FirstOrDefault(p => p.Item.Name == pack).Index;
}
