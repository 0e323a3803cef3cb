using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Compute;

/// <summary>CNP7004.</summary>
internal sealed class HostsMustBeUnique : Rule
{
    public override string Id => "CNP7004";
    public override string Title => "Hosts must be unique";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("a", Error, Error, RefusedByServer: true, Meaning: "one host in two places of a cloud"), new("b", Error, Error, Meaning: "one address on two devices")];
    public override string Team => "compute";
    public override string Why => "A logical host belongs to one cluster; CloudStack refuses to add it a second time. An address that two boxes have reaches sometimes the one and sometimes the other.";
    public override string Rejected => "kvm-01 in clusters c1 and c2; or 10.0.1.11 on two hosts.";
    public override string Accepted => "One cluster, one address of its own.";
    public override string Cure => "Remove the host from one of the places, or correct the address.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.Catalogue;
    public override Reads Reads => (Reads.HostFacts | Reads.OtherZones | Reads.Zone) & ~(Reads.PortMtu | Reads.PortVlans | Reads.Cables | Reads.Surroundings);

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var twins in facts.Hosts.Where(h => h.Device is not null).GroupBy(h => h.Device!).Where(g => g.Count() > 1))
            yield return Found(twins.Last().Path, $"{twins.Key.Name} is {twins.Count()} times in the zone: in {List(twins.Select(t => $"cluster {t.Cluster.Name}"))}.", "a") with { Objects = [.. twins.Select(t => new ObjectRef("host", t.Name, t.Path))], Fixes = [.. Fix.Choose("Choose the cluster that keeps it", twins.Select(keeps => new Fix($"{keeps.Cluster.Name} of pod {keeps.Pod.Name}", Zones.Removals.Of(facts.Design, twins.Where(t => t.Path != keeps.Path).Select(t => t.Path)))))] };
        // The simulator adds many hosts under one made-up name; only real addresses are compared.
        foreach (var twins in facts.Hosts.Where(h => h.ManagementAddress is not null && h.Hypervisor?.Key != "Simulator").GroupBy(h => h.ManagementAddress!.Value).Where(g => g.Select(h => h.Device?.Id ?? Guid.Empty).Distinct().Count() > 1 || g.All(h => h.Device is null) && g.Count() > 1))
            yield return Found(twins.Last().Path, $"{List(twins.Select(t => t.Host.Device ?? t.Host.Url ?? t.Name))} have the same management address {twins.Key}.", "a") with { Objects = [.. twins.Select(t => new ObjectRef("host", t.Name, t.Path))] };
        foreach (var twins in facts.Hosts.Where(h => h.Device is null && h.ManagementAddress is null && h.UrlHost is not null && h.Hypervisor?.Key != "Simulator").GroupBy(h => h.UrlHost!, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            yield return Found(twins.Last().Path, $"{twins.Key} is {twins.Count()} times in the zone: in {List(twins.Select(t => $"cluster {t.Cluster.Name}"))}.", "a") with { Objects = [.. twins.Select(t => new ObjectRef("host", t.Name, t.Path))] };
        // By box, by address and by name: another zone may know the same host by its address only.
        var elsewhere = facts.OtherZones.SelectMany(z => z.Hosts.Where(h => h.Hypervisor?.Key != "Simulator").SelectMany(h => Keys(h).Select(k => (Key: k, Zone: z.Design.Name)))).GroupBy(k => k.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First().Zone, StringComparer.OrdinalIgnoreCase);
        foreach (var host in facts.Hosts.Where(h => h.Hypervisor?.Key != "Simulator"))
            if (Keys(host).Where(elsewhere.ContainsKey).Select(k => elsewhere[k]).FirstOrDefault() is { } zone)
                yield return Found(host.Path, $"{host.Name} is a host of zone {zone} as well.", "a") with { Objects = [host.Reference, new("zone", zone)], Like = $"zone {zone}", Fixes = [new($"Leave it to {zone}", Zones.Removals.Of(facts.Design, [host.Path]))] };

        foreach (var host in facts.Hosts.Where(h => h.Device is not null && h.ManagementAddress is not null && h.Hypervisor?.Key != "Simulator"))
            if (!CatalogueIndex.AddressesOf(host.Device!).Any(a => a.Address == host.ManagementAddress) && facts.Shared.AddressOwners[host.ManagementAddress!.Value].FirstOrDefault(d => d != host.Device && d.Status != LifeCycle.Decommissioning) is { } other)
                yield return Found(DesignPath.Of(host.Pod, host.Cluster, host.Host, "url"), $"{host.Name} is added with {host.ManagementAddress}, which {other.Name} has.", "b") with { Objects = [host.Reference, new("device", other.Name, CataloguePath.Of(other))] };
        var hosts = facts.Hosts.Select(h => h.Device).OfType<Domain.Catalogue.Devices.Device>().Distinct().ToHashSet();
        var owners = facts.Input.Catalogue.Devices.Where(d => d.Status != LifeCycle.Decommissioning).SelectMany(d => CatalogueIndex.AddressesOf(d).Where(a => !a.Port.MadeByCloudStack).Select(a => (a.Address, a.Port, Device: d)));
        foreach (var twins in owners.GroupBy(o => o.Address).Where(g => g.Select(o => o.Device.Id).Distinct().Count() > 1 && g.Any(o => hosts.Contains(o.Device))))
        {
            var all = twins.OrderBy(t => t.Device.Name, StringComparer.Ordinal).ToList();
            var (address, port, device) = (twins.Key, all[^1].Port, all[^1].Device);
            yield return Found(CataloguePath.Of(device, port, "addresses"), $"{List(all.Select(t => $"{t.Device.Name} {t.Port.Name}"))} have the same address {address}.", "b") with { Objects = [.. all.Select(t => new ObjectRef("port", $"{t.Device.Name} {t.Port.Name}", CataloguePath.Of(t.Device, t.Port, "addresses")))] };
        }
    }

    private static IEnumerable<string> Keys(HostFacts host) =>
        new[] { host.Device is null ? null : $"box {host.Device.Name}", host.Host.Device is null ? null : $"box {host.Host.Device}", host.ManagementAddress is { } address ? $"address {address}" : null, host.UrlHost is null || host.ManagementAddress is not null ? null : $"name {host.UrlHost}" }.OfType<string>().Distinct();
}
