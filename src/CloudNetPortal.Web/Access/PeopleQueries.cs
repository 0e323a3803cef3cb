using CloudNetPortal.Store;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Access;

/// <summary>What the pages about people and teams show.</summary>
internal sealed class PeopleQueries(IDbContextFactory<PortalDbContext> store)
{
    public async Task<IReadOnlyList<PersonLine>> People(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return await db.Users.AsNoTracking().OrderBy(user => user.DisplayName)
            .Select(user => new PersonLine(user.Id, user.DisplayName, user.SignInName, user.Roles, user.Memberships.Select(member => member.TeamKey).ToList(), user.Disabled, user.LockedUntil, user.LastSignInAt))
            .ToListAsync(cancel);
    }

    public async Task<PersonDraft?> Person(Guid id, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var user = await db.Users.AsNoTracking().Include(user => user.Memberships).SingleOrDefaultAsync(user => user.Id == id, cancel);
        return user is null ? null : new()
        {
            Id = user.Id, SignInName = user.SignInName, DisplayName = user.DisplayName, Email = user.Email ?? "", Disabled = user.Disabled,
            Roles = [.. user.Roles], Teams = [.. user.Memberships.Select(member => member.TeamKey)],
        };
    }

    public async Task<IReadOnlyList<TeamLine>> Teams(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var names = await db.Users.AsNoTracking().ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancel);
        var teams = await db.Teams.AsNoTracking().Include(team => team.Members).OrderByDescending(team => team.BuiltIn).ThenBy(team => team.Key).ToListAsync(cancel);
        return [.. teams.Select(team => new TeamLine(team.Key, team.Name, team.Owns, team.BuiltIn, [.. team.Members.Select(member => names.GetValueOrDefault(member.UserId, "?")).Order(StringComparer.Ordinal)]))];
    }
}

/// <summary>A person in the list.</summary>
public sealed record PersonLine(Guid Id, string Name, string SignInName, IReadOnlyList<string> Roles, IReadOnlyList<string> Teams, bool Disabled, DateTimeOffset? LockedUntil, DateTimeOffset? LastSignInAt);

/// <summary>A team in the list.</summary>
public sealed record TeamLine(string Key, string Name, string Owns, bool BuiltIn, IReadOnlyList<string> Members);
