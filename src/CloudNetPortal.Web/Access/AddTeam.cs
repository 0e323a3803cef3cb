using System.Text.RegularExpressions;
using CloudNetPortal.Store;
using CloudNetPortal.Store.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Access;

/// <summary>Makes a team of one's own beside the four that the default policy asks.</summary>
internal sealed partial class AddTeam(IDbContextFactory<PortalDbContext> store)
{
    public async Task<Answer<string>> Execute(string key, string name, string owns, Caller caller, CancellationToken cancel)
    {
        if (!caller.MayAdminister())
            return new Forbidden("You cannot add a team: only administrators may.");
        List<string> problems = [];
        if (!Key().IsMatch(key))
            problems.Add($"The key \"{key}\" must begin with a letter and have only lower-case letters, digits and hyphens, 40 at most.");
        if (string.IsNullOrWhiteSpace(name) || name.Length > 100)
            problems.Add("The name is empty or longer than 100 characters.");
        if (owns.Length > 300)
            problems.Add("What it owns is said in more than 300 characters.");
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await db.Teams.AnyAsync(team => team.Key == key, cancel))
            problems.Add($"There is a team with the key \"{key}\" already.");
        if (problems.Count > 0)
            return new Refused(string.Join(' ', problems));
        db.As(caller.For(this)).Teams.Add(new Team { Key = key, Name = name.Trim(), Owns = owns.Trim() });
        await db.SaveChangesAsync(cancel);
        return key;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$")]
    private static partial Regex Key();
}
