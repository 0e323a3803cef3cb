using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Domain.Zones.Hypervisors;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Compute;

/// <summary>CNP7007.</summary>
internal sealed class VmwareZonesMustHaveOneDatacenter : Rule
{
    public override string Id => "CNP7007";
    public override string Title => "VMware zones must have one datacenter";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, RefusedByServer: true, Meaning: "no datacenter, or one without its credentials"),
        new("b", Error, Error, RefusedByServer: true, Meaning: "a cluster elsewhere"),
        new("c", Error, Error, Meaning: "what only vCenter can tell: never judged, always not verified"),
    ];
    public override string Team => "compute";
    public override string Why => "A zone is joined to one VMware datacenter, once, before any VMware cluster; a cluster of another vCenter or datacenter is refused.";
    public override string Rejected => "Clusters in dc-a and dc-b.";
    public override string Accepted => "Both clusters in dc-a.";
    public override string Cure => "Move the clusters of the other datacenter to a zone of their own. The size a cluster may have, and whether another CloudStack manages the datacenter, is known to vCenter alone: shown as not verified.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.LiveData;
    public override Reads Reads => Reads.Zone | Reads.Pods | Reads.Clusters;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var clusters = facts.Design.Pods.SelectMany(p => p.Clusters.Where(c => Hypervisor.Find(c.Hypervisor) is Vmware).Select(c => (Pod: p, Cluster: c, Place: Read(c.Url ?? c.Name)))).ToList();
        if (clusters.Count == 0)
            yield break;
        var path = DesignPath.Of(clusters[0].Pod, clusters[0].Cluster);
        var datacenter = facts.Design.VmwareDatacenter;
        if (datacenter is null)
        {
            yield return Found("vmwareDatacenter", $"{List(clusters.Select(c => $"Cluster {c.Cluster.Name}"))} {(clusters.Count == 1 ? "is" : "are")} of VMware, and the zone names no VMware datacenter: addCluster is refused.", "a") with
            {
                Objects = [.. clusters.Select(c => new ObjectRef("cluster", c.Cluster.Name, DesignPath.Of(c.Pod, c.Cluster)))],
                Fixes = clusters.Select(c => c.Place).Distinct().ToList() is [{ } only]
                    ? [new($"Use {only.Datacenter} of {only.VCenter}", [new FieldEdit("vmwareDatacenter", null, new JsonObject { ["id"] = "vmware-dc", ["name"] = only.Datacenter, ["vCenter"] = only.VCenter, ["userName"] = clusters[0].Cluster.UserName, ["passwordRef"] = clusters[0].Cluster.PasswordRef })])] : [],
            };
            yield break;
        }
        var missing = new[] { ("name", datacenter.Name), ("vCenter", datacenter.VCenter), ("userName", datacenter.UserName), ("passwordRef", datacenter.PasswordRef) }.Where(f => string.IsNullOrWhiteSpace(f.Item2)).Select(f => f.Item1).ToList();
        if (missing.Count > 0)
            yield return Found($"vmwareDatacenter/{missing[0]}", $"The VMware datacenter of the zone lacks {List(missing.Select(m => m switch { "name" => "its name", "vCenter" => "the address of vCenter", "userName" => "a user name", _ => "a stored password" }))}.", "a");
        foreach (var (pod, cluster, place) in clusters)
            if (place is { } there && datacenter.Name.Length > 0 && datacenter.VCenter.Length > 0 && !(Same(there.VCenter, datacenter.VCenter) && Same(there.Datacenter, datacenter.Name)))
                yield return Found(DesignPath.Of(pod, cluster, "url"), $"Cluster {cluster.Name} is in {there.Datacenter} of {there.VCenter}, the zone is joined to {datacenter.Name} of {datacenter.VCenter}.", "b") with { Objects = [new("cluster", cluster.Name, DesignPath.Of(pod, cluster))] };
        yield return Unverified(path, $"Whether {datacenter.Name} is managed by another CloudStack (attribute cloud.zone), and whether {(clusters.Count == 1 ? "the cluster is" : "the clusters are")} small enough for it, is known to vCenter only and shows when the zone is joined.", "c");
    }

    private static (string VCenter, string Datacenter)? Read(string text)
    {
        var parts = text[(text.IndexOf("://", StringComparison.Ordinal) is var at and >= 0 ? at + 3 : 0)..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length >= 3 ? (parts[0], Uri.UnescapeDataString(parts[1])) : null;
    }

    private static bool Same(string a, string b) => string.Equals(a.Trim(), b.Trim(), StringComparison.OrdinalIgnoreCase);
}
