using System.Text.Json;
using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Approvals;

/// <summary>Gives a team's consent to exactly the content that was seen. Membership and role are read anew: a sign-in may be older than they are.</summary>
internal sealed class Approve(IDbContextFactory<PortalDbContext> store, LiveUpdates updates, TimeProvider time)
{
    /// <param name="seenContentHash">ContentHash of the change as the page showed it.</param>
    public async Task<Outcome?> Execute(Caller caller, Guid changeId, string team, string seenContentHash, CancellationToken cancel = default)
    {
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        if (await Locked(db, changeId, cancel) is not { } change)
            return Refusals.NoChange;
        if (!await IsApprover(db, caller.Id, cancel))
            return new Forbidden($"You cannot approve: that needs the role approver and membership of team {team}, which an administrator gives.");
        if (await OpenFindings(db, change, cancel) is { } open)
            return open;
        if (change.Approve(team, caller.Id, await TeamsOf(db, caller.Id, cancel), seenContentHash, time.GetUtcNow()) is { } refusal)
            return Refusals.Of(refusal);
        await db.SaveChangesAsync(cancel);
        if (change.State == ChangeState.Approved)
            await RangeLedger.Reserve(db, changeId, cancel);
        await whole.CommitAsync(cancel);
        updates.Tell(Topic.Changes, Topic.Change(changeId), Topic.Zone(change.ZoneId));
        return null;
    }

    /// <summary>The change with its row locked, so that nobody changes its content meanwhile.</summary>
    internal static Task<ChangeRequest?> Locked(PortalDbContext db, Guid changeId, CancellationToken cancel) =>
        db.Changes.FromSql($"select *, xmin from changes where id = {changeId} for update").SingleOrDefaultAsync(cancel);

    // Submitting settles them; hosts and cables that moved since bring new ones, and waivers end.
    private static async Task<Refused?> OpenFindings(PortalDbContext db, ChangeRequest change, CancellationToken cancel)
    {
        var json = await db.JudgedRules.Where(r => r.ChangeId == change.Id && r.Hash == change.RulesHash).Select(r => r.FindingsJson).SingleAsync(cancel);
        var results = new RuleResults(JsonSerializer.Deserialize<List<Finding>>(json, ChangeContents.Json)!);
        return results.Errors.Count > 0 ? new Refused($"CH-{change.Number} cannot be approved: {SubmitZone.OpenErrors(results.Errors)}")
            : results.Warnings.Count > 0 ? new Refused($"CH-{change.Number} cannot be approved: {SubmitZone.OpenWarnings(results.Warnings)} A zone designer acknowledges them in the zone's findings.")
            : null;
    }

    internal static Task<bool> IsApprover(PortalDbContext db, Guid person, CancellationToken cancel) =>
        db.Users.AnyAsync(u => u.Id == person && !u.Disabled && u.Roles.Contains(Roles.Approver), cancel);

    internal static async Task<IReadOnlyList<string>> TeamsOf(PortalDbContext db, Guid person, CancellationToken cancel) =>
        await db.TeamMembers.Where(m => m.UserId == person).Select(m => m.TeamKey).ToListAsync(cancel);
}
