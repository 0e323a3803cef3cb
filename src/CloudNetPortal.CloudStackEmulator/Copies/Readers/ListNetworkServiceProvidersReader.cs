using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Copies.Readers;

internal sealed class ListNetworkServiceProvidersReader : ListReader
{
    public override int Order => 30;
    public override bool NewestFirst => true;

    public override CloudObject Read(CloudState cloud, ListedRow row) => Put(cloud.Providers, row, new Provider
    {
        PhysicalNetworkId = row.Of(cloud.PhysicalNetworks, "physicalnetworkid"), Name = row.Need("name"), Enabled = row.Enabled("state"),
        Services = [.. (row.Json["servicelist"] as System.Text.Json.Nodes.JsonArray ?? []).Select(s => s?.ToString() ?? "")],
    });

    /// <summary>A provider whose element was not copied has one that is configured when the provider is enabled, as it must have been (CS-406).</summary>
    public override void Finish(CloudState cloud)
    {
        foreach (var provider in cloud.Providers.Rows.Where(p => !cloud.Elements.Rows.Exists(e => e.ProviderId == p.Id)))
        {
            if (Rules.ProviderRules.ElementOf(provider.Name) is { } kind)
                cloud.Elements.Add(new ProviderElement { ProviderId = provider.Id, Kind = kind, Enabled = provider.Enabled }, provider.Created);
        }
    }
}
