using System.Security.Cryptography;
using System.Text;
using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Snapshots;
using CloudNetPortal.Push.Snapshots;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Features.Clouds;
using CloudNetPortal.Web.Features.Push;
using CloudNetPortal.Web.Features.Zones;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Approvals;

/// <summary>Reads what a plan is made against: the zone as it is on its cloud, and what the portal knows of it.</summary>
internal sealed class CloudGround(CloudConnections connections, LiveZones lives, TimeProvider time)
{
    // Whether anybody answers at all shows quickly; a large zone takes its time.
    private static readonly TimeSpan Knock = TimeSpan.FromSeconds(5), Longest = TimeSpan.FromSeconds(90);

    /// <param name="zoneName">Name of the zone in the design.</param>
    /// <param name="wishes">How the plan is to be carried out, and answers to questions of an earlier one.</param>
    public async Task<Ground> Read(PortalDbContext db, Guid zoneId, Cloud cloud, string zoneName, PlanWishes wishes, CancellationToken cancel)
    {
        var pushed = await PushedIds.Of(db, cloud.Id, zoneId, cancel);
        // What an import of the zone learned, overwritten by what pushes learned.
        var known = await db.ZoneObjects.AsNoTracking().Where(o => o.ZoneId == zoneId).ToDictionaryAsync(o => o.Key, o => o.CloudId, StringComparer.Ordinal, cancel);
        foreach (var (key, id) in pushed.Known)
            known[key] = id;
        var options = new PlanOptions { Waves = wishes.Waves, Mark = await Mark(db, cancel), OwnsImported = wishes.OwnsImported, Owns = wishes.Owns };
        var inputs = new PlanInputs { KnownIds = known, Owned = pushed.Owned, Answers = wishes.Answers, Options = options };
        if (await connections.ForRead(cloud, cancel) is not { } client)
            return new Ground(inputs, $"{cloud.Name} has no keys yet, so nobody could look at what is there. An operator or administrator sets them under Clouds.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            limit.CancelAfter(Knock);
            var knock = await client.CallAsync(ApiCall.Of("listCapabilities"), limit.Token);
            if (knock.Failure is { Kind: FailureKind.Unavailable or FailureKind.Unauthorised } failure)
                return new Ground(inputs, $"{cloud.Name} could not be read: {failure.Text}");
            limit.CancelAfter(Longest);
            var snapshot = await Snapshot(new SnapshotReader(client, time), zoneName, known.GetValueOrDefault("zone") ?? wishes.Answers.GetValueOrDefault("zone"), limit.Token);
            await lives.Keep(zoneId, cloud.Id, snapshot, limit.Token);
            return new Ground(inputs with { Snapshot = snapshot }, null);
        }
        catch (SnapshotException trouble)
        {
            return new Ground(inputs, $"{cloud.Name} could not be read: {trouble.Message}");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Ground(inputs, $"{cloud.Name} did not answer in time.");
        }
    }

    private async Task<ZoneSnapshot> Snapshot(SnapshotReader reader, string zoneName, string? id, CancellationToken cancel)
    {
        if (id is not null && await reader.ReadByIdAsync(id, cancel) is { Snapshot.ZoneId: not null } recorded)
            return recorded.Snapshot;
        var zones = (await reader.ListZonesAsync(cancel)).Where(z => string.Equals(z.Name, zoneName, StringComparison.OrdinalIgnoreCase)).ToList();
        // Several zones of one name: the plan asks which is meant.
        return zones.Count > 1
            ? new ZoneSnapshot(null, time.GetUtcNow(), new Dictionary<string, IReadOnlyList<System.Text.Json.JsonElement>> { ["listZones"] = [.. zones.Select(z => z.Row.Json)] })
            : (await reader.ReadByNameAsync(zoneName, cancel)).Snapshot;
    }

    // A portal is known by its first person: that never changes, and says nothing about them.
    private static async Task<string?> Mark(PortalDbContext db, CancellationToken cancel)
    {
        var first = await db.Users.OrderBy(u => u.Id).Select(u => (Guid?)u.Id).FirstOrDefaultAsync(cancel);
        return first is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"portal {first}")))[..12];
    }
}

/// <summary>What a plan is made against.</summary>
/// <param name="Inputs">For the planner; without a snapshot when nobody could look.</param>
/// <param name="Problem">Why nobody could look; null when somebody did.</param>
internal sealed record Ground(PlanInputs Inputs, string? Problem);
