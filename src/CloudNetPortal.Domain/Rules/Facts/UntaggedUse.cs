using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Hypervisors;
using CloudNetPortal.Domain.Zones.Kinds;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>Addresses whose frames CloudStack sends without a tag: they meet the VLAN the host, the VMware label or the switch port gives them.</summary>
/// <param name="Cell">Label they go through.</param>
/// <param name="Subnet">Their subnet.</param>
/// <param name="Title">For people: “the management subnet of pod p1”.</param>
/// <param name="Path">Where they stand in the design.</param>
/// <param name="Pod">The pod whose hosts send them; null for all hosts.</param>
public sealed record UntaggedUse(LabelCell Cell, Ipv4Subnet Subnet, string Title, string Path, Pod? Pod)
{
    /// <summary>All of a zone.</summary>
    internal static IEnumerable<UntaggedUse> Of(RuleFacts facts)
    {
        foreach (var cell in facts.Cells.Where(c => c.Label is not null))
            switch (cell.Traffic.Type.ToUpperInvariant())
            {
                case "MANAGEMENT":
                    foreach (var pod in facts.Design.Pods)
                        if (Ipv4Subnet.TryParse(pod.Gateway, pod.Netmask, out var subnet))
                            yield return new UntaggedUse(cell, subnet, $"the management subnet {subnet} of pod {pod.Name}", DesignPath.Of(pod, "gateway"), pod);
                    break;
                case "PUBLIC":
                    foreach (var use in Ranges(facts, cell, "public"))
                        yield return use;
                    break;
                case "STORAGE":
                    foreach (var use in Ranges(facts, cell, "storage"))
                        yield return use;
                    break;
                case "GUEST":
                    foreach (var use in Ranges(facts, cell, facts.Kind is BasicZone ? "guest" : "shared guest"))
                        yield return use;
                    break;
            }
    }

    /// <summary>The VLAN its frames are in on a leg, and who gives it: the host below the bridge, the VMware label, or the switch port. Null when it is not documented.</summary>
    public (int Vlan, bool BySwitch)? On(LabelLeg leg, LabelResolution resolution, RuleFacts facts)
    {
        if (resolution.HostTag?.VlanId is { } own)
            return (own, false);
        if (Cell.Hypervisor is Vmware && VmwareLabel.TryParse(Cell.Label, out var label, out _) && label.Vlan is { } inLabel && (Cell.Is("Management") || Cell.Is("Storage")))
            return (inLabel, false);
        return leg.Path.End is { } end && SwitchFabric.Forwards(end.Device) && facts.VlansOf(end.Port).Untagged is { } untagged ? (untagged, true) : null;
    }

    private static IEnumerable<UntaggedUse> Ranges(RuleFacts facts, LabelCell cell, string kind)
    {
        foreach (var range in facts.Addresses.Where(a => a.Kind == kind && CellSets.IsUntagged(a.VlanText)))
            if (range.Subnet is { } subnet && (kind != "shared guest" || facts.Design.GuestNetworks.Find(g => DesignPath.Of(g) == range.Path) is { } guest && CellSets.NetworkOf(facts.Design, guest) == cell.Network))
                yield return new UntaggedUse(cell, subnet, $"the {range.Title}", $"{range.Path}/vlan", range.Pod);
    }
}
