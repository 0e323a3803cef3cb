using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Proposals;
using CloudNetPortal.Domain.Zones.Kinds;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Vlans;

/// <summary>CNP5002.</summary>
internal sealed class GuestNetworksMustHaveAVlanRange : Rule
{
    public override string Id => "CNP5002";
    public override string Title => "Guest networks must have a VLAN range";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("a", Error, Warning), new("b", Advice, Advice, Meaning: "a zone with security groups")];
    public override string Team => "network";
    public override string Why => "Every isolated guest network takes a free VLAN (or VXLAN identifier) of the physical network. Without a set the zone can be enabled, and the first network of a tenant fails.";
    public override string Rejected => "guest-a with VLAN isolation and no range.";
    public override string Accepted => "guest-a with 500-599.";
    public override string Cure => "Give it a block of VLANs that no other network uses and that the switches trunk to every host.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Kind | Reads.Networks | Reads.GuestVlans | FreeVlans.Reads;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        if (facts.Kind is not (AdvancedZone or AdvancedSecurityGroupsZone))
            yield break;
        foreach (var network in facts.Design.PhysicalNetworks.Where(n => n.Traffic("Guest") is not null && string.IsNullOrWhiteSpace(n.GuestVlans)))
            if (network.IsolationMethods.Count == 0 || network.IsolationMethods.Exists(m => m.Trim().ToUpperInvariant() is "VLAN" or "VXLAN" or "GRE"))
                yield return Found(DesignPath.Of(network, "guestVlans"), $"{network.Name} carries Guest and has no {(CellSets.UsesVlans(network) ? "guest VLANs" : "range of identifiers")}.", facts.Kind is AdvancedZone ? "a" : "b") with
                {
                    Objects = [new("network", network.Name, DesignPath.Of(network))],
                    Fixes = [.. Fix.Choose("Choose a free block", FreeVlans.Blocks(facts, network, 100, 50, 200, 500))],
                };
    }
}
