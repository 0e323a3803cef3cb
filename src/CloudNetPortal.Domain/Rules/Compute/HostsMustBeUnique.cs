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
    public override Reads Reads => Reads.HostFacts | Reads.OtherZones | Reads.Zone;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var twins in facts.Hosts.Where(h => h.Device is not null).GroupBy(h => h.Device!).Where(g => g.Count() > 1))
            yield return Found(twins.Last().Path, $"{twins.Key.Name} is {twins.Count()} times in the zone: in {List(twins.Select(t => $"cluster {t.Cluster.Name}"))}.", "a") with { Objects = [.. twins.Select(t => new ObjectRef("host", t.Name, t.Path))], Fixes = [.. Fix.Choose("Choose the cluster that keeps it", twins.Select(keeps => new Fix($"{keeps.Cluster.Name} of pod {keeps.Pod.Name}", Zones.Removals.Of(facts.Design, twins.Where(t => t.Path != keeps.Path).Select(t => t.Path)))))] };
        // The simulator adds many hosts under one made-up name; only real addresses are compared.
        foreach (var twins in facts.Hosts.Where(h => h.ManagementAddress is not null && h.Hypervisor?.Key != "Simulator").GroupBy(h => h.ManagementAddress!.Value).Where(g => g.Select(h => h.Device?.Id ?? Guid.Empty).Distinct().Count() > 1 || g.All(h => h.Device is null) && g.Count() > 1))
            yield return Found(twins.Last().Path, $"{List(twins.Select(t => t.Host.Device ?? t.Host.Url ?? t.Name))} have the same management address {twins.Key}.", "a") with { Objects = [.. twins.Select(t => new ObjectRef("host", t.Name, t.Path))] };
        var elsewhere = facts.Input.OtherZones.SelectMany(z => z.Pods.SelectMany(p => p.Clusters.SelectMany(c => c.Hosts.Where(h => h.Device is not null).Select(h => (Zone: z.Name, Device: h.Device!)))))
            .GroupBy(h => h.Device, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First().Zone, StringComparer.OrdinalIgnoreCase);
        foreach (var host in facts.Hosts.Where(h => h.Device is not null && elsewhere.ContainsKey(h.Device.Name)))
            yield return Found(host.Path, $"{host.Name} is a host of zone {elsewhere[host.Device!.Name]} as well.", "a") with { Objects = [host.Reference], Fixes = [new($"Leave it to {elsewhere[host.Device!.Name]}", Zones.Removals.Of(facts.Design, [host.Path]))] };

        var hosts = facts.Hosts.Select(h => h.Device).OfType<Domain.Catalogue.Devices.Device>().Distinct().ToHashSet();
        var owners = facts.Input.Catalogue.Devices.SelectMany(d => CatalogueIndex.AddressesOf(d).Where(a => !a.Port.MadeByCloudStack).Select(a => (a.Address, a.Port, Device: d)));
        foreach (var twins in owners.GroupBy(o => o.Address).Where(g => g.Select(o => o.Device.Id).Distinct().Count() > 1 && g.Any(o => hosts.Contains(o.Device))))
        {
            var all = twins.OrderBy(t => t.Device.Name, StringComparer.Ordinal).ToList();
            var (address, port, device) = (twins.Key, all[^1].Port, all[^1].Device);
            yield return Found(CataloguePath.Of(device, port, "addresses"), $"{List(all.Select(t => $"{t.Device.Name} {t.Port.Name}"))} have the same address {address}.", "b") with { Objects = [.. all.Select(t => new ObjectRef("port", $"{t.Device.Name} {t.Port.Name}", CataloguePath.Of(t.Device, t.Port, "addresses")))] };
        }
    }
}
