using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Proposals;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Domain.Zones.Kinds;
using CloudNetPortal.Domain.Zones;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Capacity;

/// <summary>CNP9003.</summary>
internal sealed class VlanPoolsMustCoverPlannedNetworks : Rule
{
    public override string Id => "CNP9003";
    public override string Title => "VLAN pools must cover planned networks";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Warning, Advice)];
    public override string Team => "network";
    public override string Why => "Every isolated network and every tier of a VPC takes one VLAN of its physical network, and none of those kept for one account. When the pool is empty the next network fails with “Unable to allocate vnet”.";
    public override string Rejected => "10 VLANs, 25 networks planned.";
    public override string Accepted => "40 VLANs, 25 networks planned.";
    public override string Cure => "Add a free block of VLANs, or plan fewer networks. The number of planned networks is a field of the physical network; networks that already run are part of it. What the owner of a kept range plans is no part of a design, so a kept range is not judged.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Kind | Reads.Networks | Reads.Labels | Reads.GuestVlans | Reads.PublicRanges | Reads.GuestNetworks | Reads.Pods | Reads.StorageRanges | Reads.Pack | FreeVlans.Reads;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        if (facts.Kind is not (AdvancedZone or EdgeZone))
            yield break;
        var growth = facts.Input.Pack.GrowthPercent;
        foreach (var network in facts.Design.PhysicalNetworks.Where(n => n.PlannedNetworks is > 0 && n.Traffic("Guest") is not null))
        {
            if (!VlanSet.TryParse(network.GuestVlans, out var set, out _, CellSets.HighestId(network)))
                continue;
            var kept = network.VlanDedications.Select(d => VlanSet.TryParse(d.Vlans, out var own, out _, CellSets.HighestId(network)) ? own : VlanSet.Empty).Aggregate(VlanSet.Empty, (all, own) => all.Union(own));
            var (free, planned) = (set.Except(kept).Count, (long)network.PlannedNetworks!.Value);
            var wanted = planned + (planned * growth + 99) / 100;
            if (free < wanted)
                yield return Found(DesignPath.Of(network, "guestVlans"), $"{network.Name} has {Count((int)Math.Min(free, int.MaxValue), "guest VLAN")} for everybody{(kept.IsEmpty ? "" : $" ({set.Intersect(kept).Count} more are kept for one owner)")}; {planned} networks are planned{(growth > 0 ? $", {wanted} with {growth} % growth" : "")}: the pool is empty after {free}.") with
                {
                    Objects = [new("network", network.Name, DesignPath.Of(network))],
                    Fixes = [.. Fix.Choose("Add a free block", [.. More(facts, network, set, wanted - free), FreeVlans.Own(network, DesignPath.Of(network, "guestVlans"))])],
                    Evidence = [$"pool: {set.ToDisplay()}", $"kept: {kept.ToDisplay()}"],
                };
        }
    }

    // As many as are missing, and rounder numbers above.
    private static IEnumerable<Fix> More(RuleFacts facts, PhysicalNetwork network, VlanSet set, long missing) => !CellSets.UsesVlans(network) ? [] :
        from size in new[] { (int)missing, (int)(missing + 9) / 10 * 10, (int)(missing + 99) / 100 * 100 }.Distinct()
        let block = FreeVlans.Block(FreeVlans.Of(facts), size)
        where block is not null
        select new Fix($"{block.ToDisplay()}: {size} more", [FieldEdit.Text(DesignPath.Of(network, "guestVlans"), network.GuestVlans, set.Union(block).ToString())]) { Note = "nobody has them; the switch ports have to carry them as well" };
}
