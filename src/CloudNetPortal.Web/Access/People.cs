using CloudNetPortal.Store;
using CloudNetPortal.Store.Access;
using CloudNetPortal.Store.Auditing;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Access;

/// <summary>Looks up who may sign in, and records what became of an attempt.</summary>
internal sealed class People(IDbContextFactory<PortalDbContext> store)
{
    public static string Key(string name) => name.Trim().ToLowerInvariant();

    public async Task<PortalUser?> FindByName(string name, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var key = Key(name);
        return await db.Users.AsNoTracking().Include(user => user.Memberships).SingleOrDefaultAsync(user => user.SignInName == key, cancel);
    }

    public async Task<PortalUser?> Find(Guid id, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return await db.Users.AsNoTracking().Include(user => user.Memberships).SingleOrDefaultAsync(user => user.Id == id, cancel);
    }

    public async Task<bool> HasAdministrator(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return await db.Users.AnyAsync(user => user.Roles.Contains(Roles.Administrator) && !user.Disabled, cancel);
    }

    /// <summary>One more wrong password, counted in the database, so that several at once all count. The lock it led to, or null.</summary>
    public async Task<DateTimeOffset?> CountFailure(Guid id, int most, DateTimeOffset lockUntil, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        await db.Users.Where(user => user.Id == id).ExecuteUpdateAsync(set => set.SetProperty(user => user.FailedAttempts, user => user.FailedAttempts + 1), cancel);
        var locked = await db.Users.Where(user => user.Id == id && user.FailedAttempts >= most)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.FailedAttempts, 0).SetProperty(user => user.LockedUntil, lockUntil), cancel);
        return locked > 0 ? lockUntil : null;
    }

    public async Task RecordSignIn(Guid id, string passwordHash, DateTimeOffset at, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        await db.Users.Where(user => user.Id == id).ExecuteUpdateAsync(set => set.SetProperty(user => user.FailedAttempts, 0)
            .SetProperty(user => user.LockedUntil, (DateTimeOffset?)null).SetProperty(user => user.LastSignInAt, at).SetProperty(user => user.PasswordHash, passwordHash), cancel);
    }

    public async Task Add(PortalUser user, Actor actor, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        db.As(actor).Users.Add(user);
        await db.SaveChangesAsync(cancel);
    }
}
