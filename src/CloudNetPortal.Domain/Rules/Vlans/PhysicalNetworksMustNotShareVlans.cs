using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Vlans;

/// <summary>CNP5003.</summary>
internal sealed class PhysicalNetworksMustNotShareVlans : Rule
{
    public override string Id => "CNP5003";
    public override string Title => "Physical networks must not share VLANs";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("a", Error, Warning, Meaning: "on one wire (one uplink, or joined switches), or identifiers of VXLAN"), new("b", Advice, Advice, Meaning: "on separate wires")];
    public override string Team => "network";
    public override string Why => "CloudStack gives out VLANs per physical network. When two of them run over the same NICs, two tenants get one VLAN, one bridge and see each other. The server looks at the end points of VXLAN ranges only.";
    public override string Rejected => "guest-a 500-599 and guest-b 550-560, both over bond1.";
    public override string Accepted => "guest-b 600-649.";
    public override string Cure => "Cut one of the sets (one click).";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Legs | Reads.Tagged | Reads.Addresses;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var networks = facts.Design.PhysicalNetworks.Where(n => n.Traffic("Guest") is not null).ToList();
        for (var i = 0; i < networks.Count; i++)
            for (var j = i + 1; j < networks.Count; j++)
            {
                var (a, b) = (networks[i], networks[j]);
                if (CellSets.UsesVlans(a) != CellSets.UsesVlans(b) || CellSets.GuestSet(a).Intersect(CellSets.GuestSet(b)) is not { IsEmpty: false } shared)
                    continue;
                var rest = CellSets.GuestSet(b).Except(shared);
                yield return Found(DesignPath.Of(b, "guestVlans"), $"{a.Name} and {b.Name} both give out {shared.ToDisplay()}.", !CellSets.UsesVlans(a) || OnOneWire(facts, a, b) ? "a" : "b") with
                {
                    Objects = [new("network", a.Name, DesignPath.Of(a, "guestVlans")), new("network", b.Name, DesignPath.Of(b, "guestVlans"))],
                    Fixes = rest.IsEmpty ? [] : [Set($"Leave {rest.ToDisplay()} to {b.Name}", DesignPath.Of(b, "guestVlans"), b.GuestVlans, rest.ToString())],
                };
            }
    }

    private static bool OnOneWire(RuleFacts facts, PhysicalNetwork a, PhysicalNetwork b) =>
        facts.Vlans.FirstOrDefault(c => c.Purpose == VlanPurpose.GuestPool && c.Network == a) is { } one && facts.Vlans.FirstOrDefault(c => c.Purpose == VlanPurpose.GuestPool && c.Network == b) is { } other
        && !one.OnOneWireWith(other, facts).IsEmpty;
}
