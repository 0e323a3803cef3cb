using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Proposals;
using CloudNetPortal.Domain.Zones;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Addressing;

/// <summary>CNP4004.</summary>
internal sealed class PodSubnetsMustNotOverlap : Rule
{
    public override string Id => "CNP4004";
    public override string Title => "Pod subnets must not overlap";
    public override IReadOnlyList<RuleCase> Cases { get; } = 
    [
        new("a", Error, Error, RefusedByServer: true),
        new("b", Warning, Advice, Meaning: "the cloud has check.pod.cidrs switched off and takes it"),
    ];
    public override string Team => "network";
    public override string Why => "A pod is a management subnet. createPod compares it with every other pod of the zone and with the guest CIDR, at the shorter prefix, and refuses. Two pods that already clash block every further pod.";
    public override string Rejected => "Pod p1 10.0.1.0/24 and pod p2 10.0.1.128/25.";
    public override string Accepted => "Pod p2 10.0.2.0/24.";
    public override string Cure => "Give the pod the next free subnet of its size.";
    public override RuleOrigins Origins => RuleOrigins.Server;
    public override Reads Reads => Reads.Zone | Reads.Pods | Reads.Cloud | FreeAddresses.Reads;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var pods = facts.Design.Pods.Select(p => (Pod: p, Good: Ipv4Subnet.TryParse(p.Gateway, p.Netmask, out var subnet), Subnet: subnet)).Where(p => p.Good).ToList();
        var letter = string.Equals(facts.Setting("check.pod.cidrs"), "false", StringComparison.OrdinalIgnoreCase) ? "b" : "a";
        for (var j = 1; j < pods.Count; j++)
        {
            // One finding per pod, however many it clashes with: it is that pod that has to move.
            var (pod, _, subnet) = pods[j];
            var clashes = pods.Take(j).Where(p => p.Subnet.Overlaps(subnet)).ToList();
            if (clashes.Count > 0)
                yield return Found(DesignPath.Of(pod, "gateway"), $"The subnets of pods {List(clashes.Select(c => $"{c.Pod.Name} ({c.Subnet})"))} and {pod.Name} ({subnet}) overlap.", letter) with
                {
                    Objects = [.. clashes.Select(c => c.Pod).Append(pod).Select(p => new ObjectRef("pod", p.Name, DesignPath.Of(p)))],
                    Evidence = [.. clashes.Take(20).Select(c => $"{c.Pod.Name} {c.Subnet}, {pod.Name} {subnet}, both: {c.Subnet.Range.Intersect(subnet.Range)}")],
                    Subjects = [.. clashes.Select(c => Pair(c.Pod, pod))],
                    Fixes = [.. Fix.Choose("Choose another subnet", clashes.Select(c => (c.Pod, c.Subnet)).Prepend((pod, subnet)).Take(2).SelectMany(p => PodMoves.To(facts, p.Item1, p.Item2)))],
                };
        }
        if (Ipv4Subnet.TryParse(facts.Design.GuestCidr, out var guest))
            foreach (var (pod, _, subnet) in pods.Where(p => p.Subnet.Overlaps(guest)))
                yield return Found(DesignPath.Of(pod, "gateway"), $"The subnet of pod {pod.Name} ({subnet}) overlaps the guest CIDR {guest} of the zone.", letter) with
                {
                    Objects = [new("pod", pod.Name, DesignPath.Of(pod))], Evidence = [$"both: {subnet.Range.Intersect(guest.Range)}"],
                    Fixes = [.. Fix.Choose("Choose another subnet", PodMoves.To(facts, pod, subnet))],
                };
    }

    /// <summary>Subject of what two pods have in common, so that ranges of clashing pods are not told again (CNP4005).</summary>
    internal static string Pair(Pod one, Pod other) => string.CompareOrdinal(one.Id, other.Id) < 0 ? $"pods:{one.Id}+{other.Id}" : $"pods:{other.Id}+{one.Id}";
}
