using CloudNetPortal.CloudStack.Probing;
using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Clouds;

/// <summary>Tests a cloud's keys so that a failure names its cause. Nothing is changed on the cloud.</summary>
internal sealed class TestConnection(IDbContextFactory<PortalDbContext> store, CloudConnections connections)
{
    public async Task<Answer<ConnectionReport>> Execute(Caller caller, Guid cloudId, KeyUse use = KeyUse.Push, CancellationToken cancel = default)
    {
        if (!caller.MayKeepClouds())
            return Refusals.NotAKeeperOfClouds;
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await db.Clouds.AsNoTracking().SingleOrDefaultAsync(c => c.Id == cloudId, cancel) is not { } cloud)
            return Refusals.NoCloud;
        try
        {
            var client = use == KeyUse.Push ? await connections.ForPush(cloud, cancel) : await connections.ForRead(cloud, cancel);
            if (client is null)
                return new Refused($"{cloud.Name} has no keys yet. Set its push key first.");
            return await new ProbeConnection(client, use == KeyUse.Push ? await Needed(db, cloudId, cancel) : null).RunAsync(cancel);
        }
        catch (SecretNotReadableException problem)
        {
            return new Refused(problem.Message);
        }
    }

    // What the plans need that are meant for this cloud.
    private static async Task<IReadOnlyCollection<string>> Needed(PortalDbContext db, Guid cloudId, CancellationToken cancel)
    {
        var open = await db.Changes.IgnoreAutoIncludes().Where(c => c.CloudId == cloudId && c.State != ChangeState.Done && c.State != ChangeState.Withdrawn)
            .Join(db.ChangePlans, c => new { ChangeId = c.Id, Hash = c.PlanHash }, p => new { p.ChangeId, p.Hash }, (_, p) => p).ToListAsync(cancel);
        return open.SelectMany(p => p.Read().Steps).SelectMany(s => new[] { s.OnlyFinds ? null : s.Command, s.Lookup?.Command, s.ReadBack?.Command }).OfType<string>().ToHashSet();
    }
}
