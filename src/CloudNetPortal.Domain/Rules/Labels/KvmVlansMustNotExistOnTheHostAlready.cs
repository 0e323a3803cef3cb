using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Labels;

/// <summary>CNP3104.</summary>
internal sealed class KvmVlansMustNotExistOnTheHostAlready : KvmRule
{
    public override string Id => "CNP3104";
    public override string Title => "KVM VLANs must not exist on the host already";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Error)];
    public override string Why => "For VLAN n the agent takes the device uplink.n and puts it into its own bridge. When the host itself already uses that device, in another bridge or with an address, the host is cut off from it the moment the first NIC is plugged.";
    public override string Rejected => "Storage label cloudbr2 stands on bond0.33, and the storage range says VLAN 33.";
    public override string Accepted => "The same bridge, and a storage range without VLAN.";
    public override string Cure => "Clear the VLAN of the range (one click) when the bridge already stands in it, or take the VLAN out of the guest set.";
    public override RuleOrigins Origins => RuleOrigins.Host;
    public override Reads Reads => (Reads.Legs | Reads.Tagged) & ~(Reads.PortVlans | Reads.Cables | Reads.Surroundings);

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var clashes = from native in Native(facts)
                      where native.Resolution.Uplink is not null && !native.Cell.Tagged.IsEmpty
                      from device in facts.Catalogue.VlansOn(native.Resolution.Uplink!)
                      where device.VlanId is { } id && native.Cell.Tagged.Contains(id) && IsTheHosts(device, native.Resolution.Uplink!, facts.Catalogue)
                      select (native.Cell, native.Resolution, Device: device);
        foreach (var group in clashes.GroupBy(c => (c.Cell.Network, c.Cell.Traffic, c.Device.Name, c.Device.VlanId)))
        {
            var (cell, _, device) = group.First();
            var hosts = group.Select(g => g.Resolution.Host).Distinct().ToList();
            var bridge = facts.Catalogue.Port(device.BridgeId)?.Name;
            yield return Found(Place(facts.Design, cell, device.VlanId!.Value),
                $"VLAN {device.VlanId} of {cell.Traffic.Type} on {cell.Network.Name} is in use by {List(hosts.Select(h => h.Name))} {(hosts.Count == 1 ? "itself" : "themselves")}: {device.Name} {(bridge is null ? "has an address" : $"is a port of {bridge}")}. CloudStack would take the device into br{group.First().Resolution.Uplink!.Name}-{device.VlanId} and cut the host off.") with
            {
                Objects = [.. hosts.Select(h => h.Reference), new("vlan", $"{device.VlanId}")],
                Evidence = [.. group.Take(20).Select(c => $"{c.Resolution.Host.Name}: {c.Device.Name} {(facts.Catalogue.Port(c.Device.BridgeId)?.Name is { } over ? $"in {over}" : "with an address")}, {c.Cell.Label} on {c.Resolution.Uplink!.Name}").Distinct()],
                Fixes = [.. Fixes(facts, cell, device.VlanId!.Value)],
            };
        }
    }

    private static bool IsTheHosts(Interface device, Interface uplink, CatalogueIndex catalogue) =>
        !device.MadeByCloudStack && (device.Addresses.Exists(a => !a.Address.IsIPv6LinkLocal) || (catalogue.Port(device.BridgeId) is { MadeByCloudStack: false } bridge && bridge.Name != $"br{uplink.Name}-{device.VlanId}"));

    // Where the VLAN was typed.
    private static string Place(ZoneDesign design, LabelCell cell, int vlan) =>
        cell.Is("Guest") ? CellSets.GuestSet(cell.Network).Contains(vlan) || design.GuestNetworks.Find(g => CellSets.NetworkOf(design, g) == cell.Network && CellSets.VlanOf(g.Vlan) == vlan) is not { } guest ? DesignPath.Of(cell.Network, "guestVlans") : DesignPath.Of(guest, "vlan")
        : cell.Is("Public") && design.PublicRanges.Find(r => CellSets.VlanOf(r.Vlan) == vlan) is { } wide ? DesignPath.Of(wide, "vlan")
        : cell.Is("Storage") && design.Pods.SelectMany(p => p.StorageRanges.Select(r => (Pod: p, Range: r))).FirstOrDefault(r => CellSets.VlanOf(r.Range.Vlan) == vlan) is { Range: { } range, Pod: { } pod } ? DesignPath.Of(pod, range, "vlan")
        : cell.Path;

    private static IEnumerable<Fix> Fixes(RuleFacts facts, LabelCell cell, int vlan)
    {
        if (cell.Is("Storage"))
            foreach (var pod in facts.Design.Pods)
                foreach (var range in pod.StorageRanges.Where(r => CellSets.VlanOf(r.Vlan) == vlan))
                    yield return Set($"Clear the VLAN of the storage range of {pod.Name}", DesignPath.Of(pod, range, "vlan"), range.Vlan, null);
        if (cell.Is("Guest") && CellSets.GuestSet(cell.Network) is var set && set.Contains(vlan))
            yield return Set($"Take {vlan} out of {cell.Network.Name}", DesignPath.Of(cell.Network, "guestVlans"), cell.Network.GuestVlans, set.Except(VlanSet.Of(vlan)).ToString());
    }
}
