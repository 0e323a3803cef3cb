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
                var wire = CellSets.UsesVlans(a) ? OnOneWire(facts, a, b) : true;
                if (wire is null)
                {
                    yield return Unverified(DesignPath.Of(b, "guestVlans"), $"{a.Name} and {b.Name} both give out {shared.ToDisplay()}; whether they run over one wire is not known, because the cabling of their hosts is not documented.", "a") with { Objects = [new("network", a.Name, DesignPath.Of(a, "guestVlans")), new("network", b.Name, DesignPath.Of(b, "guestVlans"))] };
                    continue;
                }
                yield return Found(DesignPath.Of(b, "guestVlans"), $"{a.Name} and {b.Name} both give out {shared.ToDisplay()}{(wire == true ? "" : ", over separate wires")}.", wire == true ? "a" : "b") with
                {
                    Objects = [new("network", a.Name, DesignPath.Of(a, "guestVlans")), new("network", b.Name, DesignPath.Of(b, "guestVlans"))],
                    Evidence = [$"{a.Name}: {CellSets.GuestSet(a).ToDisplay()}", $"{b.Name}: {CellSets.GuestSet(b).ToDisplay()}", $"both: {shared.ToDisplay()}"],
                    Fixes = rest.IsEmpty ? [] : [Set($"Leave {rest.ToDisplay()} to {b.Name}", DesignPath.Of(b, "guestVlans"), b.GuestVlans, rest.ToString())],
                };
            }
    }

    // Null where nobody can say: no leg of one of them is documented to a switch.
    private static bool? OnOneWire(RuleFacts facts, PhysicalNetwork a, PhysicalNetwork b)
    {
        if (Pool(facts, a) is not { } one || Pool(facts, b) is not { } other)
            return null;
        return !one.OnOneWireWith(other, facts).IsEmpty ? true : one.HasEnds(facts) && other.HasEnds(facts) ? false : null;
    }

    private static VlanClaim? Pool(RuleFacts facts, PhysicalNetwork network) => facts.Vlans.FirstOrDefault(c => c.Purpose == VlanPurpose.GuestPool && c.Network == network);
}
