using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Hypervisors;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Compute;

/// <summary>CNP7001.</summary>
internal sealed class ClustersMustFitTheirHypervisor : Rule
{
    public override string Id => "CNP7001";
    public override string Title => "Clusters must fit their hypervisor";
    public override IReadOnlyList<RuleCase> Cases { get; } = 
    [
        new("a", Error, Error, RefusedByServer: true, Meaning: "what the server refuses: a VMware cluster of the wrong type or without vCenter, a bare metal host without tag"),
        new("b", Error, Error, Meaning: "what it takes: a made-up hypervisor, another cluster type"),
    ];
    public override string Team => "compute";
    public override string Why => "The server has been seen to accept a cluster of a made-up hypervisor, into which no host ever comes. VMware clusters are managed from outside and need the address of their vCenter; the others are managed by CloudStack.";
    public override string Rejected => "Hypervisor “Nope”; a VMware cluster with type CloudManaged.";
    public override string Accepted => "KVM, CloudManaged; VMware, ExternalManaged, http://vcenter/dc/cluster.";
    public override string Cure => "Choose a known hypervisor and take its cluster type (one click).";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks | RuleOrigins.Server;
    public override Reads Reads => Reads.Pods | Reads.Clusters | Reads.Hosts | Reads.Zone;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var pod in facts.Design.Pods)
            foreach (var cluster in pod.Clusters)
            {
                ObjectRef[] objects = [new("cluster", cluster.Name, DesignPath.Of(pod, cluster))];
                if (Hypervisor.Find(cluster.Hypervisor) is not { } hypervisor)
                {
                    yield return Found(DesignPath.Of(pod, cluster, "hypervisor"), $"“{cluster.Hypervisor}” of cluster {cluster.Name} is no hypervisor; there are {string.Join(", ", Hypervisor.All.Select(h => h.Key))}.", "b") with { Objects = objects, Fixes = [.. Fix.Choose("Choose the hypervisor", Hypervisor.All.Select(h => Set(h.Title, DesignPath.Of(pod, cluster, "hypervisor"), cluster.Hypervisor, h.Key)))] };
                    continue;
                }
                if (!string.Equals(cluster.ClusterType, hypervisor.ClusterType, StringComparison.OrdinalIgnoreCase))
                    yield return Found(DesignPath.Of(pod, cluster, "clusterType"), $"Cluster {cluster.Name} is {cluster.ClusterType}; {hypervisor.Title} takes {hypervisor.ClusterType}.", hypervisor is Vmware || cluster.ClusterType is not ("CloudManaged" or "ExternalManaged") ? "a" : "b") with { Objects = objects, Fixes = [Set($"Set {hypervisor.ClusterType}", DesignPath.Of(pod, cluster, "clusterType"), cluster.ClusterType, hypervisor.ClusterType)] };
                // http://vcenter/datacenter/cluster: three parts, or the cluster is not found.
                if (hypervisor is Vmware && !(Uri.TryCreate(cluster.Url ?? cluster.Name, UriKind.Absolute, out var url) ? url.Segments.Count(s => s.Trim('/').Length > 0) >= 2 : (cluster.Url ?? cluster.Name).Split('/', StringSplitOptions.RemoveEmptyEntries).Length >= 3))
                    yield return Found(DesignPath.Of(pod, cluster, "url"), $"The address of VMware cluster {cluster.Name}, “{cluster.Url}”, does not name vCenter, datacenter and cluster as in http://vcenter/dc/cluster.", "a") with { Objects = objects };
                if (hypervisor is Vmware && (string.IsNullOrWhiteSpace(cluster.UserName) || string.IsNullOrWhiteSpace(cluster.PasswordRef)) && (string.IsNullOrWhiteSpace(facts.Design.VmwareDatacenter?.UserName) || string.IsNullOrWhiteSpace(facts.Design.VmwareDatacenter?.PasswordRef)))
                    yield return Found(DesignPath.Of(pod, cluster, "userName"), $"VMware cluster {cluster.Name} has no user and stored password for vCenter, and neither has the VMware datacenter of the zone.", "a") with { Objects = objects };
                if (hypervisor is BareMetal)
                    foreach (var host in cluster.Hosts.Where(h => h.Tags.Count == 0))
                        yield return Found(DesignPath.Of(pod, cluster, host, "tags"), $"Bare metal host {host.Device ?? host.Url} of cluster {cluster.Name} has no host tag, by which an offering would find it.", "a") with { Objects = objects, Like = $"tags {cluster.Id}" };
            }
    }
}
