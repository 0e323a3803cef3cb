using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.CloudStack.Reads;
using CloudNetPortal.Push.Snapshots;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Clouds;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Import;

/// <summary>Asks a cloud which zones it has, and says which of them the portal knows.</summary>
internal sealed class FindCloudZones(IDbContextFactory<PortalDbContext> store, CloudConnections connections, TimeProvider time)
{
    public async Task<Answer<CloudZoneLine[]>> Execute(Caller caller, Guid cloudId, CancellationToken cancel = default)
    {
        if (!caller.MayDesignZones() && !caller.MayPush())
            return Refusals.NotADesigner;
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await db.Clouds.AsNoTracking().SingleOrDefaultAsync(c => c.Id == cloudId, cancel) is not { } cloud)
            return Refusals.NoCloud;
        var ours = await db.Zones.AsNoTracking().Where(z => z.CloudId == cloudId && z.RemovedAt == null).Select(z => new { z.Id, z.Name }).ToListAsync(cancel);
        try
        {
            if (await connections.ForRead(cloud, cancel) is not { } client)
                return new Refused($"{cloud.Name} has no keys yet. Set its read key or push key first.");
            CloudZoneLine[] lines =
            [
                .. (await new SnapshotReader(client, time).ListZonesAsync(cancel)).OrderBy(z => z.Name, StringComparer.OrdinalIgnoreCase).Select(z =>
                    new CloudZoneLine(z.Id, z.Name ?? "", KindOf(z.Row), z.Row.Text("allocationstate") ?? "", ours.Find(o => string.Equals(o.Name, z.Name, StringComparison.OrdinalIgnoreCase))?.Id)),
            ];
            return lines;
        }
        catch (SnapshotException problem)
        {
            return new Refused($"{cloud.Name} could not be read: {problem.Message}");
        }
        catch (CallFailedException problem)
        {
            return new Refused($"{cloud.Name} could not be read: {problem.Failure}");
        }
        catch (SecretNotReadableException problem)
        {
            return new Refused(problem.Message);
        }
    }

    private static string KindOf(ListedRow zone) => (zone.Text("networktype"), zone.Flag("securitygroupsenabled"), zone.Text("type")) switch
    {
        ("Basic", _, _) => "Basic", (_, _, "Edge") => "Edge", (_, true, _) => "Advanced with security groups", _ => "Advanced",
    };
}

/// <summary>A zone of a cloud.</summary>
/// <param name="Known">The zone of that name that the portal has for this cloud; null for none.</param>
public sealed record CloudZoneLine(string CloudId, string Name, string Kind, string State, Guid? Known);
