using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Hypervisors;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Zones;

/// <summary>CNP1010.</summary>
internal sealed class HypervisorsMustSuitTheZoneType : Rule
{
    public override string Id => "CNP1010";
    public override string Title => "Hypervisors must suit the zone type";
    public override IReadOnlyList<RuleCase> Cases { get; } =
        [new("a", Error, Error, RefusedByServer: true, Meaning: "a zone with security groups"), new("b", Error, Error, Meaning: "an edge zone: the server takes any hypervisor, KVM is what it is made for")];
    public override string Team => "compute";
    public override string Why => "Security groups are filters on the host itself, which only some hypervisors have; CloudStack refuses clusters of the others. Edge zones are made for KVM.";
    public override string Rejected => "A zone with security groups and a VMware cluster.";
    public override string Accepted => "A zone with security groups and KVM clusters.";
    public override string Cure => "Choose another zone type, or another hypervisor for the cluster.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Kind | Reads.Pods | Reads.Clusters;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        if (facts.Kind?.OnlyHypervisors is not { } allowed)
            yield break;
        foreach (var pod in facts.Design.Pods)
            foreach (var cluster in pod.Clusters)
                if (Hypervisor.Find(cluster.Hypervisor) is { } hypervisor && !allowed.Contains(hypervisor.Key))
                    yield return Found(DesignPath.Of(pod, cluster, "hypervisor"), $"Cluster {cluster.Name} runs {hypervisor.Title}; a zone of type {facts.Kind.Title} takes {string.Join(", ", allowed)} only.", facts.Kind.IsEdge ? "b" : "a") with { Objects = [new("cluster", cluster.Name, DesignPath.Of(pod, cluster))] };
    }
}
