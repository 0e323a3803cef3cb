using System.Collections.Concurrent;
using System.Text.Json;
using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Rules.Waivers;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Store.Catalogue;
using CloudNetPortal.Store.Zones;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Features.Findings;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>
/// Judges a design of a zone by everything that rules look at: the catalogue, what was read of the cloud, and what others have submitted for the same cloud.
/// Results are kept until one of these moves; a few minutes at most, since rules also ask for the age of things. After an edit only rules run again that read
/// what was edited.
/// </summary>
internal sealed class DesignJudge(IDbContextFactory<PortalDbContext> store, CatalogueReader catalogues, Drafts drafts, LiveZones lives, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<Guid, (string Key, Judgement Judgement)> _known = new();
    private readonly ConcurrentDictionary<Guid, SemaphoreSlim> _turns = new();
    private readonly ConcurrentDictionary<Guid, IncrementalJudge> _judges = new();
    private readonly ConcurrentDictionary<Guid, (string Sha256, ZoneDesign Design)> _others = new();

    /// <summary>Judges the draft.</summary>
    public Task<Judgement> Draft(Zone zone, CancellationToken cancel) => Draft(ZoneHead.Of(zone), drafts.Of(zone), cancel);

    /// <summary>Judges the draft.</summary>
    /// <param name="design">The draft of that version.</param>
    public async Task<Judgement> Draft(ZoneHead zone, ZoneDesign design, CancellationToken cancel)
    {
        // Pages of one zone ask at the same moment: one of them has it judged, the others take what came out.
        var turn = _turns.GetOrAdd(zone.Id, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancel);
        try
        {
            // Who had to wait may have been overtaken: nobody needs to know any more what was wrong with the draft before.
            (zone, design) = drafts.Newest(zone, design);
            return await Judge(zone, $"draft {zone.DraftVersion}", () => design, keep: true, [], cancel);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Judges a frozen revision as things are now.</summary>
    /// <param name="more">Answers that are about to be stored.</param>
    public Task<Judgement> Revision(Zone zone, ZoneRevision revision, IReadOnlyList<StandingAnswer> more, CancellationToken cancel) => Judge(ZoneHead.Of(zone), $"revision {revision.Sha256}", revision.Read, keep: false, more, cancel);

    private async Task<Judgement> Judge(ZoneHead zone, string what, Func<ZoneDesign> read, bool keep, IReadOnlyList<StandingAnswer> more, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var cloud = zone.CloudId is { } id ? await db.Clouds.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) : null;
        var others = cloud is null ? [] : await Others(db, zone, cloud.Id, cancel);
        var live = cloud is null ? null : await lives.Find(db, zone.Id, cloud.Id, cancel);
        IReadOnlyList<StandingAnswer> answers = [.. await ZoneAnswers.Standing(db, zone.Id, cancel), .. more];
        var catalogue = await catalogues.Read(cancel);
        var now = time.GetUtcNow();
        var key = $"{what} · {catalogue.Version} · {zone.PolicyPack} · {cloud?.Id} {cloud?.FactsReadAt:O} {live?.Snapshot.ReadAt:O} · {string.Join(' ', others.Select(other => other.Sha256))}";
        if (_known.TryGetValue(zone.Id, out var known) && known.Key == key && now - known.Judgement.JudgedAt < Longest)
            return known.Judgement.With(answers, now);

        var pack = PolicyPack.Find(zone.PolicyPack) ?? PolicyPack.Production;
        var design = read();
        var input = new RuleInput(design, catalogue.Snapshot, pack, now)
        {
            OtherZones = [.. others.Select(Other)],
            Live = live?.Snapshot,
            LiveVlans = live?.Vlans,
            Cloud = cloud?.FactsJson is { } facts ? JsonSerializer.Deserialize<CloudFacts>(facts) : null,
        };
        // Away from the thread that serves the keys of whoever is typing.
        var results = await Task.Run(() => keep ? _judges.GetOrAdd(zone.Id, _ => new IncrementalJudge()).Judge(input) : RuleBook.Judge(input), cancel);
        var judgement = new Judgement(results, results, design, zone.DraftVersion, catalogue.Version, catalogue.Snapshot, pack, now);
        if (keep)
            _known[zone.Id] = (key, judgement);
        return judgement.With(answers, now);
    }

    // The same object while the revision is the same: nothing is compared anew then.
    private ZoneDesign Other(ZoneRevision revision) =>
        _others.AddOrUpdate(revision.ZoneId, _ => (revision.Sha256, revision.Read()), (_, known) => known.Sha256 == revision.Sha256 ? known : (revision.Sha256, revision.Read())).Design;

    // Drafts of others are tentative and block nothing: what they have submitted counts.
    private static async Task<List<ZoneRevision>> Others(PortalDbContext db, ZoneHead zone, Guid cloudId, CancellationToken cancel)
    {
        var revisions = await db.Changes.Where(c => c.CloudId == cloudId && c.ZoneId != zone.Id && c.State != ChangeState.Withdrawn && c.State != ChangeState.Draft)
            .GroupBy(c => c.ZoneId).Select(changes => changes.OrderByDescending(c => c.Number).First().RevisionId).ToListAsync(cancel);
        return await db.ZoneRevisions.AsNoTracking().Where(r => revisions.Contains(r.Id)).OrderBy(r => r.ZoneId).ToListAsync(cancel);
    }
}

/// <summary>Findings with what they were judged from.</summary>
/// <param name="Results">The findings, with the waivers and acknowledgements that cover them.</param>
/// <param name="Judged">The findings as the rules gave them.</param>
/// <param name="Design">The design that was judged.</param>
/// <param name="DraftVersion">Version of the draft at that moment.</param>
/// <param name="CatalogueVersion">Version of the catalogue.</param>
/// <param name="Catalogue">The catalogue. Read it, never change it.</param>
/// <param name="Pack">Policy pack.</param>
/// <param name="JudgedAt">When.</param>
public sealed record Judgement(RuleResults Results, RuleResults Judged, ZoneDesign Design, int DraftVersion, long CatalogueVersion, CatalogueSnapshot Catalogue, PolicyPack Pack, DateTimeOffset JudgedAt)
{
    /// <summary>With what people have answered by now.</summary>
    public Judgement With(IReadOnlyList<StandingAnswer> answers, DateTimeOffset now) => this with { Results = StandingAnswer.Apply(Judged, answers, now) };
}
