using System.Text.Json;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Plans.Sections;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Hypervisors;
using CloudNetPortal.Domain.Zones.Kinds;
using CloudNetPortal.Domain.Zones.TrafficTypes;

namespace CloudNetPortal.Domain.Snapshots.Parts;

/// <summary>Physical networks, their traffic types with the labels of every hypervisor, and their guest VLANs.</summary>
public sealed class NetworksPart : SnapshotPart
{
    /// <inheritdoc/>
    public override void Observe(Observation observation)
    {
        if (!observation.Has("listPhysicalNetworks")) return;
        var expectsStorage = observation.Design.PhysicalNetworks.Exists(n => n.Traffic("Storage") is not null);
        var rows = observation.Rows("listPhysicalNetworks").OrderBy(n => FieldPath.Text(n, "name"), StringComparer.Ordinal);
        foreach (var (network, row) in observation.Pair(observation.Design.PhysicalNetworks, rows, NetworksSection.KeyOf, r => new PhysicalNetwork { Id = Observation.IdFor(r) },
            (n, r) => n.Name == FieldPath.Text(r, "name")))
        {
            Network(observation, network, row);
            if (observation.Has("listTrafficTypes")) Traffic(observation, network, row, expectsStorage);
        }
    }

    private static void Network(Observation observation, PhysicalNetwork network, JsonElement row)
    {
        var path = $"physicalNetworks/{network.Id}";
        network.Name = Observation.Take(network.Name, row, "name") ?? "";
        // A basic zone is made without isolation, tags and guest VLANs.
        if (observation.IsImport || observation.Kind is not BasicZone)
        {
            if (observation.IsImport || network.IsolationMethods.Count > 0) network.IsolationMethods = Observation.TakeWords(network.IsolationMethods, FieldPath.Text(row, "isolationmethods"));
            network.Tags = Observation.TakeWords(network.Tags, FieldPath.Text(row, "tags"));
            network.GuestVlans = Observation.Take(network.GuestVlans, row, "vlan", Comparison.VlanSet);
        }
        if (network.BroadcastDomainRange is { Length: > 0 } || (observation.IsImport && observation.Kind is BasicZone))
            network.BroadcastDomainRange = Observation.Take(network.BroadcastDomainRange, row, "broadcastdomainrange", Comparison.IgnoreCase);
        observation.Expect(path, row, "state", "Enabled");
        if (FieldPath.Text(row, "networkspeed") is { Length: > 0 } speed) observation.NotKnown(path, $"physical network {network.Name}", UnknownKind.NoPlace, $"Its speed is noted as {speed}.");
    }

    private static void Traffic(Observation observation, PhysicalNetwork network, JsonElement networkRow, bool expectsStorage)
    {
        var key = NetworksSection.KeyOf(network);
        var rows = observation.Rows("listTrafficTypes").Where(t => FieldPath.Text(t, "physicalnetworkid") == FieldPath.Text(networkRow, "id") && TrafficKind.Find(FieldPath.Text(t, "traffictype")) is not null)
            .OrderBy(t => FieldPath.Text(t, "traffictype"), StringComparer.Ordinal).ToArray();
        var management = Array.Find(rows, r => FieldPath.Text(r, "traffictype") == "Management");
        foreach (var (traffic, row) in observation.Pair(network.TrafficTypes, rows, t => $"{key}/traffic/{t.Id}",
            r => IsServersOwn(observation, r, management, expectsStorage) ? null : new TrafficType { Id = Observation.IdFor(r), Type = FieldPath.Text(r, "traffictype")! },
            (t, r) => string.Equals(t.Type, FieldPath.Text(r, "traffictype"), StringComparison.OrdinalIgnoreCase)))
            Labels(observation, network, traffic, row);
    }

    // Enabling a zone without Storage traffic adds it to the management network with the management labels.
    private static bool IsServersOwn(Observation observation, JsonElement row, JsonElement management, bool expectsStorage) =>
        !observation.IsImport && !expectsStorage && observation.Design.EnableZone && FieldPath.Text(row, "traffictype") == "Storage" && management.ValueKind == JsonValueKind.Object
        && Labelled.All(h => FieldPath.Text(row, h.LabelParameter!) == FieldPath.Text(management, h.LabelParameter!));

    // The simulator's label is stored and never listed.
    private static readonly IReadOnlyList<Hypervisor> Labelled = [.. Hypervisor.All.Where(h => h is { LabelParameter: not null } and not Simulator)];

    private static void Labels(Observation observation, PhysicalNetwork network, TrafficType traffic, JsonElement row)
    {
        foreach (var hypervisor in Labelled)
        {
            var label = FieldPath.Text(row, hypervisor.LabelParameter!);
            if ((traffic.LabelFor(hypervisor.Key) ?? "") == (label ?? "")) continue;
            if (string.IsNullOrEmpty(label)) traffic.Labels.Remove(hypervisor.Key);
            else traffic.Labels[hypervisor.Key] = label;
        }
        if (FieldPath.Text(row, "vlan") is { Length: > 0 } vlan)
            observation.NotKnown($"physicalNetworks/{network.Id}/trafficTypes/{traffic.Id}", $"{traffic.Type} traffic on {network.Name}", UnknownKind.NoPlace, $"VLAN {vlan} is noted with it.");
    }
}
