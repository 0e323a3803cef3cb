using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Proposals;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Domain.Zones.Kinds;
using CloudNetPortal.Domain.Zones;
using System.Text.Json;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Addressing;

/// <summary>CNP4017.</summary>
internal sealed class BasicPodsMustHaveAGuestRange : Rule
{
    public override string Id => "CNP4017";
    public override string Title => "Basic pods must have a guest range";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, Meaning: "a pod of a basic zone without guest range: the server takes it, and nothing starts there"),
        new("b", Error, Error, RefusedByServer: true, Meaning: "a guest range outside a basic zone, or with a VLAN"),
    ];
    public override string Team => "network";
    public override string Why => "In a basic zone instances and system VMs of a pod take their addresses from the guest ranges of that pod; without one nothing starts there. The ranges are untagged.";
    public override string Rejected => "A basic zone, pod p2 without guest range.";
    public override string Accepted => "p2 with guest range 172.16.20.50–100.";
    public override string Cure => "Add a guest range to the pod.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Kind | Reads.Networks | Reads.Labels | Reads.GuestVlans | Reads.PublicRanges | Reads.GuestNetworks | Reads.Pods | Reads.StorageRanges | Reads.PodGuestRanges | FreeAddresses.Reads;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var pod in facts.Design.Pods)
        {
            if (facts.Kind is BasicZone && pod.GuestRanges.Count == 0)
                yield return Found(DesignPath.Of(pod, "guestRanges"), $"Pod {pod.Name} has no guest range; instances in it would get no address.", "a") with { Objects = [new("pod", pod.Name, DesignPath.Of(pod))], Fixes = [.. Free(facts, pod)] };
            if (facts.Kind is not (null or BasicZone) && pod.GuestRanges.Count > 0)
                yield return Found(DesignPath.Of(pod, "guestRanges"), $"Pod {pod.Name} has guest ranges, which only basic zones have.", "b") with { Objects = [new("pod", pod.Name, DesignPath.Of(pod))], Fixes = [new("Remove them", Zones.Removals.Of(facts.Design, pod.GuestRanges.Select(r => DesignPath.Of(pod, r))))] };
            foreach (var range in pod.GuestRanges.Where(r => !CellSets.IsUntagged(r.Vlan)))
                yield return Found(DesignPath.Of(pod, range, "vlan"), $"The guest range {range.StartIp}–{range.EndIp} of pod {pod.Name} names VLAN {range.Vlan}; a basic zone is untagged.", "b") with { Objects = [new("pod", pod.Name, DesignPath.Of(pod))], Fixes = [Set("Make it untagged", DesignPath.Of(pod, range, "vlan"), range.Vlan, null)] };
        }
    }

    private static readonly int[] Sizes = [100, 50, 20];

    // Free runs of the subnets that guests have elsewhere in the zone, else of the pod's own.
    private static IEnumerable<Fix> Free(RuleFacts facts, Pod pod)
    {
        var known = facts.Addresses.Where(a => a.Kind == "guest" && a.Subnet is not null).Select(a => (Subnet: a.Subnet!.Value, Gateway: a.GatewayText!)).Distinct().ToList();
        if (Ipv4Subnet.TryParse(pod.Gateway, pod.Netmask, out var own))
            known.Add((own, pod.Gateway!));
        return Fix.Choose("Choose a free part of a subnet",
            from place in known.DistinctBy(k => k.Subnet)
            from count in Sizes
            let free = FreeAddresses.In(facts, place.Subnet, count)
            where free is not null
            let range = new GuestRange { Id = $"guest-{pod.Id}", Gateway = place.Gateway, Netmask = place.Subnet.Netmask, StartIp = free.Value.Start.ToString(), EndIp = free.Value.End.ToString() }
            select new Fix($"{free}: {count} addresses of {place.Subnet}", [new FieldEdit(DesignPath.Of(pod, range), null, JsonSerializer.SerializeToNode(range, DesignJson.Options))]));
    }
}
