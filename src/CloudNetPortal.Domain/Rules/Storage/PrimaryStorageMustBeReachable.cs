using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Proposals;
using CloudNetPortal.Domain.Zones.Hypervisors;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Storage;

/// <summary>CNP8010.</summary>
internal sealed class PrimaryStorageMustBeReachable : Rule
{
    public override string Id => "CNP8010";
    public override string Title => "Primary storage must be reachable";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Warning, Advice)];
    public override string Team => "storage";
    public override string Why => "Hosts mount primary storage themselves, over the NIC their routing chooses: no label decides that. A host without an address in the server's subnet goes through a router, or does not reach it at all, and instances there hang.";
    public override string Rejected => "Pool on 10.0.41.10, kvm-03 has no address in its subnet and no documented gateway.";
    public override string Accepted => "kvm-03 bond2 has 10.0.41.13/24.";
    public override string Cure => "Give the hosts an address in the subnet of the server, or document the gateway of a subnet they are in. Hosts whose addresses nobody documented are not verified.";
    public override RuleOrigins Origins => RuleOrigins.Judgement;
    public override Reads Reads => Reads.HostFacts | Reads.Storage | FreeAddresses.Reads;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var pools = facts.Design.PrimaryStorages.Select(s => (Pool: s, Path: $"primaryStorages/{s.Id}/url", Hosts: facts.Hosts.Where(h => string.IsNullOrWhiteSpace(s.Hypervisor) || Hypervisor.Find(s.Hypervisor) is not { } only || h.Hypervisor == only)))
            .Concat(facts.Design.Pods.SelectMany(p => p.Clusters.SelectMany(c => c.PrimaryStorages.Select(s => (Pool: s, Path: DesignPath.Of(p, c, $"primaryStorages/{s.Id}/url"), Hosts: facts.Hosts.Where(h => h.Cluster == c))))));
        // Several pools on one server are one question.
        foreach (var server in pools.GroupBy(p => HostFacts.HostPart(p.Pool.Url)))
        {
            if (!Ipv4.TryParse(server.Key, out var address))
                continue;
            var (path, names) = (server.First().Path, List(server.Select(p => p.Pool.Name)));
            var hosts = server.SelectMany(p => p.Hosts).Where(h => h.Hypervisor is not (null or Simulator or BareMetal)).Distinct().Select(h => (Host: h, Addresses: h.Device is null ? [] : CatalogueIndex.AddressesOf(h.Device).ToList())).ToList();
            var direct = hosts.Select(h => (h.Host, Over: h.Addresses.Where(a => Ipv4Subnet.Holding(a.Address, a.PrefixLength).Contains(address)).Select(a => a.Port).FirstOrDefault())).Where(h => h.Over is not null).ToDictionary(h => h.Host, h => h.Over!.Name);
            var far = hosts.Where(h => h.Addresses.Count > 0 && !direct.ContainsKey(h.Host) && !h.Addresses.Exists(a => DocumentedPrefix.GatewayOf(DocumentedPrefix.Of(facts, a.Address)) is not null)).ToList();
            if (far.Count > 0)
                yield return Found(path, $"Primary storage {names} is on {address}; {List(far.Select(h => h.Host.Name))} {(far.Count == 1 ? "has" : "have")} no address in its subnet and no documented gateway{(direct.Count > 0 ? $". {Count(direct.Count, "host")} {(direct.Count == 1 ? "reaches" : "reach")} it over {List(direct.Values)}" : "")}.") with
                {
                    Objects = [new("storage", names, path), .. far.Select(h => h.Host.Reference)],
                    Fixes = [.. Addressed(facts, address, [.. far.Select(h => h.Host)], hosts.SelectMany(h => h.Addresses))],
                    Evidence = [.. far.Take(20).Select(h => $"{h.Host.Name}: {List(h.Addresses.Select(a => $"{a.Address}/{a.PrefixLength} on {a.Port.Name}"))}")],
                };
            var silent = hosts.Where(h => h.Addresses.Count == 0).ToList();
            if (silent.Count > 0)
                yield return Unverified(path, $"Whether {(silent.Count == hosts.Count && silent.Count > 1 ? $"the {silent.Count} hosts" : List(silent.Select(h => h.Host.Name)))} {(silent.Count == 1 ? "reaches" : "reach")} primary storage {names} on {address} is not known{(silent.Count < hosts.Count ? $"; {hosts.Count - silent.Count} of {hosts.Count} hosts verified" : "")}: no address of {(silent.Count == 1 ? "it" : "them")} is documented. Upload “ip -j addr”.") with { Objects = [.. silent.Select(h => h.Host.Reference)] };
        }
    }

    // The next free addresses of the server's subnet, on the interface by which other hosts reach it, else on one of the same name everywhere.
    private static IEnumerable<Fix> Addressed(RuleFacts facts, Ipv4 server, List<HostFacts> far, IEnumerable<(Domain.Catalogue.Ports.Interface Port, Ipv4 Address, int PrefixLength)> known)
    {
        var near = known.Where(a => Ipv4Subnet.Holding(a.Address, a.PrefixLength).Contains(server)).ToList();
        var subnet = near.Count > 0 ? Ipv4Subnet.Holding(server, near[0].PrefixLength) : DocumentedPrefix.Of(facts, server) is { } prefix && Ipv4Subnet.TryParse(prefix.Network.ToString(), out var documented) ? documented : (Ipv4Subnet?)null;
        if (subnet is not { } home || FreeAddresses.In(facts, home, far.Count, new Ipv4Range(server, server)) is not { } free)
            return [];
        var names = near.Select(a => a.Port.Name).Concat(far[0].Device!.Interfaces.Where(i => i.Kind is Domain.Catalogue.Ports.InterfaceKind.Bridge or Domain.Catalogue.Ports.InterfaceKind.Bond or Domain.Catalogue.Ports.InterfaceKind.Vlan).Select(i => i.Name)).Distinct();
        return Fix.Choose("Give them addresses", names.Where(n => far.TrueForAll(h => CatalogueIndex.Named(h.Device!, n) is not null)).Take(8)
            .Select(n => new Fix($"{free} on {n}", CatalogueEdits: [.. far.Select((h, i) => new CatalogueEdit.AddAddress(h.Device!.Name, n, free.Start.Plus(i).ToString(), home.PrefixLength))]) { Note = near.Exists(a => a.Port.Name == n) ? "as the other hosts reach it" : null }));
    }
}
