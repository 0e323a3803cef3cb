using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Hypervisors;
using CloudNetPortal.Domain.Zones.Kinds;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>Who claims which VLANs in a zone: interval sets with their purpose, never one VLAN at a time.</summary>
public static class VlanLedger
{
    /// <summary>All claims of a zone, in the order of the design.</summary>
    public static IReadOnlyList<VlanClaim> Of(RuleFacts facts)
    {
        var design = facts.Design;
        var claims = new List<VlanClaim>();
        // In a basic zone CloudStack tags nothing.
        if (facts.Kind is not BasicZone)
        {
            claims.AddRange(design.PhysicalNetworks.Where(n => n.Traffic("Guest") is not null && CellSets.UsesVlans(n) && !CellSets.GuestSet(n).IsEmpty)
                .Select(n => new VlanClaim(VlanPurpose.GuestPool, $"the guest VLANs of {n.Name}", DesignPath.Of(n, "guestVlans"), CellSets.GuestSet(n), n, Rows(facts, "Guest", n))));
            claims.AddRange(design.GuestNetworks.Where(g => CellSets.VlanOf(g.Vlan) is not null).Select(g => (Guest: g, Network: CellSets.NetworkOf(design, g)))
                .Select(g => new VlanClaim(VlanPurpose.GuestNetwork, $"network {g.Guest.Name}", DesignPath.Of(g.Guest, "vlan"), VlanSet.Of(CellSets.VlanOf(g.Guest.Vlan)!.Value), g.Network, g.Network is null ? [] : Rows(facts, "Guest", g.Network))));
        }
        claims.AddRange(Ranges(facts, "public", VlanPurpose.Public, "Public"));
        claims.AddRange(Ranges(facts, "storage", VlanPurpose.Storage, "Storage"));
        claims.AddRange(BelowLabels(facts));
        return claims;
    }

    // Ranges on one VLAN are one claim.
    private static IEnumerable<VlanClaim> Ranges(RuleFacts facts, string kind, VlanPurpose purpose, string traffic) =>
        from range in facts.Addresses
        where range.Kind == kind && CellSets.VlanOf(range.VlanText) is not null
        group range by CellSets.VlanOf(range.VlanText)!.Value into ranges
        let rows = Rows(facts, traffic, null)
        select new VlanClaim(purpose, $"the {ranges.First().Title}{(ranges.Count() > 1 ? $" and {ranges.Count() - 1} more" : "")}", $"{ranges.First().Path}/vlan", VlanSet.Of(ranges.Key), rows.Count > 0 ? rows[0].Cell.Network : null, rows);

    private static IEnumerable<VlanClaim> BelowLabels(RuleFacts facts)
    {
        var storage = facts.Design.Pods.Exists(p => p.StorageRanges.Count > 0);
        var untaggedPublic = facts.Design.PublicRanges.Exists(r => CellSets.IsUntagged(r.Vlan));
        var uses = from leg in facts.Legs
                   from use in leg.Uses
                   let below = use.Resolution.HostTag?.VlanId ?? (use.Cell.Hypervisor is Vmware && use.Cell.Is("Management") && !use.Cell.Tagged.IsEmpty ? use.Cell.Tagged.Highest : Untagged(use.Cell, leg))
                   where below is not null
                   select (Leg: leg, use.Cell, use.Resolution, Vlan: below.Value);
        foreach (var group in uses.GroupBy(u => (u.Cell.Traffic, u.Cell.Hypervisor, u.Vlan)))
        {
            var (_, cell, resolution, _) = group.First();
            var how = resolution.HostTag is { } device ? $"over {device.Name}" : cell.Hypervisor is Vmware && !cell.Tagged.IsEmpty ? "in its label" : "untagged at the switch";
            yield return new VlanClaim(VlanPurpose.BelowLabel, $"{cell.Traffic.Type} ({how})", cell.Path, VlanSet.Of(group.Key.Vlan), cell.Network, [.. facts.LabelRows.Where(r => ReferenceEquals(r.Cell, cell))]) { IsToldByHost = cell.Hypervisor is Kvm || (resolution.HostTag is null && (cell.Hypervisor is not Vmware || cell.Tagged.IsEmpty)), OnlyOver = [.. group.Select(g => g.Leg).Distinct(ReferenceEqualityComparer.Instance).Cast<LabelLeg>()] };
        }

        // What leaves the host untagged is in the untagged VLAN of the port.
        int? Untagged(LabelCell cell, LabelLeg leg) =>
            leg.Path.End is { } end && (cell.Is("Management") || (cell.Is("Storage") && storage && cell.Tagged.IsEmpty) || (cell.Is("Public") && untaggedPublic) || (cell.Is("Guest") && !CellSets.UsesVlans(cell.Network))) ? facts.VlansOf(end.Port).Untagged : null;
    }

    private static List<LabelRow> Rows(RuleFacts facts, string traffic, PhysicalNetwork? network) => [.. facts.LabelRows.Where(r => r.Cell.Is(traffic) && (network is null || r.Cell.Network == network))];
}
