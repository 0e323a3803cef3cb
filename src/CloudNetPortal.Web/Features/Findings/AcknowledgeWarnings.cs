using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Rules.Waivers;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Findings;

/// <summary>Takes note of warnings, by name and in one sentence. It holds until their values change.</summary>
internal sealed class AcknowledgeWarnings(IDbContextFactory<PortalDbContext> store, DesignJudge judge, ZoneAnswers answers, TimeProvider time)
{
    /// <summary>The shortest sentence that is one.</summary>
    internal const int Shortest = 10;

    /// <summary>How many were acknowledged.</summary>
    public async Task<Answer<int>> Execute(Caller caller, Guid zoneId, IReadOnlyList<string> fingerprints, string sentence, CancellationToken cancel = default)
    {
        if (!caller.MayDesignZones())
            return new Forbidden("You cannot acknowledge warnings: that needs the role zone designer, which an administrator gives.");
        if (Wrong(sentence) is { } wrong)
            return wrong;
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        if (await db.Zones.AsNoTracking().SingleOrDefaultAsync(z => z.Id == zoneId && z.RemovedAt == null, cancel) is not { } zone)
            return Refusals.NoZone;
        var warnings = (await judge.Draft(zone, cancel)).Results.Findings.Where(f => fingerprints.Contains(f.Fingerprint)).ToList();
        if (warnings.Count < fingerprints.Distinct().Count())
            return new Stale("A finding is no longer there as it was shown. Look at the findings again.");
        if (warnings.Find(f => f.Severity != Severity.Warning) is { } other)
            return new Refused(other.Severity == Severity.Error ? $"{other.RuleId} is an error: it is fixed or waived, not acknowledged." : "Advice needs no acknowledgement.");
        var open = warnings.Where(f => f.Status is FindingStatus.Open or FindingStatus.NotVerified).ToList();
        db.Acknowledgements.AddRange(open.Select(f => new Acknowledgement(zoneId, f, sentence, caller.Id, caller.Name, time.GetUtcNow())));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException taken) when (taken.InnerException is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation })
        {
            return Refusals.Moved;
        }

        await answers.Moved(zoneId, cancel);
        return open.Count;
    }

    /// <summary>Why a sentence is none; null when it is one.</summary>
    internal static Refused? Wrong(string? sentence) => sentence?.Trim().Length is null or < Shortest or > 1000 ? new Refused($"Say in one sentence, {Shortest} to 1,000 characters, why it may stay.") : null;
}
