using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Hypervisors;
using CloudNetPortal.Domain.Zones.Kinds;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>Which VLANs CloudStack sends tagged through which label: per zone, not per host.</summary>
public static class CellSets
{
    /// <summary>True when guest networks of a physical network are told apart by VLAN; CloudStack's default when no method is named.</summary>
    public static bool UsesVlans(PhysicalNetwork network) =>
        network.IsolationMethods.Count == 0 || network.IsolationMethods.Exists(m => string.Equals(m.Trim(), "VLAN", StringComparison.OrdinalIgnoreCase));

    /// <summary>Highest identifier the isolation of a physical network has: 4094 for VLANs, 16777214 for VXLAN, 2147483647 for GRE.</summary>
    public static int HighestId(PhysicalNetwork network) =>
        UsesVlans(network) ? 4094 : network.IsolationMethods.Exists(m => string.Equals(m.Trim(), "GRE", StringComparison.OrdinalIgnoreCase)) ? int.MaxValue : 16777214;

    /// <summary>The guest set of a physical network; empty when it cannot be read (CNP5001 tells).</summary>
    public static VlanSet GuestSet(PhysicalNetwork network) => VlanSet.TryParse(network.GuestVlans, out var set, out _, HighestId(network)) ? set : VlanSet.Empty;

    /// <summary>One VLAN as typed; null for none, untagged or text that is no VLAN.</summary>
    public static int? VlanOf(string? text)
    {
        var typed = text?.Trim() ?? "";
        // CloudStack itself writes vlan://50 in what it lists, and files carry that over.
        if (typed.StartsWith("vlan://", StringComparison.OrdinalIgnoreCase))
            typed = typed["vlan://".Length..];
        return typed.Length is > 0 and <= 4 && typed.All(char.IsAsciiDigit) && int.Parse(typed, System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 4094 and var id ? id : null;
    }

    /// <summary>True for an empty VLAN field or the word untagged, with or without the scheme CloudStack lists it with.</summary>
    public static bool IsUntagged(string? text) => string.IsNullOrWhiteSpace(text) || text.Trim().ToLowerInvariant() is "untagged" or "vlan://untagged";

    /// <summary>True when two VLAN fields mean one VLAN, or one identifier where they hold no VLAN.</summary>
    public static bool SameVlan(string? a, string? b) =>
        IsUntagged(a) || IsUntagged(b) ? IsUntagged(a) && IsUntagged(b) : VlanOf(a) is { } one && VlanOf(b) is { } other ? one == other : string.Equals(a!.Trim(), b!.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>True when a guest network of the design is sent untagged: it says so, or names addresses and no VLAN. CloudStack gives the others a VLAN of the guest set.</summary>
    public static bool IsUntagged(GuestNetwork guest) => string.IsNullOrWhiteSpace(guest.Vlan) ? !string.IsNullOrWhiteSpace(guest.StartIp) : IsUntagged(guest.Vlan);

    /// <summary>The physical network a guest network of the design lives on: the one it names, or the only one with Guest.</summary>
    public static PhysicalNetwork? NetworkOf(ZoneDesign design, GuestNetwork guest)
    {
        if (guest.PhysicalNetworkId is { } id)
            return design.PhysicalNetworks.Find(n => n.Id == id);
        var carriers = design.PhysicalNetworks.FindAll(n => n.Traffic("Guest") is not null);
        return carriers.Count == 1 ? carriers[0] : null;
    }

    internal static IEnumerable<LabelCell> Cells(ZoneDesign design, IEnumerable<Hypervisor> hypervisors) =>
        from network in design.PhysicalNetworks
        from traffic in network.TrafficTypes
        from hypervisor in hypervisors
        select new LabelCell(network, traffic, hypervisor, Tagged(design, network, traffic, hypervisor));

    private static VlanSet Tagged(ZoneDesign design, PhysicalNetwork network, TrafficType traffic, Hypervisor hypervisor)
    {
        var labelVlan = hypervisor is Vmware && VmwareLabel.TryParse(traffic.LabelFor(hypervisor.Key), out var label, out _) ? label.Vlan : null;
        switch (traffic.Type.ToUpperInvariant())
        {
            // Guests of a basic zone are never tagged: its VLANs, if any, are those of the switch ports.
            case "GUEST" when ZoneKind.Find(design.Kind) is BasicZone:
                return VlanSet.Empty;
            case "GUEST":
                var networks = Set(design.GuestNetworks.Where(g => NetworkOf(design, g) == network).Select(g => VlanOf(g.Vlan)));
                return UsesVlans(network) ? GuestSet(network).Union(networks) : networks;
            case "PUBLIC":
                return Set(design.PublicRanges.Select(r => VlanOf(r.Vlan)));
            case "STORAGE":
                var ranges = design.Pods.SelectMany(p => p.StorageRanges).ToList();
                var set = Set(ranges.Select(r => VlanOf(r.Vlan)));
                return labelVlan is { } below && ranges.Exists(r => IsUntagged(r.Vlan)) ? set.Union(VlanSet.Of(below)) : set;
            case "MANAGEMENT":
                return labelVlan is { } own ? VlanSet.Of(own) : VlanSet.Empty;
            default:
                return VlanSet.Empty;
        }
    }

    private static VlanSet Set(IEnumerable<int?> ids) => VlanSet.Of(ids.OfType<int>().Select(i => new VlanRange(i, i)));
}
