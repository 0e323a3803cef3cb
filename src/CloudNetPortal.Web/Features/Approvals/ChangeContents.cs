using System.Text.Json;
using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Rules.Waivers;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Store.Changes;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Zones;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Features.Zones;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Approvals;

/// <summary>Makes what is approved: from a frozen revision its plan, the rule results as they are now, and the teams that must consent.</summary>
internal sealed class ChangeContents(DesignJudge judge)
{
    /// <summary>How findings are stored.</summary>
    public static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    /// <summary>The content of a change for this revision, as things are now.</summary>
    /// <param name="inputs">What is on the cloud, and what is known of it.</param>
    /// <param name="more">Acknowledgements that are about to be stored with it.</param>
    public async Task<MadeContent> Make(PortalDbContext db, Zone zone, Cloud cloud, ZoneRevision revision, PlanInputs inputs, CancellationToken cancel, IReadOnlyList<StandingAnswer>? more = null)
    {
        var judgement = await judge.Revision(zone, revision, more ?? [], cancel);
        var plan = Planner.Plan(judgement.Design, revision.Sha256, judgement.Catalogue, inputs);
        var edits = DesignDifference.Between(await Before(db, zone, judgement.Design, cancel), judgement.Design);
        var requirements = ApprovalPolicy.Default.Require(edits, cloud.Kind);
        return new MadeContent(new ChangeContent(revision.Id, revision.Sha256, plan.Hash(), judgement.Results.Hash(), requirements), plan, judgement);
    }

    /// <summary>Puts plan and rule results beside the change, once for each hash.</summary>
    public static async Task Keep(PortalDbContext db, Guid changeId, MadeContent made, DateTimeOffset now, CancellationToken cancel)
    {
        if (!await db.ChangePlans.AnyAsync(p => p.ChangeId == changeId && p.Hash == made.Content.PlanHash, cancel))
            db.ChangePlans.Add(new ChangePlan { ChangeId = changeId, Hash = made.Content.PlanHash, Bytes = made.Plan.ToBytes(), Steps = made.Plan.Steps.Count, MadeAt = now });
        if (!await db.JudgedRules.AnyAsync(r => r.ChangeId == changeId && r.Hash == made.Content.RulesHash, cancel))
        {
            db.JudgedRules.Add(new JudgedRules
            {
                ChangeId = changeId, Hash = made.Content.RulesHash, FindingsJson = JsonSerializer.Serialize(made.Judgement.Results.Findings, Json),
                Pack = $"{made.Judgement.Pack.Name} {made.Judgement.Pack.Version}", CatalogueVersion = made.Judgement.CatalogueVersion, JudgedAt = made.Judgement.JudgedAt,
            });
        }
    }

    /// <summary>What the cloud has of this zone by our doing: the revision pushed last, or nothing.</summary>
    public static async Task<ZoneDesign> Before(PortalDbContext db, Zone zone, ZoneDesign design, CancellationToken cancel)
    {
        var pushed = await db.Changes.IgnoreAutoIncludes().Where(c => c.ZoneId == zone.Id && c.State == ChangeState.Done).OrderByDescending(c => c.Number).Select(c => (Guid?)c.RevisionId).FirstOrDefaultAsync(cancel);
        return pushed is null ? new ZoneDesign { Id = design.Id } : (await db.ZoneRevisions.AsNoTracking().SingleAsync(r => r.Id == pushed, cancel)).Read();
    }
}

/// <summary>The content of a change with what its hashes stand for.</summary>
internal sealed record MadeContent(ChangeContent Content, Plan Plan, Judgement Judgement)
{
    /// <summary>The same with another plan.</summary>
    public MadeContent With(Plan plan) => this with { Plan = plan, Content = Content with { PlanHash = plan.Hash() } };
}
