using System.Text.Json;
using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.CloudStack.Reads;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Clouds;

/// <summary>Reads what rules need to know of a cloud: its zones, network offerings and the commands its keys may use.</summary>
internal sealed class ReadCloudFacts(IDbContextFactory<PortalDbContext> store, CloudConnections connections, LiveUpdates updates, TimeProvider time)
{
    public async Task<Answer<CloudFacts>> Execute(Caller caller, Guid cloudId, CancellationToken cancel = default)
    {
        if (!caller.MayKeepClouds() && !caller.MayDesignZones())
            return Refusals.NotAKeeperOfClouds;
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        if (await db.Clouds.SingleOrDefaultAsync(c => c.Id == cloudId, cancel) is not { } cloud)
            return Refusals.NoCloud;
        try
        {
            if (await connections.ForRead(cloud, cancel) is not { } client)
                return new Refused($"{cloud.Name} has no keys yet. Set its push key first.");
            var zones = await ListedZone.ListAsync(client, cancel: cancel);
            var offerings = await ListedNetworkOffering.ListAsync(client, cancel: cancel);
            var commands = await ListedApi.ListAsync(client, cancel: cancel);
            var facts = new CloudFacts(time.GetUtcNow(), [.. zones.Select(z => z.Name).OfType<string>().Order(StringComparer.Ordinal)],
                [.. commands.Select(c => c.Name).OfType<string>().Order(StringComparer.Ordinal)], [.. offerings.Select(o => o.Name).OfType<string>().Distinct().Order(StringComparer.Ordinal)]);
            (cloud.FactsJson, cloud.FactsReadAt) = (JsonSerializer.Serialize(facts), facts.ReadAt);
            await db.SaveChangesAsync(cancel);
            updates.Tell(Topic.Clouds, Topic.Zones);
            return facts;
        }
        catch (CallFailedException failure)
        {
            return new Refused($"{cloud.Name} could not be read: {failure.Failure}");
        }
        catch (SecretNotReadableException problem)
        {
            return new Refused(problem.Message);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusals.Moved;
        }
    }
}
