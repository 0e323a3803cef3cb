using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Clouds;

/// <summary>Sets a key pair of a cloud. The secret half is encrypted and never shown again.</summary>
internal sealed class ReplaceSecret(IDbContextFactory<PortalDbContext> store, SecretVault vault, LiveUpdates updates)
{
    public async Task<Outcome?> Execute(Caller caller, Guid cloudId, KeyUse use, string apiKey, string secretKey, CancellationToken cancel = default)
    {
        if (!caller.MayKeepClouds())
            return Refusals.NotAKeeperOfClouds;
        if (apiKey.Trim().Length is 0 or > 200 || secretKey.Trim().Length is 0 or > 500)
            return new Refused("API key and secret key are both needed; CloudStack shows them together when it makes them.");
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        if (await db.Clouds.SingleOrDefaultAsync(c => c.Id == cloudId, cancel) is not { } cloud)
            return Refusals.NoCloud;
        var old = use == KeyUse.Push ? cloud.PushSecretRef : cloud.ReadSecretRef;
        var reference = vault.Add(db, SecretUse.CloudKey, $"{cloud.Name}: {(use == KeyUse.Push ? "push" : "read")} key", secretKey.Trim());
        if (use == KeyUse.Push)
            (cloud.PushKey, cloud.PushSecretRef) = (apiKey.Trim(), reference);
        else
            (cloud.ReadKey, cloud.ReadSecretRef) = (apiKey.Trim(), reference);
        if (old is not null)
            db.Secrets.Remove(await db.Secrets.SingleAsync(s => s.Reference == old, cancel));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusals.Moved;
        }

        updates.Tell(Topic.Clouds);
        return null;
    }
}

/// <summary>What a key pair is for.</summary>
internal enum KeyUse
{
    /// <summary>Reading: pick-lists, facts, tests.</summary>
    Read,
    /// <summary>Pushing.</summary>
    Push,
}
