using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Cabling;

/// <summary>CNP6203. Steps below a host's own interface are CNP6201.</summary>
internal sealed class StorageMtuMustMatchEndToEnd : Rule
{
    public override string Id => "CNP6203";
    public override string Title => "Storage MTU must match end to end";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Warning)];
    public override string Team => "storage";
    public override string Why => "Within one subnet nobody splits packets: a host that sends 9000 bytes to a server that takes 1500 gets no answer and no error. Mounts succeed, and the first large write hangs; so do snapshots and copies of templates. An interface without a documented value has 1500.";
    public override string Rejected => "Storage interfaces of the hosts with 9000, the NFS server with 1500.";
    public override string Accepted => "9000 everywhere, switch ports 9216.";
    public override string Cure => "One MTU for all interfaces of the subnet. Proof: ping with don't-fragment and 28 bytes less than the MTU.";
    public override RuleOrigins Origins => RuleOrigins.Judgement;
    public override Reads Reads => (Reads.HostFacts | Reads.StorageRanges | Reads.Storage) & ~(Reads.PortVlans | Reads.Cables | Reads.Surroundings);

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var servers = facts.Design.Pods.SelectMany(p => p.Clusters).SelectMany(c => c.PrimaryStorages).Concat(facts.Design.PrimaryStorages).Select(s => s.Url)
            .Concat(facts.Design.SecondaryStorages.Concat(facts.Design.StagingStores).Select(s => s.Url ?? ""))
            .Select(url => (Known: Ipv4.TryParse(HostFacts.HostPart(url), out var address), Address: address, Url: url)).Where(s => s.Known).DistinctBy(s => s.Address).ToList();
        var ranges = facts.Design.Pods.SelectMany(p => p.StorageRanges).Select(r => Ipv4Subnet.TryParse(r.Gateway, r.Netmask, out var s) ? s : (Ipv4Subnet?)null).OfType<Ipv4Subnet>().ToHashSet();
        var unknown = new List<string>();
        var seen = (from host in facts.Hosts.DistinctBy(h => h.Device?.Id)
                    where host.Device is not null
                    from address in CatalogueIndex.AddressesOf(host.Device!)
                    where !address.Port.MadeByCloudStack
                    select (Host: host, address.Port, address.Address, Subnet: Ipv4Subnet.Holding(address.Address, address.PrefixLength))).ToLookup(x => x.Subnet);
        foreach (var subnet in seen)
        {
            var stores = servers.Where(s => subnet.Key.Contains(s.Address)).ToList();
            if (stores.Count == 0 && !ranges.Contains(subnet.Key))
                continue;
            var places = subnet.Select(x => (x.Host.Reference, Name: $"{x.Host.Name} {x.Port.Name}", Path: CataloguePath.Of(x.Host.Device!, x.Port, "mtu"), Device: x.Host.Device!.Name, Port: x.Port.Name, Mtu: x.Port.Mtu ?? 1500)).ToList();
            foreach (var store in stores)
            {
                var box = facts.Shared.AddressOwners[store.Address].FirstOrDefault(d => !facts.Hosts.Any(h => h.Device == d));
                var port = box is null ? null : CatalogueIndex.AddressesOf(box).First(a => a.Address == store.Address).Port;
                if (port is not null)
                    places.Add((new("storage", box!.Name, CataloguePath.Of(box)), $"{box.Name} {port.Name}", CataloguePath.Of(box, port, "mtu"), box.Name, port.Name, port.Mtu ?? 1500));
                else if (places.Exists(p => p.Mtu > 1500))
                    unknown.Add($"{store.Address} ({store.Url})");
            }
            var sizes = places.GroupBy(p => p.Mtu).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).ToList();
            if (sizes.Count < 2)
                continue;
            var few = sizes.Skip(1).SelectMany(g => g).ToList();
            yield return Found(few[0].Path, $"In the storage subnet {subnet.Key} {List(sizes[0].Select(p => p.Name))} {(sizes[0].Count() == 1 ? "has" : "have")} MTU {sizes[0].Key}, but {List(few.Select(p => $"{p.Name} {p.Mtu}"))}.") with
            {
                Objects = [.. few.Select(p => p.Reference).Distinct()],
                Evidence = [.. sizes.Select(g => $"MTU {g.Key}: {List(g.Select(p => p.Name))}")],
                Fixes =
                [
                    new($"Document {(few.Count == 1 ? few[0].Name : $"{few.Count} interfaces")} with {sizes[0].Key}", CatalogueEdits: [.. few.Select(p => new CatalogueEdit.SetPortField(p.Device, p.Port, "mtu", $"{sizes[0].Key}"))]),
                    new("Prove it", Manual: $"From each host: ping -M do -s {sizes[0].Key - 28} {(stores.Count > 0 ? stores[0].Address : subnet.First().Address)}"),
                ],
            };
        }
        if (unknown.Count > 0)
            yield return Unverified("", $"Hosts send frames above 1500 bytes to {List(unknown)}, which {(unknown.Count == 1 ? "is" : "are")} not in the catalogue: nobody can say whether {(unknown.Count == 1 ? "it takes" : "they take")} them.");
    }
}
