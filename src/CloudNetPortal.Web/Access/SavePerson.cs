using CloudNetPortal.Store;
using CloudNetPortal.Store.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CloudNetPortal.Web.Access;

/// <summary>Makes or changes a person. Whatever changes, open sign-ins of that person end within a minute.</summary>
internal sealed class SavePerson(IDbContextFactory<PortalDbContext> store, IPasswordHasher<PortalUser> hasher, TimeProvider time)
{
    public async Task<Answer<Guid>> Execute(PersonDraft draft, Caller caller, CancellationToken cancel)
    {
        if (!caller.MayAdminister())
            return new Forbidden("You cannot change people: only administrators may.");
        await using var db = await store.CreateDbContextAsync(cancel);
        db.As(caller.For(this));
        if (await ProblemOf(draft, db, cancel) is { } problem)
            return new Refused(problem);

        var user = await Load(draft, db, cancel);
        if (user is null)
            return new NotFound("This person no longer exists.");
        (user.SignInName, user.DisplayName, user.Disabled) = (People.Key(draft.SignInName), draft.DisplayName.Trim(), draft.Disabled);
        user.Email = string.IsNullOrWhiteSpace(draft.Email) ? null : draft.Email.Trim();
        user.Roles = [.. Roles.All.Select(role => role.Key).Where(draft.Roles.Contains)];
        user.Memberships.RemoveAll(member => !draft.Teams.Contains(member.TeamKey));
        user.Memberships.AddRange(draft.Teams.Except(user.Memberships.Select(member => member.TeamKey)).Select(team => new TeamMember { UserId = user.Id, TeamKey = team }));
        if (!string.IsNullOrEmpty(draft.Password))
            (user.PasswordHash, user.LockedUntil, user.FailedAttempts) = (hasher.HashPassword(user, draft.Password), null, 0);
        user.SecurityStamp = Guid.NewGuid();
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Stale("Somebody else changed this person in the meantime. Open the page again.");
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return new Refused(PersonRules.Sentence("taken"));
        }

        return user.Id;
    }

    private async Task<PortalUser?> Load(PersonDraft draft, PortalDbContext db, CancellationToken cancel)
    {
        if (draft.Id is { } id)
            return await db.Users.Include(user => user.Memberships).SingleOrDefaultAsync(user => user.Id == id, cancel);
        var made = new PortalUser { SignInName = "", DisplayName = "", CreatedAt = time.GetUtcNow() };
        db.Users.Add(made);
        return made;
    }

    private static async Task<string?> ProblemOf(PersonDraft draft, PortalDbContext db, CancellationToken cancel)
    {
        // A person may do without a new password, a new person may not.
        var password = string.IsNullOrEmpty(draft.Password) && draft.Id is not null ? new string('x', PersonRules.ShortestPassword) : draft.Password ?? "";
        List<string> problems = [.. PersonRules.ProblemsOf(draft.SignInName, draft.DisplayName, password).Select(PersonRules.Sentence)];
        var key = People.Key(draft.SignInName);
        if (await db.Users.AnyAsync(user => user.SignInName == key && user.Id != draft.Id, cancel))
            problems.Add(PersonRules.Sentence("taken"));
        var administers = draft.Roles.Contains(Roles.Administrator) && !draft.Disabled;
        var administrators = db.Users.Where(user => !user.Disabled && user.Roles.Contains(Roles.Administrator));
        if (!administers && await administrators.AnyAsync(user => user.Id == draft.Id, cancel) && !await administrators.AnyAsync(user => user.Id != draft.Id, cancel))
            problems.Add("This is the last administrator: make somebody else one first.");
        return problems.Count == 0 ? null : string.Join(' ', problems);
    }
}
