using System.Text.Json;
using CloudNetPortal.Domain.Plans.Sections;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Snapshots.Parts;

/// <summary>Network service providers. Those that CloudStack makes with each physical network count only when they are on.</summary>
public sealed class ProvidersPart : SnapshotPart
{
    // createPhysicalNetwork makes ConfigDrive enabled, and after some starts of the server BaremetalPxeProvider too.
    private static readonly string[] OnByThemselves = ["ConfigDrive", "BaremetalPxeProvider"];
    private static readonly string[] MadeWithTheNetwork = 
    [
        "VirtualRouter", "VpcVirtualRouter", "InternalLbVm", "SecurityGroupProvider", "BaremetalPxeProvider", "BaremetalDhcpProvider", "BaremetalUserdataProvider", "ConfigDrive", "Ovs",
    ];

    /// <inheritdoc/>
    public override void Observe(Observation observation)
    {
        if (!observation.Has("listNetworkServiceProviders")) return;
        foreach (var network in observation.Design.PhysicalNetworks)
        {
            var (key, id) = (NetworksSection.KeyOf(network), observation.Ids.GetValueOrDefault(NetworksSection.KeyOf(network)));
            var rows = observation.Rows("listNetworkServiceProviders").Where(p => FieldPath.Text(p, "physicalnetworkid") == id).OrderBy(p => FieldPath.Text(p, "name"), StringComparer.Ordinal).ToArray();
            // One that shall be off and is not there is off.
            var off = network.Providers.Where(p => !p.Enabled && !Array.Exists(rows, r => Is(p, r))).ToArray();
            foreach (var (provider, row) in observation.Pair(network.Providers, rows, p => $"{key}/provider/{p.Id}", MakeFor, Is))
            {
                var isOn = FieldPath.Text(row, "state") == "Enabled";
                provider.Enabled = isOn;
                if (isOn) Element(observation, network, provider, row);
                if (observation.IsImport && Array.IndexOf(MadeWithTheNetwork, provider.Name) < 0)
                    observation.NotKnown($"physicalNetworks/{network.Id}/providers/{provider.Id}", $"provider {provider.Name}", UnknownKind.Secret, "Its devices, their addresses and sign-in are not read.");
            }
            network.Providers.AddRange(off);
        }
    }

    private static bool Is(NetworkProvider provider, JsonElement row) => string.Equals(provider.Name, FieldPath.Text(row, "name"), StringComparison.OrdinalIgnoreCase);

    private static NetworkProvider? MakeFor(JsonElement row)
    {
        var name = FieldPath.Text(row, "name") ?? "";
        var isOn = FieldPath.Text(row, "state") == "Enabled";
        // One that somebody added is news even while it is off.
        return isOn ? OnByThemselves.Contains(name) ? null : Made() : MadeWithTheNetwork.Contains(name) ? null : Made();

        NetworkProvider Made() => new() { Id = Observation.IdFor(row), Name = name, Enabled = isOn };
    }

    private static void Element(Observation observation, PhysicalNetwork network, NetworkProvider provider, JsonElement row)
    {
        var list = provider.Name.ToUpperInvariant() switch
        {
            "VIRTUALROUTER" or "VPCVIRTUALROUTER" => "listVirtualRouterElements", "INTERNALLBVM" => "listInternalLoadBalancerElements", "OVS" => "listOvsElements", _ => null,
        };
        if (list is null) return;
        foreach (var element in observation.Rows(list).Where(e => FieldPath.Text(e, "nspid") == FieldPath.Text(row, "id")))
            observation.Expect($"physicalNetworks/{network.Id}/providers/{provider.Id}", element, "enabled", "true");
    }
}
