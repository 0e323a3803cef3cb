using System.Text;
using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Domain.Drift;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Store;
using CloudNetPortal.Store.Drift;
using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Store.Zones;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Approvals;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Drift;

/// <summary>
/// Makes a change whose plan brings back what was pushed. Its revision is what was pushed plus the differences that were not chosen, so that nothing else moves;
/// edits of the draft are not in it.
/// </summary>
internal sealed class RevertDrift(IDbContextFactory<PortalDbContext> store, DriftBase bases, ChangeContents contents, CloudGround ground, RangeLedger ledger, LiveUpdates updates, TimeProvider time)
{
    /// <summary>The number of the change (CH-n).</summary>
    public async Task<Answer<int>> Execute(Caller caller, Guid zoneId, IReadOnlyList<Guid> findings, CancellationToken cancel = default)
    {
        if (!caller.MayDesignZones() && !caller.MayPush())
            return DriftAccess.NotForYou;
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        if (await EditDraft.Locked(db, zoneId, cancel) is not { } zone)
            return Refusals.NoZone;
        var present = await db.DriftFindings.Where(f => f.ZoneId == zoneId && f.GoneAt == null && f.AcceptedAt == null).ToListAsync(cancel);
        var chosen = present.Where(f => findings.Contains(f.Id)).ToList();
        if (chosen.Count == 0)
            return DriftAccess.NoFinding;
        if (zone.CloudId is not { } cloudId || await bases.Of(zoneId, cancel) is not { } expected)
            return new Refused($"{zone.Name} has nothing to go back to.");
        if (await Hindrance(db, zoneId, cancel) is { } number)
            return new Refused($"{zone.Name} has an open change, CH-{number}. Finish or withdraw it first.");
        if (await db.PushRuns.AnyAsync(r => r.ZoneId == zoneId && r.State != PushState.Done && r.State != PushState.Cancelled, cancel))
            return new Refused($"A push of {zone.Name} is open. Let it finish, or cancel it first.");

        var now = time.GetUtcNow();
        var revision = await RevisionOf(db, zone, expected, present.Except(chosen), caller, now, cancel);
        var cloud = await db.Clouds.SingleAsync(c => c.Id == cloudId, cancel);
        // Whoever reverts an object that others added tells the portal to own it.
        var added = chosen.Where(f => f is { Kind: DriftKind.Added, CloudId: not null }).Select(f => f.CloudId!).ToList();
        var found = await ground.Read(db, zoneId, cloud, expected.Design.Name, PlanWishes.None with { Owns = added }, cancel);
        var made = await contents.Make(db, zone, cloud, revision, found.Inputs, cancel);
        if (made.Judgement.Results.Errors is { Count: > 0 } errors)
            return new Refused($"{zone.Name} cannot be brought back as it was pushed: {SubmitZone.OpenErrors(errors)}");
        if (made.Plan.WhyNot is { } stands)
            return new Refused($"{zone.Name} cannot be brought back as it was pushed: {stands}");
        if (!made.Plan.Steps.Any(s => s is { OnlyFinds: false, Section: not "Marks", Action: not (Domain.Plans.PlanAction.Keep or Domain.Plans.PlanAction.Wait) }))
            return new Refused($"No call brings this back: {Words.List([.. chosen.Select(f => f.Title)])}. Change it on the cloud, or ignore it until a date.");
        var change = ChangeRequest.Submit(zoneId, cloudId, $"Revert drift of {zone.Name}: {Words.List([.. chosen.Select(f => f.Title).Distinct()], 2)}"[..],
            string.Join('\n', chosen.Select(f => $"{f.Title}{(f.Field.Length == 0 ? "" : $", {f.Field}")}: {f.Observed ?? "nothing"} back to {f.Expected ?? "nothing"}")), caller.Id, [caller.Id], made.Content, now);
        db.Changes.Add(change);
        await db.SaveChangesAsync(cancel);
        await ChangeContents.Keep(db, change.Id, made, now, cancel);
        if (await ledger.Hold(db, zone, cloud, change, made.Judgement, cancel) is { } taken)
            return taken;
        foreach (var finding in chosen) finding.RevertIn(change.Number);
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        updates.Tell(Topic.Changes, Topic.Change(change.Id), Topic.Drift, Topic.Zone(zoneId), Topic.Zones);
        return change.Number;
    }

    private static Task<int?> Hindrance(PortalDbContext db, Guid zoneId, CancellationToken cancel) =>
        db.Changes.IgnoreAutoIncludes().Where(c => c.ZoneId == zoneId && c.State != ChangeState.Done && c.State != ChangeState.Withdrawn).Select(c => (int?)c.Number).FirstOrDefaultAsync(cancel);

    private static async Task<ZoneRevision> RevisionOf(PortalDbContext db, Zone zone, BaseDesign expected, IEnumerable<DriftFinding> others, Caller caller, DateTimeOffset now, CancellationToken cancel)
    {
        var tree = new DesignTree(DesignJson.ToTree(expected.Design));
        foreach (var edit in others.Select(f => f.Edit()).OfType<FieldEdit>()) tree.Apply(edit);
        var design = DesignJson.Read(tree.Root);
        var bytes = CanonicalJson.Bytes(design);
        var number = await db.ZoneRevisions.Where(r => r.ZoneId == zone.Id).MaxAsync(r => (int?)r.Number, cancel) ?? 0;
        // It is made of no draft, so that the next submission freezes the draft anew.
        var revision = new ZoneRevision
        {
            ZoneId = zone.Id, Number = number + 1, Bytes = bytes, Sha256 = CanonicalJson.Hash(bytes), DocumentJson = Encoding.UTF8.GetString(bytes), Origin = DriftBase.Revert, DraftVersion = 0,
            Authors = [caller.Id], FrozenBy = caller.Id, FrozenAt = now,
        };
        db.ZoneRevisions.Add(revision);
        return revision;
    }
}
