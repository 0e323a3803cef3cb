using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Addressing;

/// <summary>CNP4004.</summary>
internal sealed class PodSubnetsMustNotOverlap : Rule
{
    public override string Id => "CNP4004";
    public override string Title => "Pod subnets must not overlap";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Error, RefusedByServer: true)];
    public override string Team => "network";
    public override string Why => "A pod is a management subnet. createPod compares it with every other pod of the zone and with the guest CIDR, at the shorter prefix, and refuses. Two pods that already clash block every further pod.";
    public override string Rejected => "Pod p1 10.0.1.0/24 and pod p2 10.0.1.128/25.";
    public override string Accepted => "Pod p2 10.0.2.0/24.";
    public override string Cure => "Give the pod the next free subnet of its size.";
    public override RuleOrigins Origins => RuleOrigins.Server;
    public override Reads Reads => Reads.Zone | Reads.Pods;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var pods = facts.Design.Pods.Select(p => (Pod: p, Good: Ipv4Subnet.TryParse(p.Gateway, p.Netmask, out var subnet), Subnet: subnet)).Where(p => p.Good).ToList();
        for (var i = 0; i < pods.Count; i++)
            for (var j = i + 1; j < pods.Count; j++)
                if (pods[i].Subnet.Overlaps(pods[j].Subnet))
                    yield return Found(DesignPath.Of(pods[j].Pod, "gateway"), $"The subnets of pods {pods[i].Pod.Name} ({pods[i].Subnet}) and {pods[j].Pod.Name} ({pods[j].Subnet}) overlap.") with
                    {
                        Objects = [new("pod", pods[i].Pod.Name, DesignPath.Of(pods[i].Pod)), new("pod", pods[j].Pod.Name, DesignPath.Of(pods[j].Pod))],
                    };
        if (Ipv4Subnet.TryParse(facts.Design.GuestCidr, out var guest))
            foreach (var (pod, _, subnet) in pods.Where(p => p.Subnet.Overlaps(guest)))
                yield return Found(DesignPath.Of(pod, "gateway"), $"The subnet of pod {pod.Name} ({subnet}) overlaps the guest CIDR {guest} of the zone.") with { Objects = [new("pod", pod.Name, DesignPath.Of(pod))] };
    }
}
