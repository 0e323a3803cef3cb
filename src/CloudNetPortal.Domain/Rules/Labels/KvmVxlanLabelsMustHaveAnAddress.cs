using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Labels;

/// <summary>CNP3108.</summary>
internal sealed class KvmVxlanLabelsMustHaveAnAddress : KvmRule
{
    public override string Id => "CNP3108";
    public override string Title => "KVM VXLAN labels must have an address";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, Meaning: "no address on the device"),
        new("b", Error, Error, Meaning: "one address on two hosts"),
        new("c", Error, Error, Meaning: "addresses that do not reach each other"),
    ];
    public override string Why => "VXLAN tunnels start and end at the device the Guest label names, not at a bridge of their own. Without an IPv4 address there the agent cannot make vxlan devices; with addresses in different subnets the tunnels need a gateway. In EVPN mode (network.vxlan.mode=evpn, or the script linked in its place) the label decides nothing: tunnels start at the first global IPv4 address of the loopback, which the fabric routes as a /32.";
    public override string Rejected => "Guest label cloudbr1 on a VXLAN network, no address on kvm-02 cloudbr1.";
    public override string Accepted => "10.71.231.42/24 on kvm-01 and 10.71.231.43/24 on kvm-02.";
    public override string Cure => "Give the device an address of the subnet the others have. A host without one that has a global /32 on its loopback is taken for one in EVPN mode and is not verified: whether its agent is in that mode stands in agent.properties.";
    public override RuleOrigins Origins => RuleOrigins.Host;
    public override Reads Reads => Reads.Legs | Reads.Addresses | Reads.Zone | Reads.Storage;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        // Of several methods CloudStack takes none (CNP2006).
        foreach (var row in facts.LabelRows.Where(r => r.Cell.Hypervisor.Key == "KVM" && r.Cell.Is("Guest") && r.Cell.Network.IsolationMethods is [var method] && method.Trim().ToUpperInvariant() is ("VXLAN" or "NETRIS")))
        {
            var cell = row.Cell;
            var ends = row.Found.Where(r => !r.Host.UsesOpenVSwitch).Select(r => (r.Host, Addresses: CatalogueIndex.AddressesOf(r.Host.Device!).Where(a => a.Port == r.Target).ToList())).ToList();
            // A host of which no address at all is documented says nothing about this one.
            var silent = ends.Where(e => e.Addresses.Count == 0 && !CatalogueIndex.AddressesOf(e.Host.Device!).Any()).ToList();
            var routed = ends.Where(e => e.Addresses.Count == 0 && EvpnAddress(e.Host) is not null).Select(e => (e.Host, Address: EvpnAddress(e.Host)!)).ToList();
            var bare = ends.Where(e => e.Addresses.Count == 0).Except(silent).Where(e => !routed.Exists(r => r.Host == e.Host)).ToList();
            foreach (var twins in routed.GroupBy(r => r.Address).Where(g => g.Count() > 1))
                yield return Found(cell.Path, $"{List(twins.Select(t => t.Host.Name))} have the same address {twins.Key} on the loopback: tunnels to it end on either.", "b") with { Objects = [.. twins.Select(t => t.Host.Reference)] };
            if (routed.Count > 0)
                yield return Unverified(cell.Path, $"{cell.Label} has no address on {List(routed.Select(r => r.Host.Name))}; with EVPN none is needed, because tunnels start at {(routed.Count == 1 ? $"{routed[0].Address} of the loopback" : $"addresses of the loopback such as {routed[0].Address}")}. Whether the agent is in that mode is not known. Look on the host: network.vxlan.mode=evpn in agent.properties, or /usr/share/modifyvxlan.sh linked to modifyvxlan-evpn.sh.", "a") with { Objects = [.. routed.Select(r => r.Host.Reference)] };
            var subnets = ends.SelectMany(e => e.Addresses.Select(a => (e.Host, a.Address, Subnet: Ipv4Subnet.Holding(a.Address, a.PrefixLength)))).ToList();
            if (bare.Count > 0)
                yield return Found(cell.Path, $"{cell.Network.Name} uses {cell.Network.IsolationMethods[0]}, and {cell.Label} has no IPv4 address on {List(bare.Select(b => b.Host.Name))}: no tunnel can start there.", "a") with
                {
                    Objects = [.. bare.Select(b => b.Host.Reference)],
                    Evidence = [.. subnets.Take(20).Select(s => $"{s.Host.Name} {cell.Label}: {s.Address}/{s.Subnet.PrefixLength}")],
                    Fixes = subnets.Count == 0 ? [] : [.. Fix.Choose("Give them addresses", subnets.Select(s => s.Subnet).Distinct().Select(s => new Fix($"The next free ones of {s}", CatalogueEdits: [.. bare.Select((b, i) => new CatalogueEdit.AddAddress(b.Host.Device!.Name, cell.Label!, Free(facts, s, i).ToString(), s.PrefixLength))]))), new($"Give them addresses of {subnets[0].Subnet}", Manual: string.Join("\n", bare.Select((b, i) => $"{b.Host.Name}: ip address add {Free(facts, subnets[0].Subnet, i)}/{subnets[0].Subnet.PrefixLength} dev {cell.Label}")))],
                };
            foreach (var twins in subnets.GroupBy(s => s.Address).Where(g => g.Select(s => s.Host).Distinct().Count() > 1))
                yield return Found(cell.Path, $"{List(twins.Select(t => t.Host.Name))} have the same address {twins.Key} on {cell.Label}: tunnels to it end on either.", "b") with { Objects = [.. twins.Select(t => t.Host.Reference)] };
            var blocks = subnets.Select(s => s.Subnet).Distinct().ToList();
            var lost = blocks.Count < 2 ? [] : blocks.Where(b => !facts.Input.Catalogue.Prefixes.Any(p => p.Gateway is not null && Ipv4Subnet.TryParse(p.Network.ToString(), out var known) && known == b)).ToList();
            if (lost.Count > 0)
                yield return Found(cell.Path, $"The addresses of {cell.Label} lie in {blocks.Count} subnets ({List(blocks.Select(b => b.ToString()))}), and no gateway of {List(lost.Select(b => b.ToString()))} is documented: tunnels between them have no way.", "c") with { Objects = [.. subnets.Where(s => lost.Contains(s.Subnet)).Select(s => s.Host.Reference)] };
            if (silent.Count > 0)
                yield return Unverified(cell.Path, $"Whether {cell.Label} has an address on {List(silent.Select(s => s.Host.Name))} is not known: none of the addresses of {(silent.Count == 1 ? "this host" : "these hosts")} is documented. Upload “ip -j addr”.", "a") with { Objects = [.. silent.Select(s => s.Host.Reference)] };
        }
    }

    /// <summary>The global /32 on the loopback of a host in a routed fabric: where tunnels start in EVPN mode. Null for any other host.</summary>
    internal static string? EvpnAddress(HostFacts host) =>
        host.Device?.Interfaces.Where(i => i.Name is "lo" or "lo0" or "lo1").SelectMany(i => i.Addresses)
            .FirstOrDefault(a => a.PrefixLength == 32 && a.Address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork && !System.Net.IPAddress.IsLoopback(a.Address))?.Address.ToString();

    private static Ipv4 Free(RuleFacts facts, Ipv4Subnet subnet, int skip)
    {
        var used = facts.UsedAddresses.Select(u => u.Address).Where(subnet.Contains).ToHashSet();
        for (var address = subnet.Network.Plus(2); address < subnet.Broadcast; address = address.Plus(1))
            if (!used.Contains(address) && !facts.Addresses.Any(a => a.Gateway == address || a.Range?.Contains(address) == true) && skip-- == 0)
                return address;
        return subnet.Broadcast;
    }
}
