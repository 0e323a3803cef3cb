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
                [.. commands.Select(c => c.Name).OfType<string>().Order(StringComparer.Ordinal)], [.. offerings.Select(o => o.Name).OfType<string>().Distinct().Order(StringComparer.Ordinal)])
            {
                Offerings = [.. offerings.Where(o => o.GuestIpType is not null).OrderBy(o => o.Name, StringComparer.Ordinal).Select(OfferingOf)],
                Settings = await Maybe("listConfigurations", () => SettingsOf(client, cancel)),
                Domains = await Maybe("listDomains", async () => (IReadOnlyList<string>)[.. (await ListedDomain.ListAsync(client, listAll: "true", cancel: cancel)).Select(d => d.Path).OfType<string>().Order(StringComparer.Ordinal)]),
                ImageStores = await Maybe("listImageStores", async () => (IReadOnlyList<ImageStoreFacts>)[.. (await ListedImageStore.ListAsync(client, cancel: cancel)).Select(s => new ImageStoreFacts(s.Name, s.Provider ?? "", s.Url, zones.FirstOrDefault(z => z.Id == s.ZoneId)?.Name))]),
                SystemVmTemplates = await Maybe("listTemplates", () => TemplatesOf(client, cancel)),
            };

            // What these keys may not list is not known, and rules say so.
            async Task<T?> Maybe<T>(string command, Func<Task<T>> read) where T : class
            {
                if (!commands.Any(c => c.Name == command))
                    return null;
                try
                {
                    return await read();
                }
                catch (CallFailedException)
                {
                    return null;
                }
            }

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

    private static OfferingFacts OfferingOf(ListedNetworkOffering offering) => new(offering.Name, offering.GuestIpType!)
    {
        State = offering.State ?? "Enabled", SpecifyVlan = offering.SpecifyVlan, SpecifyIpRanges = offering.SpecifyIpRanges, Tags = offering.Tags,
        Services = offering.Services.DistinctBy(s => s.Required("name")).ToDictionary(s => s.Required("name"), s => (IReadOnlyList<string>)[.. s.Rows("provider").Select(p => p.Required("name"))], StringComparer.OrdinalIgnoreCase),
    };

    // Only those that rules ask for: a cloud has hundreds, some of them secret.
    private static async Task<IReadOnlyDictionary<string, string>> SettingsOf(CloudStackClient client, CancellationToken cancel)
    {
        var settings = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in (string[])["management.network.cidr", "control.cidr", "check.pod.cidrs", "allow.non.rfc1918.compliant.ips", "routed.network.vpc.enabled", "system.vm.use.local.storage", "system.vm.management.ip.reservation.mode.strictness", "system.vm.public.ip.reservation.mode.strictness", "vmware.management.portgroup"])
            if ((await ListedSetting.ListAsync(client, name, cancel: cancel)).FirstOrDefault(s => s.Name == name)?.Value is { } value)
                settings[name] = value;
        return settings;
    }

    private static async Task<IReadOnlyList<SystemVmTemplateFacts>> TemplatesOf(CloudStackClient client, CancellationToken cancel) =>
        [.. (await Listing.AllAsync(client, "listTemplates", [("templatefilter", "all"), ("templatetype", "SYSTEM")], row => row, cancel))
            .Where(t => string.Equals(t.Text("templatetype"), "SYSTEM", StringComparison.OrdinalIgnoreCase)).Select(t => new SystemVmTemplateFacts(t.Required("hypervisor"), t.Text("zonename"), t.Flag("isready")))];
}
