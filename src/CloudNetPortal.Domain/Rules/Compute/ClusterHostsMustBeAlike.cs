using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Proposals;
using CloudNetPortal.Domain.Zones.Hypervisors;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Compute;

/// <summary>CNP7002.</summary>
internal sealed class ClusterHostsMustBeAlike : Rule
{
    private static readonly string[] LikeRedHat = ["rhel", "red hat", "centos", "rocky", "alma", "oracle linux"];

    public override string Id => "CNP7002";
    public override string Title => "Cluster hosts must be alike";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Error)];
    public override string Team => "compute";
    public override string Why => "Instances move among the hosts of a cluster, so CloudStack refuses a host of another hypervisor, operating system or architecture. With Open vSwitch on one host and Linux bridges on another, one label means two different things.";
    public override string Rejected => "Cluster c1: kvm-01 Ubuntu 24.04, kvm-02 Rocky 9.";
    public override string Accepted => "Rocky 9 and AlmaLinux 9.";
    public override string Cure => "Move the odd host to a cluster of its own.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.Host;
    public override Reads Reads => Reads.HostFacts & ~(Reads.PortVlans | Reads.Cables | Reads.Surroundings);

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var cluster in facts.Hosts.Where(h => h.Device?.LogicalHost is not null).GroupBy(h => h.Cluster))
        {
            var path = DesignPath.Of(cluster.First().Pod, cluster.Key, "hosts");
            var key = Hypervisor.Find(cluster.Key.Hypervisor)?.Key;
            foreach (var host in cluster.Where(h => key is not null && Hypervisor.Find(h.Device!.LogicalHost!.Hypervisor) is { } own && own.Key != key))
                yield return Found(host.Path, $"{host.Name} runs {host.Device!.LogicalHost!.Hypervisor}, its cluster {cluster.Key.Name} is {key}.") with { Objects = [host.Reference], Like = $"{cluster.Key.Id} {host.Device.LogicalHost.Hypervisor}", Fixes = [.. HostMoves.To(facts, [host], other => Hypervisor.Find(other.Hypervisor)?.Key == Hypervisor.Find(host.Device!.LogicalHost!.Hypervisor)?.Key)] };
            var unknown = new List<(string What, List<HostFacts> Hosts)>();
            foreach (var (what, values) in new (string, IEnumerable<(HostFacts Host, string? Value)>)[]
            {
                ("operating system", cluster.Where(_ => key == "KVM").Select(h => (h, Distribution(h.Device!.LogicalHost!.OperatingSystem)))),
                ("architecture", cluster.Select(h => (h, Machine(h.Device!.LogicalHost!.Architecture)))),
                ("kind of bridges", cluster.Where(h => key == "KVM" && h.HasProfile).Select(h => (h, (string?)(h.UsesOpenVSwitch ? "Open vSwitch" : "Linux bridges")))),
            })
            {
                var groups = values.Where(v => !string.IsNullOrEmpty(v.Value)).GroupBy(v => v.Value!, StringComparer.OrdinalIgnoreCase).OrderByDescending(g => g.Count()).ToList();
                var silent = values.Where(v => string.IsNullOrEmpty(v.Value)).Select(v => v.Host).ToList();
                if (silent.Count > 0)
                    unknown.Add((what, silent));
                if (groups.Count > 1)
                    yield return Found(path, $"Hosts of cluster {cluster.Key.Name} differ in their {what}: {string.Join("; ", groups.Select(g => $"{g.Key} on {List(g.Select(v => v.Host.Name))}"))}.") with { Objects = [.. groups.Skip(1).SelectMany(g => g).Select(v => v.Host.Reference)], Evidence = [.. groups.Select(g => $"{g.Key}: {List(g.Select(v => v.Host.Name))}")], Fixes = [.. HostMoves.To(facts, [.. groups.Skip(1).SelectMany(g => g).Select(v => v.Host)], other => Hypervisor.Find(other.Hypervisor)?.Key == key)] };
            }
            var silentHosts = unknown.SelectMany(u => u.Hosts).Distinct().ToList();
            if (silentHosts.Count > 0 && cluster.Count() > 1)
                yield return Unverified(path, $"Whether hosts of cluster {cluster.Key.Name} are alike is known of {cluster.Count() - silentHosts.Count} of {cluster.Count()} hosts: {string.Join("; ", unknown.Select(u => $"the {u.What} of {List(u.Hosts.Select(h => h.Name))}"))} {(unknown.Count == 1 ? "is" : "are")} not documented.") with { Objects = [.. silentHosts.Select(h => h.Reference)] };
            if (cluster.Key.Architecture is { Length: > 0 } wanted)
                foreach (var host in cluster.Where(h => h.Device!.LogicalHost!.Architecture is { Length: > 0 } own && !string.Equals(Machine(own), Machine(wanted), StringComparison.OrdinalIgnoreCase)))
                    yield return Found(host.Path, $"{host.Name} is {host.Device!.LogicalHost!.Architecture}, its cluster {cluster.Key.Name} says {wanted}.") with { Objects = [host.Reference], Like = $"{cluster.Key.Id} {host.Device.LogicalHost.Architecture}" };
        }
    }

    private static string? Machine(string? architecture) => architecture?.Trim().ToLowerInvariant() switch { "amd64" or "x64" => "x86_64", "arm64" => "aarch64", var other => other };

    // CloudStack compares the name of the distribution, not its version, and takes those built from one source as one.
    private static string? Distribution(string? system)
    {
        if (string.IsNullOrWhiteSpace(system))
            return null;
        return LikeRedHat.Any(l => system.Contains(l, StringComparison.OrdinalIgnoreCase)) ? "RHEL or like it" : system.Split(' ')[0];
    }
}
