using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Vlans;

/// <summary>CNP5004.</summary>
internal sealed class GuestVlansMustNotContainPublicVlans : Rule
{
    public override string Id => "CNP5004";
    public override string Title => "Guest VLANs must not contain public VLANs";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, RefusedByServer: true, Meaning: "on one physical network"),
        new("b", Error, Error, Meaning: "on another physical network over the same wire"),
        new("c", Warning, Advice, Meaning: "on another wire"),
    ];
    public override string Team => "security";
    public override string Why => "A guest network that happens to get the VLAN of a public range shares its bridge with the outside: tenants would stand unprotected in the public network. The server refuses it in one order of calls and accepts it in the other.";
    public override string Rejected => "Public VLAN 550, guest-a 500-599.";
    public override string Accepted => "guest-a 500-549,551-599.";
    public override string Cure => "Cut the VLAN out of the guest set (one click).";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Legs | Reads.Tagged | Reads.Addresses;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var carrier = facts.Design.PhysicalNetworks.Find(n => n.Traffic("Public") is not null);
        foreach (var vlans in facts.Design.PublicRanges.Where(r => CellSets.VlanOf(r.Vlan) is not null).GroupBy(r => CellSets.VlanOf(r.Vlan)!.Value))
            foreach (var network in facts.Design.PhysicalNetworks.Where(n => n.Traffic("Guest") is not null && CellSets.UsesVlans(n) && CellSets.GuestSet(n).Contains(vlans.Key)))
            {
                var rest = CellSets.GuestSet(network).Except(VlanSet.Of(vlans.Key));
                var letter = carrier is null || carrier == network ? "a" : OnOneWire(facts, vlans.Key, network) switch { true => "b", false => "c", _ => null };
                if (letter is null)
                {
                    yield return Unverified(DesignPath.Of(network, "guestVlans"), $"VLAN {vlans.Key} of {Count(vlans.Count(), "public range")} is among the guest VLANs of {network.Name}, another physical network than that of Public; whether both run over one wire is not known, because the cabling of their hosts is not documented.", "b") with { Objects = [new("network", network.Name, DesignPath.Of(network, "guestVlans")), .. vlans.Select(r => new ObjectRef("range", $"{r.StartIp}–{r.EndIp}", DesignPath.Of(r, "vlan")))] };
                    continue;
                }
                yield return Found(DesignPath.Of(network, "guestVlans"), $"VLAN {vlans.Key} of {Count(vlans.Count(), "public range")} is among the guest VLANs {CellSets.GuestSet(network).ToDisplay()} of {network.Name}.", letter) with
                {
                    Objects = [new("network", network.Name, DesignPath.Of(network, "guestVlans")), .. vlans.Select(r => new ObjectRef("range", $"{r.StartIp}–{r.EndIp}", DesignPath.Of(r, "vlan")))],
                    Fixes = rest.IsEmpty ? [] : [Set($"Take {vlans.Key} out of {network.Name}", DesignPath.Of(network, "guestVlans"), network.GuestVlans, rest.ToString())],
                };
            }
    }

    // Null where nobody can say: no leg of one of them is documented to a switch.
    private static bool? OnOneWire(RuleFacts facts, int vlan, PhysicalNetwork network) =>
        facts.Vlans.FirstOrDefault(c => c.Purpose == VlanPurpose.Public && c.Vlans.Contains(vlan)) is { } range && facts.Vlans.FirstOrDefault(c => c.Purpose == VlanPurpose.GuestPool && c.Network == network) is { } pool
            ? range.OnOneWireWith(pool, facts).Contains(vlan) ? true : range.HasEnds(facts) && pool.HasEnds(facts) ? false : null : null;
}
