using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Commands;

namespace CloudNetPortal.CloudStackEmulator.Rules;

internal static class ProviderRules
{
    /// <summary>CS-222: the providers that come with a physical network.</summary>
    public static void AddDefaults(Call call, Zone zone, PhysicalNetwork network)
    {
        Add(call, network, "VirtualRouter");
        Add(call, network, "SecurityGroupProvider");
        Add(call, network, "VpcVirtualRouter");
        if (zone.Basic)
        {
            Add(call, network, "BaremetalDhcpProvider");
            Add(call, network, "BaremetalPxeProvider");
            Add(call, network, "BaremetalUserdataProvider");
        }
        else
        {
            Add(call, network, "BaremetalPxeProvider");
        }
        Add(call, network, "InternalLbVm");
        if (network.Isolation?.Contains("GRE", StringComparison.Ordinal) == true)
            Add(call, network, "Ovs");
        if (!zone.Basic)
        {
            // The real server enables "the first row of that name", which need not be the new one; here those of the first zone.
            Add(call, network, "ConfigDrive").Enabled = zone.Number == 1;
        }
    }

    public static Provider Add(Call call, PhysicalNetwork network, string name, IReadOnlyList<string>? services = null)
    {
        var kind = ProviderKind.Find(name)!;
        var provider = call.Cloud.Providers.Add(new Provider { PhysicalNetworkId = network.Id, Name = name, Services = [.. services ?? kind.Services] }, call.Now);
        if (ElementOf(kind.Name) is { } made)
            call.Cloud.Elements.Add(new ProviderElement { ProviderId = provider.Id, Kind = made }, call.Now);
        return provider;
    }

    /// <summary>The element that comes with a provider, if it has one.</summary>
    public static ElementKind? ElementOf(string provider) => provider switch
    {
        "VirtualRouter" or "VpcVirtualRouter" => ElementKind.Router,
        "InternalLbVm" => ElementKind.LoadBalancer,
        "Ovs" => ElementKind.Switch,
        _ => null,
    };

    /// <summary>CS-406: routers and load balancers need their element configured first; everything else is always ready.</summary>
    public static bool IsReady(CloudState cloud, Provider provider)
    {
        var elements = cloud.Elements.Present.Where(e => e.ProviderId == provider.Id && e.Kind != ElementKind.Switch).ToList();
        return elements.Count == 0 || elements.Exists(e => e.Enabled);
    }
}
