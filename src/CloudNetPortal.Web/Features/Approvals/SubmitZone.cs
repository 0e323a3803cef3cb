using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Domain.Rules.Waivers;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Store.Zones;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Findings;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Approvals;

/// <summary>
/// Submits the draft of a zone: freezes it, judges it (open errors refuse, by their ids, and so do warnings that nobody has acknowledged), plans it, names the teams that must consent and holds its ranges.
/// An open change of the zone takes the new content, and its approvals lapse.
/// </summary>
internal sealed class SubmitZone(IDbContextFactory<PortalDbContext> store, ChangeContents contents, CloudGround ground, RangeLedger ledger, LiveUpdates updates, TimeProvider time)
{
    /// <summary>The number of the change (CH-n).</summary>
    /// <param name="wishes">How the plan is to be carried out, and which objects of the cloud are meant where several could be.</param>
    /// <param name="acknowledging">Why the warnings may stay that are still open: takes note of each of them in the caller's name.</param>
    public async Task<Answer<int>> Execute(Caller caller, Guid zoneId, string title, string reason, string? acknowledging = null, PlanWishes? wishes = null, CancellationToken cancel = default)
    {
        if (!caller.MayDesignZones())
            return Refusals.NotADesigner;
        if (reason.Trim().Length > 4000)
            return new Refused("The reason is longer than 4,000 characters.");
        if (title.Trim().Length is 0 or > 200)
            return new Refused("The change needs a title of at most 200 characters.");
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        // The cloud is read before the draft is held: a large zone takes its time, and others go on editing.
        if (await db.Zones.AsNoTracking().SingleOrDefaultAsync(z => z.Id == zoneId, cancel) is not { } seen)
            return Refusals.NoZone;
        if (seen.CloudId is not { } cloudId)
            return new Refused($"{seen.Name} has no target cloud yet. Choose one in the zone's summary.");
        var cloud = await db.Clouds.SingleAsync(c => c.Id == cloudId, cancel);
        var found = await ground.Read(db, zoneId, cloud, seen.ReadDraft().Name, wishes ?? PlanWishes.None, cancel);
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        if (await EditDraft.Locked(db, zoneId, cancel) is not { } zone)
            return Refusals.NoZone;
        if (zone.CloudId != cloudId)
            return new Stale($"{zone.Name} got another target cloud a moment ago. Submit again.");
        var now = time.GetUtcNow();

        var revision = await FreezeRevision.Freeze(db, zone, caller, "submit", now, cancel);
        var made = await contents.Make(db, zone, cloud, revision, found.Inputs, cancel);
        if (made.Judgement.Results.Errors is { Count: > 0 } errors)
            return new Refused($"{zone.Name} cannot be submitted: {OpenErrors(errors)}");
        if (made.Judgement.Results.Warnings is { Count: > 0 } warnings && cloud.Kind != CloudKinds.Practice)
        {
            if (AcknowledgeWarnings.Wrong(acknowledging) is not null)
                return new Refused($"{zone.Name} cannot be submitted: {OpenWarnings(warnings)}");
            List<Acknowledgement> notes = [.. warnings.Select(f => new Acknowledgement(zoneId, f, acknowledging!, caller.Id, caller.Name, now))];
            db.Acknowledgements.AddRange(notes);
            made = await contents.Make(db, zone, cloud, revision, found.Inputs, cancel, [.. notes.Select(n => n.ToAnswer())]);
        }

        if (made.Plan.Steps.Count == 0)
            return new Refused($"{zone.Name} cannot be submitted: its plan has no steps.");
        if (made.Plan.WhyNot is { } problem)
            return new Refused($"{zone.Name} cannot be submitted: {problem}");
        if (!made.Plan.Changes)
            return new Refused($"{zone.Name} need not be submitted: {cloud.Name} has it as designed.");

        var authors = await Authors(db, zone, revision, cancel);
        var open = await db.Changes.Where(c => c.ZoneId == zoneId && c.State != ChangeState.Done && c.State != ChangeState.Withdrawn).OrderByDescending(c => c.Number).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(cancel);
        if (await db.PushRuns.AnyAsync(r => r.ZoneId == zoneId && r.State != PushState.Done && r.State != PushState.Cancelled, cancel))
            return new Refused($"{zone.Name} cannot be submitted: a push of it is open. Let it finish, or cancel it first.");
        var change = open is { } id ? await Approve.Locked(db, id, cancel) : null;
        if (change is null)
            db.Changes.Add(change = ChangeRequest.Submit(zoneId, cloudId, title.Trim(), reason.Trim(), caller.Id, authors, made.Content, now));
        else if (change.Resubmit(title.Trim(), reason.Trim(), caller.Id, authors, made.Content, now) is { } refusal)
            return Refusals.Of(refusal);

        await db.SaveChangesAsync(cancel);
        await ChangeContents.Keep(db, change.Id, made, now, cancel);
        if (await ledger.Hold(db, zone, cloud, change, made.Judgement, cancel) is { } taken)
            return taken;
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        updates.Tell(Topic.Changes, Topic.Change(change.Id), Topic.Zone(zoneId), Topic.Zones);
        return change.Number;
    }

    /// <summary>For a refusal: how many, which rules, and the first sentence.</summary>
    internal static string OpenErrors(IReadOnlyList<Domain.Rules.Finding> errors) =>
        $"{errors.Count} open error{(errors.Count == 1 ? "" : "s")} ({string.Join(", ", errors.Select(e => e.RuleId).Distinct())}). First: {errors[0].Message}";

    /// <summary>For a refusal: how many warnings nobody took note of, which rules, and the first sentence.</summary>
    internal static string OpenWarnings(IReadOnlyList<Domain.Rules.Finding> warnings) =>
        $"{Words.Count(warnings.Count, "warning")} ({string.Join(", ", warnings.Select(w => w.RuleId).Distinct())}) {(warnings.Count == 1 ? "is" : "are")} not acknowledged. First: {warnings[0].Message}";

    // Everybody who edited what is not on the cloud yet: since the revision pushed last, over all revisions in between.
    private static async Task<List<Guid>> Authors(PortalDbContext db, Zone zone, ZoneRevision revision, CancellationToken cancel)
    {
        var pushed = await db.Changes.IgnoreAutoIncludes().Where(c => c.ZoneId == zone.Id && c.State == ChangeState.Done)
            .Join(db.ZoneRevisions, c => c.RevisionId, r => r.Id, (_, r) => (int?)r.Number).MaxAsync(cancel) ?? 0;
        var before = await db.ZoneRevisions.Where(r => r.ZoneId == zone.Id && r.Number > pushed && r.Number < revision.Number).Select(r => r.Authors).ToListAsync(cancel);
        return [.. before.SelectMany(a => a).Concat(revision.Authors).Where(id => id != Guid.Empty).Distinct()];
    }
}
