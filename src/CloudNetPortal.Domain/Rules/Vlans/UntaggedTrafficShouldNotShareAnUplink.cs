using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Proposals;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Domain.Zones.Kinds;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Vlans;

/// <summary>CNP5006. Guest beside Management in a basic zone is CNP2009.</summary>
internal sealed class UntaggedTrafficShouldNotShareAnUplink : Rule
{
    public override string Id => "CNP5006";
    public override string Title => "Untagged traffic should not share an uplink";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Warning, Advice)];
    public override string Team => "network";
    public override string Why => "Two traffic types without VLAN on one uplink are one broadcast domain: two subnets answer each other's ARP, and whoever sits in the public one may take addresses of the other. Storage without ranges runs in Management and does not count.";
    public override string Rejected => "Untagged Public and Management, both on cloudbr0, with different subnets.";
    public override string Accepted => "Public on VLAN 50; or cloudbr1 on NICs of its own for Public.";
    public override string Cure => "Give one of them a VLAN, or NICs of its own.";
    public override RuleOrigins Origins => RuleOrigins.Judgement | RuleOrigins.Practice;
    public override Reads Reads => Reads.Legs | Reads.Addresses | Reads.Kind | Reads.Tagged | FreeVlans.Reads;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var basic = facts.Kind is BasicZone;
        var uses = facts.UntaggedUses.ToLookup(u => u.Cell, ReferenceEqualityComparer.Instance);
        var pairs = from row in facts.LabelRows
                    from found in row.Found
                    where found.Uplink is not null
                    from use in uses[row.Cell]
                    where use.Pod is null || use.Pod == found.Host.Pod
                    group (Use: use, Found: found) by (found.Uplink!.Id, found.HostTag?.VlanId, InLabel: row.Cell.Hypervisor.Key == "VMware" && !row.Cell.Is("Guest") && !row.Cell.Is("Public") ? row.Cell.Tagged.Highest : 0) into wire
                    from pair in Pairs([.. wire.DistinctBy(w => w.Use.Path)])
                    where !(basic && pair.A.Use.Cell.Is("Management") && pair.B.Use.Cell.Is("Guest"))
                    select pair;
        foreach (var group in pairs.GroupBy(p => (A: p.A.Use.Path, B: p.B.Use.Path)))
        {
            var (a, b) = group.First();
            var hosts = group.Select(p => p.A.Found.Host).Distinct().ToList();
            yield return Found(b.Use.Path, $"{b.Use.Cell.Traffic.Type} and {a.Use.Cell.Traffic.Type} both run untagged over {a.Found.Uplink!.Name} of {List(hosts.Select(h => h.Name))}: {a.Use.Subnet} and {b.Use.Subnet} are one broadcast domain.") with
            {
                Objects = [.. hosts.Select(h => h.Reference), new("range", a.Use.Title, a.Use.Path), new("range", b.Use.Title, b.Use.Path)],
                Evidence = [$"{a.Use.Title}: label {a.Found.Label} → {a.Found.Uplink.Name}, no VLAN", $"{b.Use.Title}: label {b.Found.Label} → {b.Found.Uplink!.Name}, no VLAN"],
                Fixes = [.. b.Use.Path.EndsWith("/vlan", StringComparison.Ordinal) ? Fix.Choose($"A VLAN for {b.Use.Title}", [.. Documented(facts, b.Use), .. FreeVlans.Single(facts, 5, v => [FieldEdit.Text(b.Use.Path, null, $"{v}")])]) : [], new("Give one of them a VLAN", Manual: $"Set a VLAN for {b.Use.Title} and trunk it to the hosts, or put {b.Use.Cell.Traffic.Type} on a bridge over other NICs.")],
            };
        }
    }

    private static IEnumerable<((UntaggedUse Use, LabelResolution Found) A, (UntaggedUse Use, LabelResolution Found) B)> Pairs(List<(UntaggedUse Use, LabelResolution Found)> uses)
    {
        uses = [.. uses.OrderBy(u => u.Use.Cell.Is("Management") ? 0 : 1)];
        for (var i = 0; i < uses.Count; i++)
            for (var j = i + 1; j < uses.Count; j++)
                if (uses[i].Use.Cell.Traffic != uses[j].Use.Cell.Traffic && !uses[i].Use.Subnet.Overlaps(uses[j].Use.Subnet))
                    yield return (uses[i], uses[j]);
    }

    // The VLAN the catalogue has for the subnet is the one the switches know.
    private static IEnumerable<Fix> Documented(RuleFacts facts, UntaggedUse use) => facts.Input.Catalogue.Prefixes
        .Where(p => p.VlanId is not null && Domain.Addressing.Ipv4Subnet.TryParse(p.Network.ToString(), out var subnet) && subnet == use.Subnet).Take(1)
        .Select(p => new Fix($"VLAN {p.VlanId}", [FieldEdit.Text(use.Path, null, $"{p.VlanId}")]) { Note = $"documented for {p.Network}" });
}
