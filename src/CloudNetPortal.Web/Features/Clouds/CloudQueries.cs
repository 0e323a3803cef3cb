using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Clouds;

/// <summary>What pages read of clouds. Secret keys are never among it.</summary>
internal sealed class CloudQueries(IDbContextFactory<PortalDbContext> store)
{
    public async Task<IReadOnlyList<Cloud>> List(CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return await db.Clouds.AsNoTracking().OrderBy(c => c.Name).ToListAsync(cancel);
    }

    /// <summary>One cloud with the names of the zones meant for it, or null.</summary>
    public async Task<CloudView?> Find(Guid id, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return await db.Clouds.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) is { } cloud
            ? new CloudView(cloud, await db.Zones.Where(z => z.CloudId == id && z.RemovedAt == null).OrderBy(z => z.Name).Select(z => new CloudZone(z.Id, z.Name)).ToListAsync(cancel),
                await SetAt(db, cloud.PushSecretRef, cancel), await SetAt(db, cloud.ReadSecretRef, cancel))
            : null;
    }

    private static async Task<DateTimeOffset?> SetAt(PortalDbContext db, string? reference, CancellationToken cancel) =>
        reference is null ? null : await db.Secrets.Where(s => s.Reference == reference).Select(s => (DateTimeOffset?)s.CreatedAt).SingleOrDefaultAsync(cancel);
}

/// <summary>A cloud as its page shows it.</summary>
/// <param name="PushSecretSetAt">When the push secret was set; null for never.</param>
/// <param name="ReadSecretSetAt">When the read secret was set; null for never.</param>
internal sealed record CloudView(Cloud Cloud, IReadOnlyList<CloudZone> Zones, DateTimeOffset? PushSecretSetAt, DateTimeOffset? ReadSecretSetAt);

/// <summary>A zone meant for a cloud.</summary>
internal sealed record CloudZone(Guid Id, string Name);
