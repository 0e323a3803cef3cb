using System.Text.Json;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Plans.Sections;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Kinds;

namespace CloudNetPortal.Domain.Snapshots.Parts;

/// <summary>Shared guest networks that everybody in a domain uses. Those of a single account are that tenant's business.</summary>
public sealed class GuestNetworksPart : SnapshotPart
{
    /// <inheritdoc/>
    public override void Observe(Observation observation)
    {
        if (!observation.Has("listNetworks")) return;
        var rows = observation.Rows("listNetworks").Where(n => FieldPath.Text(n, "type") == "Shared" && FieldPath.Text(n, "acltype") != "Account").OrderBy(n => FieldPath.Text(n, "name"), StringComparer.Ordinal);
        foreach (var (network, row) in observation.Pair(observation.Design.GuestNetworks, rows, GuestNetworksSection.KeyOf, r => new GuestNetwork { Id = Observation.IdFor(r) },
            (n, r) => n.Name == FieldPath.Text(r, "name")))
        {
            network.Name = Observation.Take(network.Name, row, "name") ?? "";
            if ((string.IsNullOrEmpty(network.DisplayText) ? network.Name : network.DisplayText) != FieldPath.Text(row, "displaytext")) network.DisplayText = FieldPath.Text(row, "displaytext");
            network.Offering = Observation.Take(network.Offering, row, "networkofferingname") ?? "";
            Carrier(observation, network, row);
            // The addresses of a basic zone belong to its pods.
            if (observation.Kind is BasicZone) continue;
            network.Gateway = Observation.Take(network.Gateway, row, "gateway");
            network.Netmask = Observation.Take(network.Netmask, row, "netmask");
            network.Vlan = Observation.Take(network.Vlan, row, "vlan", Comparison.Vlan);
            Range(observation, network, row);
            if (FieldPath.Text(row, "ip6cidr") is { Length: > 0 } cidr) observation.NotKnown($"guestNetworks/{network.Id}", $"guest network {network.Name}", UnknownKind.NoPlace, $"IPv6 prefix {cidr} is set.");
        }
    }

    private static void Carrier(Observation observation, GuestNetwork network, JsonElement row)
    {
        var id = FieldPath.Text(row, "physicalnetworkid");
        if (network.PhysicalNetworkId is null && !observation.IsImport || observation.Kind is BasicZone) return;
        network.PhysicalNetworkId = observation.Design.PhysicalNetworks.Find(n => observation.Ids.GetValueOrDefault(NetworksSection.KeyOf(n)) == id)?.Id ?? network.PhysicalNetworkId;
    }

    private static void Range(Observation observation, GuestNetwork network, JsonElement row)
    {
        if (!observation.Has("listVlanIpRanges")) return;
        var ranges = observation.Rows("listVlanIpRanges").Where(r => FieldPath.Text(r, "networkid") == FieldPath.Text(row, "id")).OrderBy(r => FieldPath.Text(r, "startip"), StringComparer.Ordinal).ToArray();
        if (ranges.Length == 0)
        {
            (network.StartIp, network.EndIp) = (null, null);
            return;
        }
        var range = Array.Find(ranges, r => FieldPath.Text(r, "startip") == network.StartIp) is { ValueKind: JsonValueKind.Object } same ? same : ranges[0];
        network.EndIp = Observation.TakeEnd(network.EndIp, network.StartIp ?? "", range);
        network.StartIp = Observation.Take(network.StartIp, range, "startip");
        foreach (var further in ranges.Where(r => FieldPath.Text(r, "id") != FieldPath.Text(range, "id")))
        {
            var text = $"{FieldPath.Text(further, "startip")}–{FieldPath.Text(further, "endip")}";
            observation.NotKnown($"guestNetworks/{network.Id}", $"guest network {network.Name}", UnknownKind.NoPlace, $"It has a further range, {text}.");
            if (!observation.IsImport) observation.States.Add(new ObservedState($"guestNetworks/{network.Id}", "further range", "", text, FieldPath.Text(further, "id")));
        }
    }
}
