using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Hypervisors;

namespace CloudNetPortal.Domain.Plans.Sections;

/// <summary>VMware datacenter, clusters and hosts; the first host of a cluster alone.</summary>
public sealed class ComputeSection : PlanSection
{
    private const string Datacenter = "vmware-datacenter";

    /// <summary>Key of the step that makes a cluster.</summary>
    public static string KeyOf(Cluster cluster) => $"cluster/{cluster.Id}";

    /// <summary>Key of the step that adds a host.</summary>
    public static string KeyOf(Host host) => $"host/{host.Id}";

    /// <inheritdoc/>
    public override IEnumerable<PlanStep> Steps(PlanContext context)
    {
        if (context.Design.VmwareDatacenter is { } datacenter)
            yield return new PlanStep
            {
                Key = Datacenter, Section = "Compute", Title = $"VMware datacenter {datacenter.Name}", DesignPath = "vmwareDatacenter", Command = "addVmwareDc", After = [ZoneSection.Zone],
                Arguments =
                [
                    PlanArgument.IdOf("zoneid", ZoneSection.Zone), .. Values(("name", datacenter.Name), ("vcenter", datacenter.VCenter), ("username", datacenter.UserName)), .. Secret("password", datacenter.PasswordRef),
                ],
                Lookup = new PlanLookup("listVmwareDcs", [PlanArgument.IdOf("zoneid", ZoneSection.Zone)], [PlanArgument.Of("name", datacenter.Name)]),
                UndoNote = "removeVmwareDc, once the zone has no VMware cluster.",
            };
        if (context.Options.Waves is { } waves)
        {
            foreach (var step in InWaves(context, waves))
                yield return step;
            yield break;
        }
        foreach (var pod in context.Design.Pods)
            foreach (var cluster in pod.Clusters)
            {
                yield return ClusterStep(context, pod, cluster);
                for (var i = 0; i < AddedHosts(cluster); i++)
                    yield return HostStep(context, pod, cluster, i, wave: 0);
            }
    }

    private static IEnumerable<PlanStep> InWaves(PlanContext context, PlanWaves waves)
    {
        var clusters = context.Design.Pods.SelectMany(p => p.Clusters.Select(c => (Pod: p, Cluster: c))).ToList();
        foreach (var (pod, cluster) in clusters)
            yield return ClusterStep(context, pod, cluster);
        var hosts = clusters.SelectMany(c => Enumerable.Range(0, AddedHosts(c.Cluster)).Select(i => (c.Pod, c.Cluster, Index: i, Wave: waves.Of(i)))).ToList();
        var added = 0;
        foreach (var wave in hosts.GroupBy(h => h.Wave).OrderBy(w => w.Key))
        {
            foreach (var (pod, cluster, index, number) in wave)
                yield return HostStep(context, pod, cluster, index, number);
            added += wave.Count();
            yield return Gate(wave.Key, added, [.. wave.Select(h => KeyOf(h.Cluster.Hosts[h.Index]))]);
        }
    }

    private static PlanStep Gate(int wave, int hosts, IReadOnlyList<string> after) => new()
    {
        Key = GateOf(wave), Section = "Compute", Title = $"Hosts of wave {wave} to be Up", Command = "listHosts", Action = PlanAction.Wait, After = after, Arguments = [], Wave = wave,
        Wait = new PlanWait($"{hosts} hosts of the zone to be Up", "listHosts", [PlanArgument.IdOf("zoneid", ZoneSection.Zone), PlanArgument.Of("type", "Routing")],
            [PlanArgument.Of("state", "Up")], [new PlanExpectation("state", PlanArgument.Of("state", "Up"))], hosts, 900),
        LongestSeconds = 900, Why = "The next wave starts only when these hosts work.",
    };

    private static string GateOf(int wave) => $"wave/{wave}";

    private static int AddedHosts(Cluster cluster) => Hypervisor.Find(cluster.Hypervisor)?.HostsAreAdded ?? true ? cluster.Hosts.Count : 0;

    private static PlanStep ClusterStep(PlanContext context, Pod pod, Cluster cluster)
    {
        var (key, path, hypervisor) = (KeyOf(cluster), $"pods/{pod.Id}/clusters/{cluster.Id}", Hypervisor.Find(cluster.Hypervisor)?.Key ?? cluster.Hypervisor);
        return new PlanStep
        {
            Key = key, Section = "Compute", Title = $"Cluster {cluster.Name}", DesignPath = path, Command = "addCluster", LongestSeconds = 120,
            After =
            [
                PodsSection.KeyOf(pod),
                // A host is checked for the labels of every physical network of the zone when it connects.
                .. context.Design.PhysicalNetworks.SelectMany(n => n.TrafficTypes.Select(t => NetworksSection.KeyOf(n, t)).Prepend(NetworksSection.EnableKeyOf(n))),
                .. context.Design.VmwareDatacenter is not null && hypervisor == "VMware" ? new[] { Datacenter } : [],
            ],
            Arguments =
            [
                PlanArgument.IdOf("zoneid", ZoneSection.Zone), PlanArgument.IdOf("podid", PodsSection.KeyOf(pod)),
                .. Values(("clustername", cluster.Name), ("hypervisor", hypervisor), ("clustertype", cluster.ClusterType), ("arch", cluster.Architecture), ("url", cluster.Url), ("username", cluster.UserName)),
                .. Secret("password", cluster.PasswordRef),
            ],
            Lookup = new PlanLookup("listClusters", [PlanArgument.IdOf("podid", PodsSection.KeyOf(pod))], [PlanArgument.Of("name", cluster.Name)]) { IgnoreCase = true },
            ReadBack = ById("listClusters", key, Expect(path, ("name", cluster.Name, "name", Comparison.Exact), ("hypervisortype", hypervisor, "hypervisor", Comparison.IgnoreCase),
                ("clustertype", cluster.ClusterType, "clusterType", Comparison.Exact), ("arch", cluster.Architecture, "architecture", Comparison.Exact))),
            UndoNote = "deleteCluster, once it has no hosts and pools.",
        };
    }

    private static PlanStep HostStep(PlanContext context, Pod pod, Cluster cluster, int index, int wave)
    {
        var host = cluster.Hosts[index];
        var (key, path, url) = (KeyOf(host), $"pods/{pod.Id}/clusters/{cluster.Id}/hosts/{host.Id}", context.UrlOf(host));
        var hypervisor = Hypervisor.Find(cluster.Hypervisor)?.Key ?? cluster.Hypervisor;
        var address = Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : url;
        var hasAddress = Ipv4.TryParse(address, out _) && hypervisor != "Simulator";
        IReadOnlyList<PlanArgument> listed = [PlanArgument.IdOf("clusterid", KeyOf(cluster)), PlanArgument.Of("type", "Routing")];
        return new PlanStep
        {
            Key = key, Section = "Compute", Title = $"Host {host.Device ?? url}", DesignPath = path, Command = "addHost", LongestSeconds = 600,
            // The first host alone: what is wrong with the cluster shows on one host only.
            After = index == 0 ? [KeyOf(cluster)] : [KeyOf(cluster), KeyOf(cluster.Hosts[0]), .. wave > 1 ? new[] { GateOf(wave - 1) } : []],
            Wave = wave,
            Arguments =
            [
                PlanArgument.IdOf("zoneid", ZoneSection.Zone), PlanArgument.IdOf("podid", PodsSection.KeyOf(pod)), PlanArgument.IdOf("clusterid", KeyOf(cluster)),
                .. Values(("hypervisor", hypervisor), ("clustertype", cluster.ClusterType), ("url", url), ("username", host.UserName), ("hosttags", string.Join(',', host.Tags)),
                    ("hostmac", host.HostMac), ("cpunumber", host.CpuNumber), ("cpuspeed", host.CpuSpeed), ("memory", host.Memory)),
                .. Secret("password", host.PasswordRef),
            ],
            Lookup = new PlanLookup("listHosts", listed, hasAddress ? [PlanArgument.Of("ipaddress", address)] : []) { Unclaimed = !hasAddress },
            ReadBack = ById("listHosts", key, [
                new PlanExpectation("clusterid", PlanArgument.IdOf("clusterid", KeyOf(cluster)), Comparison.Exact, $"pods/{pod.Id}/clusters/{cluster.Id}"),
                .. Expect(path, ("hypervisor", hypervisor, "url", Comparison.IgnoreCase), ("hosttags", string.Join(',', host.Tags), "tags", Comparison.WordSet)),
                .. hasAddress ? Expect(path, ("ipaddress", address, "url", Comparison.Exact)) : [],
            ]),
            UndoNote = "prepareHostForMaintenance, deleteHost.",
            SideEffect = hypervisor == "KVM" ? "CloudStack writes the Management, Public and Guest labels of the zone into agent.properties on the host; later label changes do not rewrite them." : null,
            Why = "The hypervisor is checked for the labels of every physical network of the zone when it connects." ,
        };
    }

    private static IEnumerable<PlanArgument> Secret(string name, string? reference) => reference is null ? [] : [PlanArgument.SecretOf(name, reference)];

}
