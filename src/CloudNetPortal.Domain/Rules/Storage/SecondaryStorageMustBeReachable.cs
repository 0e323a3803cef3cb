using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Kinds;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Storage;

/// <summary>CNP8009.</summary>
internal sealed class SecondaryStorageMustBeReachable : Rule
{
    public override string Id => "CNP8009";
    public override string Title => "Secondary storage must be reachable";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Warning, Meaning: "inside the guest CIDR, or no gateway on the way"),
        new("b", Warning, Advice, Meaning: "in a public subnet, or that of guests where they share one with system VMs"),
        new("c", Advice, Advice, Meaning: "in a subnet of its own, and no storage range"),
    ];
    public override string Team => "storage";
    public override string Why => "The secondary storage VM mounts the store. With storage ranges it goes out on eth3 and the storage gateway, without on eth1 and the gateway of the pod; a server in a public subnet is reached over eth2, past every firewall meant for storage. When it is not reached, no template is ever downloaded.";
    public override string Rejected => "Storage label cloudbr0, NFS server 10.10.0.118 in the public subnet.";
    public override string Accepted => "NFS server 10.15.0.118 in the storage subnet.";
    public override string Cure => "Give the store an address of the storage subnet, or the pods a storage range there. A store named by a host name is not verified.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Addresses | Reads.Zone | Reads.Kind | Reads.Networks | Reads.Labels | Reads.Storage;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        if (facts.Kind is null or EdgeZone)
            yield break;
        var design = facts.Design;
        var hasStorage = design.PhysicalNetworks.Exists(n => n.Traffic("Storage") is not null);
        var ranges = design.Pods.Exists(p => p.StorageRanges.Count > 0);
        var publics = facts.Addresses.Where(a => (facts.Kind is AdvancedZone ? a.Kind == "public" : a.Kind is "public" or "guest" or "shared guest") && a.Subnet is not null).ToList();
        var unnamed = new List<string>();
        foreach (var store in design.SecondaryStorages.Concat(design.StagingStores).Where(s => s.Url is not null && HostFacts.HostPart(s.Url) is not null))
        {
            var (name, path) = (store.Name ?? store.Url!, design.SecondaryStorages.Contains(store) ? $"secondaryStorages/{store.Id}/url" : $"stagingStores/{store.Id}/url");
            if (!Ipv4.TryParse(HostFacts.HostPart(store.Url), out var server))
            {
                unnamed.Add($"{name} ({HostFacts.HostPart(store.Url)})");
                continue;
            }
            Finding Say(string message, string letter) => Found(path, message, letter) with { Objects = [new("storage", name, path)], Subjects = [$"store:{server}"] };
            if (facts.Kind is AdvancedZone && Ipv4Subnet.TryParse(design.GuestCidr, out var guests) && guests.Contains(server))
                yield return Say($"Secondary storage {name} ({server}) lies inside the guest CIDR {guests}.", "a");
            var home = publics.Find(p => p.Subnet!.Value.Contains(server));
            var without = new List<string>();
            var apart = new List<string>();
            foreach (var pod in design.Pods)
            {
                var subnets = facts.Addresses.Where(a => a.Pod == pod && a.Kind == (ranges ? "storage" : "management")).ToList();
                if (!ranges && subnets.Count == 0 && Ipv4Subnet.TryParse(pod.Gateway, pod.Netmask, out var own) && own.Contains(server) || subnets.Exists(s => s.Subnet is { } subnet && subnet.Contains(server)))
                    continue;
                if (ranges ? subnets.Count > 0 && subnets.TrueForAll(s => string.IsNullOrWhiteSpace(s.GatewayText)) : string.IsNullOrWhiteSpace(pod.Gateway))
                    without.Add(pod.Name);
                else
                    apart.Add(pod.Name);
            }
            if (without.Count > 0)
                yield return Say($"Secondary storage {name} ({server}) lies outside the {(ranges ? "storage" : "management")} subnet of pod {List(without)}, which has no gateway: it is not reached from there.", "a");
            else if (apart.Count > 0 && home is not null)
                yield return Say($"Secondary storage {name} ({server}) lies in the {(home.Kind == "public" ? "public" : "guests'")} subnet {home.Subnet}: the secondary storage VM reaches it over eth2, not over {(ranges ? "eth3 and the storage network" : "eth1 and Management")}.", "b");
            else if (apart.Count > 0 && !ranges && hasStorage)
                yield return Say($"Secondary storage {name} ({server}) lies in a subnet of its own and no pod has a storage range: it is reached over eth1 and the gateway of pod {List(apart)}, whatever the Storage label says.", "c");
        }
        if (unnamed.Count > 0)
            yield return Unverified("secondaryStorages", $"Whether {List(unnamed)} can be reached is not known: only the name of the server is documented.", "a");
    }
}
