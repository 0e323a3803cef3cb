using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Proposals;
using CloudNetPortal.Domain.Zones.Documents;
using static CloudNetPortal.Domain.Rules.Facts.VlanPurpose;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Vlans;

/// <summary>CNP5005. Guest against public VLANs is CNP5004, pool against pool CNP5003, a tag the host has on the same uplink CNP3104.</summary>
internal sealed class VlansMustHaveOnePurpose : Rule
{
    public override string Id => "CNP5005";
    public override string Title => "VLANs must have one purpose";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, RefusedByServer: true, Meaning: "a network with a stated VLAN inside the guest set of its physical network, or on the VLAN of another network"),
        new("b", Error, Warning, Meaning: "two purposes on one wire"),
        new("c", Advice, Advice, Meaning: "a VLAN the catalogue documents for a subnet that is none of the zone's; whether it is on the same switches is not known"),
    ];
    public override string Team => "network";
    public override string Why => "Same uplink and same VLAN means one bridge, and one VLAN on joined switches means one network: nothing isolates the two, and a tenant that gets the VLAN stands in the storage or management network. The server refuses a stated VLAN inside the guest set of its physical network and a VLAN two networks have; everything else it accepts.";
    public override string Rejected => "A storage range on VLAN 120 and a shared network on VLAN 120, both over bond1.";
    public override string Accepted => "VLAN 121 for one of them.";
    public override string Cure => "Take the VLANs out of the guest set (one click), or give one of the two a VLAN nobody has.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Legs | Reads.Tagged | Reads.Addresses | Reads.Zone | FreeVlans.Reads;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var unknown = new List<(VlanClaim A, VlanClaim B)>();
        for (var i = 0; i < facts.Vlans.Count; i++)
            for (var j = i + 1; j < facts.Vlans.Count; j++)
                if (Clash(facts, facts.Vlans[i], facts.Vlans[j], unknown) is { } clash)
                    yield return Say(facts, facts.Vlans[i], facts.Vlans[j], clash.Vlans, clash.Case);
        if (unknown.Count > 0)
            yield return Unverified(unknown[0].B.Path, $"VLANs {unknown.Select(u => u.A.Vlans.Intersect(u.B.Vlans)).Aggregate((a, b) => a.Union(b)).ToDisplay()} have two purposes, such as {unknown[0].A.Title} and {unknown[0].B.Title}; whether on one wire is not known, because the cabling of the hosts is not documented.", "b") with
            {
                Objects = [.. unknown.SelectMany(u => new[] { u.A, u.B }).Distinct().Select(c => new ObjectRef("range", c.Title, c.Path))],
            };
        foreach (var finding in Documented(facts))
            yield return finding;
    }

    private static (VlanSet Vlans, string Case)? Clash(RuleFacts facts, VlanClaim a, VlanClaim b, List<(VlanClaim A, VlanClaim B)> unknown)
    {
        var both = a.Vlans.Intersect(b.Vlans);
        if (both.IsEmpty)
            return null;
        if ((a.Purpose, b.Purpose) is (GuestNetwork, GuestNetwork) || (Are(a, b, GuestPool, GuestNetwork) && a.Network == b.Network))
            return (both, "a");
        var unlike = Are(a, b, GuestPool, GuestNetwork) || Are(a, b, GuestPool, VlanPurpose.Storage) || Are(a, b, GuestNetwork, VlanPurpose.Storage) || Are(a, b, Public, VlanPurpose.Storage) || Are(a, b, Public, GuestNetwork);
        // On one uplink the tag of a KVM host is CNP3104, the untagged VLAN of the port CNP5104; other hypervisors have no rule of their own for it.
        var below = (Are(a, b, BelowLabel, GuestPool) || Are(a, b, BelowLabel, GuestNetwork) || Are(a, b, BelowLabel, Public)) && !((a.IsToldByHost || b.IsToldByHost) && a.SharesUplinkWith(b));
        if (!unlike && !below)
            return null;
        if (a.OnOneWireWith(b, facts) is { IsEmpty: false } shared)
            return (shared, "b");
        if (!a.HasEnds(facts) || !b.HasEnds(facts))
            unknown.Add((a, b));
        return null;
    }

    private static bool Are(VlanClaim a, VlanClaim b, VlanPurpose one, VlanPurpose other) => (a.Purpose == one && b.Purpose == other) || (a.Purpose == other && b.Purpose == one);

    private Finding Say(RuleFacts facts, VlanClaim a, VlanClaim b, VlanSet vlans, string letter)
    {
        var pool = a.Purpose == GuestPool ? a : b.Purpose == GuestPool ? b : null;
        var (place, other) = pool == b ? (b, a) : pool == a ? (a, b) : (b, a);
        var free = VlanSet.All.Except(facts.Vlans.Aggregate(VlanSet.Of(1), (all, claim) => all.Union(claim.Vlans)));
        var rest = pool?.Vlans.Except(vlans);
        return Found(place.Path, $"VLAN{(vlans.Count > 1 ? "s" : "")} {vlans.ToDisplay()} {(vlans.Count > 1 ? "have" : "has")} two purposes{(letter == "b" ? " on one wire" : "")}: {place.Title} and {other.Title}.", letter) with
        {
            Objects = [new("vlan", vlans.ToDisplay(), place.Path), new("range", place.Title, place.Path), new("range", other.Title, other.Path)],
            Evidence = [$"{place.Title}: {place.Vlans.ToDisplay()}", $"{other.Title}: {other.Vlans.ToDisplay()}", $"both: {vlans.ToDisplay()}", a.SharesUplinkWith(b) ? "they leave hosts by one uplink or one label" : letter == "b" ? "their switch ports lie in one L2 domain" : "CloudStack compares the numbers, whatever the wires"],
            Fixes = pool?.Network is { } network && rest is { IsEmpty: false }
                ? [Set($"Take {vlans.ToDisplay()} out of {network.Name}", pool.Path, network.GuestVlans, rest.ToString())]
                : [.. new[] { place, other }.SelectMany(c => Elsewhere(facts, c)), new("Take another VLAN for one of them", Manual: $"VLANs nobody in the zone has: {VlanSet.Of(free.Ranges.Take(5)).ToDisplay()}. The switch ports have to trunk it as well.")],
        };
    }

    private IEnumerable<Finding> Documented(RuleFacts facts)
    {
        var own = facts.Addresses.Concat(facts.OtherZones.SelectMany(z => z.Addresses)).Select(a => a.Subnet).Concat(facts.Design.Pods.Select(p => Ipv4Subnet.TryParse(p.Gateway, p.Netmask, out var s) ? s : (Ipv4Subnet?)null)).OfType<Ipv4Subnet>().Distinct().ToList();
        var foreign = facts.Input.Catalogue.Prefixes.Where(p => p.VlanId is not null && Ipv4Subnet.TryParse(p.Network.ToString(), out var subnet) && !own.Exists(o => o.Overlaps(subnet))).ToList();
        foreach (var claim in facts.Vlans.Where(c => c.Purpose == GuestPool))
        {
            var hit = foreign.Where(p => claim.Vlans.Contains(p.VlanId!.Value)).ToList();
            if (hit.Count == 0)
                continue;
            var vlans = VlanSet.Of(hit.Select(p => new VlanRange(p.VlanId!.Value, p.VlanId.Value)));
            yield return Found(claim.Path, $"{char.ToUpperInvariant(claim.Title[0])}{claim.Title[1..]} contain VLAN{(vlans.Count > 1 ? "s" : "")} {vlans.ToDisplay()}, which the catalogue documents for {List(hit.Select(p => string.IsNullOrEmpty(p.Description) ? $"{p.Network}" : $"{p.Description} ({p.Network})"))}.", "c") with
            {
                Objects = [new("vlan", vlans.ToDisplay(), claim.Path)],
                Evidence = [.. hit.Take(20).Select(p => $"VLAN {p.VlanId}: {p.Network} {p.Description}")],
                Fixes = claim.Network is { } network && claim.Vlans.Except(vlans) is { IsEmpty: false } rest ? [Set($"Take {vlans.ToDisplay()} out of {network.Name}", claim.Path, network.GuestVlans, rest.ToString())] : [],
            };
        }
    }

    // Another VLAN for all ranges, or the network, that have this one.
    private static IEnumerable<Fix> Elsewhere(RuleFacts facts, VlanClaim claim)
    {
        var now = claim.Vlans.Highest;
        var kind = claim.Purpose switch { Public => "public", VlanPurpose.Storage => "storage", _ => "" };
        var fields = claim.Purpose == GuestNetwork ? [claim.Path] : facts.Addresses.Where(a => a.Kind == kind && CellSets.VlanOf(a.VlanText) == now).Select(a => $"{a.Path}/vlan").ToList();
        var tree = new DesignTree(DesignJson.ToTree(facts.Design));
        return fields.Count == 0 ? [] : Fix.Choose($"Another VLAN for {claim.Title}", FreeVlans.Single(facts, 5, v => [.. fields.Select(f => FieldEdit.Text(f, (string?)tree.Get(f), $"{v}"))]));
    }
}
