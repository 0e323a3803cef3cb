using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Findings;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>Says which cloud a zone is meant for and which policy pack judges it.</summary>
internal sealed class SetZoneTarget(IDbContextFactory<PortalDbContext> store, LiveUpdates updates, TimeProvider time)
{
    public async Task<Outcome?> Execute(Caller caller, Guid zoneId, Guid? cloudId, string policyPack, CancellationToken cancel = default)
    {
        if (!caller.MayDesignZones())
            return Refusals.NotADesigner;
        if (PolicyPack.Find(policyPack) is null)
            return new Refused($"“{policyPack}” is no policy pack. Packs: production, lab.");
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        if (await EditDraft.Locked(db, zoneId, cancel) is not { } zone)
            return Refusals.NoZone;
        var cloud = cloudId is { } id ? await db.Clouds.SingleOrDefaultAsync(c => c.Id == id, cancel) : null;
        if (cloud is null && cloudId is not null)
            return Refusals.NoCloud;
        if (zone.CloudId == cloudId && SetZonePack.NeedsConsent(zone.PolicyPack, policyPack, cloud?.Kind))
            return new Refused($"{policyPack} is laxer than {zone.PolicyPack}: it is asked for under “Policy pack”, and an approver agrees.");
        // The pack follows the environment: what becomes a design for people who rely on it is judged like one.
        if (zone.CloudId != cloudId && SetZonePack.NeedsConsent(PolicyPack.Production.Name, policyPack, cloud?.Kind))
            policyPack = PolicyPack.Production.Name;
        if (zone.CloudId != cloudId && await db.Changes.Where(c => c.ZoneId == zoneId && c.State != ChangeState.Withdrawn).OrderBy(c => c.Number).FirstOrDefaultAsync(cancel) is { } change)
            return new Refused($"The target of {zone.Name} cannot be changed: CH-{change.Number} is made for the present one. Withdraw it, or copy the zone.");
        (zone.CloudId, zone.PolicyPack, zone.ChangedAt) = (cloudId, policyPack, time.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        updates.Tell(Topic.Zone(zoneId), Topic.Zones);
        return null;
    }
}
