using CloudNetPortal.Domain.Rules.Waivers;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Approvals;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Findings;

/// <summary>Agrees to a waiver for a team, refuses it, or takes it back. Role and teams are read anew: a sign-in may be older than they are.</summary>
internal sealed class DecideWaiver(IDbContextFactory<PortalDbContext> store, ZoneAnswers answers, TimeProvider time)
{
    /// <param name="team">The team spoken for, when agreeing.</param>
    /// <param name="reason">Why not, when refusing or taking back.</param>
    public async Task<Outcome?> Execute(Caller caller, Guid waiverId, WaiverDecision decision, string team, string reason, CancellationToken cancel = default)
    {
        if (!caller.Is(Roles.Approver))
            return new Forbidden("You cannot decide on waivers: that needs the role approver and membership of a concerned team, which an administrator gives.");
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        if (await Locked(db, waiverId, cancel) is not { } waiver)
            return new NotFound("This waiver does not exist.");
        if (!await Approve.IsApprover(db, caller.Id, cancel))
            return new Forbidden("You cannot decide on waivers: the role approver was taken from you.");
        var (teams, now) = (await Approve.TeamsOf(db, caller.Id, cancel), time.GetUtcNow());
        var refusal = decision switch
        {
            WaiverDecision.Agree => waiver.Approve(team, caller.Id, caller.Name, teams, await ZoneAnswers.Editors(db, waiver.ZoneId, cancel), now),
            WaiverDecision.Refuse => waiver.Refuse(caller.Id, caller.Name, teams, reason, now),
            _ => waiver.Revoke(caller.Name, teams, reason, now),
        };
        if (refusal is not null)
            return Refusals.Of(refusal);
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        await answers.Moved(waiver.ZoneId, cancel);
        return null;
    }

    /// <summary>The waiver with its row locked: two who agree at once are two consents.</summary>
    internal static Task<Waiver?> Locked(PortalDbContext db, Guid id, CancellationToken cancel) =>
        db.Waivers.FromSql($"select *, xmin from waivers where id = {id} for update").SingleOrDefaultAsync(cancel);
}

/// <summary>What is decided on a waiver.</summary>
public enum WaiverDecision
{
    /// <summary>Consent.</summary>
    Agree,

    /// <summary>No consent.</summary>
    Refuse,

    /// <summary>Taken back after consent.</summary>
    Revoke,
}
