using CloudNetPortal.Store;
using CloudNetPortal.Store.Auditing;
using CloudNetPortal.Store.Clouds;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Clouds;

/// <summary>Practice clouds that came with the portal: taken from <c>Portal:PracticeClouds</c> at each start, so that a new port or key is there at once.</summary>
internal sealed class ConfiguredClouds(IDbContextFactory<PortalDbContext> store, SecretVault vault, IConfiguration configuration, TimeProvider time)
{
    public async Task Execute(CancellationToken cancel = default)
    {
        await using var db = (await store.CreateDbContextAsync(cancel)).As(Actor.Portal(nameof(ConfiguredClouds)));
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('configured clouds', 0))", cancel);
        foreach (var section in configuration.GetSection("Portal:PracticeClouds").GetChildren().OrderBy(section => section.Key, StringComparer.Ordinal))
        {
            var (name, kind, endpoint) = (section["Name"] ?? $"Practice cloud {section.Key}", section["Kind"] ?? CloudKinds.Practice, section["Endpoint"]);
            if (endpoint is null || section["Key"] is not { Length: > 0 } key || section["Secret"] is not { Length: > 0 } secret)
                throw new StoreNotReadyException($"Portal:PracticeClouds:{section.Key} needs Endpoint, Key and Secret.");
            var cloud = await db.Clouds.SingleOrDefaultAsync(c => c.Name == name, cancel);
            if (cloud is null)
                db.Clouds.Add(cloud = new Cloud { Name = name, Kind = kind, Endpoint = endpoint, IsSample = true, CreatedAt = time.GetUtcNow() });
            cloud.Endpoint = endpoint;
            if (cloud.PushKey != key || cloud.PushSecretRef is null || await Plain(cloud.PushSecretRef, cancel) != secret)
            {
                var old = cloud.PushSecretRef;
                (cloud.PushKey, cloud.PushSecretRef) = (key, vault.Add(db, SecretUse.CloudKey, $"{name}: push key", secret));
                if (old is not null)
                    db.Secrets.Remove(await db.Secrets.SingleAsync(s => s.Reference == old, cancel));
            }
        }

        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
    }

    private async Task<string?> Plain(string reference, CancellationToken cancel)
    {
        try
        {
            return await vault.Open(SecretUse.CloudKey, reference, cancel);
        }
        catch (SecretNotReadableException)
        {
            return null;
        }
    }
}
