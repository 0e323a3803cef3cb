using System.Text.Json;
using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Approvals;

/// <summary>
/// Judges and plans the revision of a change again, as hosts, cables and cloud are now. When that gives other results, the change takes them as its content
/// and the approvals lapse: what was agreed to is no longer what would happen.
/// </summary>
internal sealed class RefreshEvidence(IDbContextFactory<PortalDbContext> store, ChangeContents contents, CloudGround ground, LiveUpdates updates, TimeProvider time)
{
    public async Task<Answer<Evidence>> Execute(Caller caller, Guid changeId, CancellationToken cancel = default)
    {
        if (!May(caller))
            return new Forbidden("You cannot have a change validated again: zone designers, approvers and operators may. An administrator gives the role.");
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        if (await Approve.Locked(db, changeId, cancel) is not { } change)
            return Refusals.NoChange;
        var evidence = await Refresh(db, change, cancel);
        await db.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        if (evidence.Moved)
            updates.Tell(Topic.Changes, Topic.Change(changeId), Topic.Zone(change.ZoneId));
        return evidence;
    }

    /// <summary>Whoever has a part in changes.</summary>
    internal static bool May(Caller caller) => caller.MayDesignZones() || caller.MayPush() || caller.Is(Roles.Approver);

    /// <summary>The same on a locked change; the caller of this saves.</summary>
    internal async Task<Evidence> Refresh(PortalDbContext db, ChangeRequest change, CancellationToken cancel)
    {
        if (change.State is not (ChangeState.InReview or ChangeState.ChangesWanted or ChangeState.Approved))
            return new Evidence([], [], null, []);
        var zone = await db.Zones.AsNoTracking().SingleAsync(z => z.Id == change.ZoneId, cancel);
        var cloud = await db.Clouds.AsNoTracking().SingleAsync(c => c.Id == change.CloudId, cancel);
        var revision = await db.ZoneRevisions.AsNoTracking().SingleAsync(r => r.Id == change.RevisionId, cancel);
        var approved = (await db.ChangePlans.AsNoTracking().SingleAsync(p => p.ChangeId == change.Id && p.Hash == change.PlanHash, cancel)).Read();
        // A roll back or a removal is of one moment; its steps find by id, and what is gone is done.
        if (approved.Purpose != PlanPurpose.Build)
            return new Evidence([], [], null, []);
        var found = await ground.Read(db, zone.Id, cloud, revision.Read().Name, PlanWishes.Of(approved), cancel);
        var made = await contents.Make(db, zone, cloud, revision, found.Inputs, cancel);
        // Nobody could look this time: then the plan that was made by looking stands, and is not pushed before somebody can.
        var notRead = approved.SnapshotHash is null ? null : found.Problem;
        var difference = notRead is null ? PlanDifference.Between(approved, made.Plan) : new PlanDifference([], [], [], []);
        if (difference.IsEmpty)
            made = made.With(approved);
        var content = made.Content with { Requirements = change.Requirements };
        if (content.RulesHash == change.RulesHash && content.PlanHash == change.PlanHash)
            return new Evidence([], [], null, made.Judgement.Results.Errors) { NotRead = notRead };

        var before = await db.JudgedRules.AsNoTracking().Where(r => r.ChangeId == change.Id && r.Hash == change.RulesHash).Select(r => r.FindingsJson).SingleAsync(cancel);
        // Nor does what was judged by looking lapse because the last look grows old meanwhile.
        bool Stands(Finding f) => notRead is not null && RuleBook.Find(f.RuleId)?.Origins.HasFlag(RuleOrigins.LiveData) == true;
        var old = JsonSerializer.Deserialize<List<Finding>>(before, ChangeContents.Json)!.Where(f => !Stands(f)).Select(f => $"{f.RuleId}: {f.Message}").ToList();
        var now = made.Judgement.Results.Findings.Where(f => !Stands(f)).Select(f => $"{f.RuleId}: {f.Message}").ToList();
        if (notRead is not null && content.PlanHash == change.PlanHash && old.SequenceEqual(now, StringComparer.Ordinal))
            return new Evidence([], [], null, made.Judgement.Results.Errors) { NotRead = notRead };
        var evidence = new Evidence([.. now.Except(old)], [.. old.Except(now)], difference.IsEmpty ? null : difference, made.Judgement.Results.Errors) { NotRead = notRead, WhyNot = made.Plan.WhyNot };
        change.TakeEvidence(content);
        await ChangeContents.Keep(db, change.Id, made, time.GetUtcNow(), cancel);
        await RangeLedger.HoldOnly(db, change.Id, cancel);
        return evidence with { Moved = true };
    }
}

/// <summary>Whether what a change was approved on still holds.</summary>
/// <param name="New">Findings that are there since.</param>
/// <param name="Gone">Findings that are no longer there.</param>
/// <param name="Plan">In what the plan moved; null when the same calls would be made.</param>
/// <param name="Errors">Open errors as things are now.</param>
internal sealed record Evidence(IReadOnlyList<string> New, IReadOnlyList<string> Gone, PlanDifference? Plan, IReadOnlyList<Finding> Errors)
{
    /// <summary>True when approvals lapsed by it.</summary>
    public bool Moved { get; init; }

    /// <summary>Why nobody could look at the cloud; null when somebody did.</summary>
    public string? NotRead { get; init; }

    /// <summary>Why the plan as it is now must not be carried out; null for nothing.</summary>
    public string? WhyNot { get; init; }

    /// <summary>Which fact moved, in one sentence.</summary>
    public string Sentence =>
        New.Count > 0 ? $"new: {New[0]}{(New.Count > 1 ? $" and {New.Count - 1} more" : "")}"
        : Gone.Count > 0 ? $"no longer there: {Gone[0]}{(Gone.Count > 1 ? $" and {Gone.Count - 1} more" : "")}"
        : Plan is not null ? $"the plan makes other calls than the approved one: {Plan.Sentence}"
        : "a finding weighs more or less than before";
}
