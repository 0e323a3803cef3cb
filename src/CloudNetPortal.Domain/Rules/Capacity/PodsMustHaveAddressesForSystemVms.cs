using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Kinds;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Capacity;

/// <summary>CNP9001.</summary>
internal sealed class PodsMustHaveAddressesForSystemVms : Rule
{
    public override string Id => "CNP9001";
    public override string Title => "Pods must have addresses for system VMs";
    public override IReadOnlyList<RuleCase> Cases { get; } =
        [new("a", Error, Warning, Meaning: "too few for one of each"), new("b", Warning, Advice, Meaning: "no spare"), new("c", Advice, Advice, Meaning: "more than 1,000 in one pod")];
    public override string Team => "network";
    public override string Why => "The secondary storage VM and the console proxy take a management address of the pod each, more of them in large zones, and one more while they are replaced. With none left: “Unable to get a management ip address”.";
    public override string Rejected => "A pod with one management address.";
    public override string Accepted => "20 addresses for 40 hosts.";
    public override string Cure => "Extend the range, or add a second one. Of ranges kept for system VMs the others may be used up too, unless system.vm.management.ip.reservation.mode.strictness is true: then they count alone.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.HostFacts | Reads.Addresses | Reads.Kind | Reads.Pack | Reads.Zone | Reads.Cloud | Reads.Networks | Reads.Storage;

    private const string Strict = "system.vm.management.ip.reservation.mode.strictness";

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        if (facts.Kind is null or EdgeZone)
            yield break;
        var extra = facts.Hosts.Count > 200 ? 2 * ((facts.Hosts.Count - 1) / 200) : 0;
        // VMware and Hyper-V give each virtual router an address of the pod, because they have no link-local network.
        var routers = facts.Hypervisors.Any(h => h.Key is "VMware" or "Hyperv") ? facts.Design.PhysicalNetworks.Sum(n => n.PlannedNetworks ?? 0) : 0;
        foreach (var pod in facts.Design.Pods)
        {
            var claims = facts.Addresses.Where(a => a.Pod == pod).ToList();
            if (claims.Exists(c => c.Kind == "management" && c.Range is null))
                continue;
            var management = claims.Where(c => c.Kind == "management").ToList();
            var strict = string.Equals(facts.Setting(Strict), "true", StringComparison.OrdinalIgnoreCase);
            var kept = pod.ManagementRanges.Where(r => r.ForSystemVms).Select(r => DesignPath.Of(pod, r)).ToHashSet();
            var free = management.Where(c => !strict || kept.Contains(c.Path)).Sum(c => c.Range!.Value.Count);
            var wanted = 2 + facts.Input.Pack.SparePodAddresses + extra;
            var path = DesignPath.Of(pod, "managementRanges");
            ObjectRef[] objects = [new("pod", pod.Name, path)];
            if (free < 2 + routers)
                yield return Found(path, $"Pod {pod.Name} has {Count((int)free, "management address")}{(strict ? $" reserved for system VMs, and {Strict} is true" : "")}; the secondary storage VM and the console proxy need one each{(routers > 0 ? $", and so do the virtual routers of {routers} planned networks" : "")}.", "a") with { Objects = objects, Fixes = strict ? [] : [.. Extend(facts, pod, wanted + routers - free)] };
            else if (free < wanted)
                yield return Found(path, $"Pod {pod.Name} has {free} management addresses{(strict ? " reserved for system VMs" : "")}; {wanted} leave room for system VMs that are replaced{(extra > 0 ? $" and for {facts.Hosts.Count} hosts" : "")}.", "b") with { Objects = objects, Fixes = strict ? [] : [.. Extend(facts, pod, wanted - free)] };
            else if (free > 1000)
                yield return Found(path, $"Pod {pod.Name} has {free} management addresses; CloudStack stores each of them as a row when the pod is created.", "c") with { Objects = objects };
            var storage = claims.Where(c => c is { Kind: "storage", Range: not null }).Sum(c => c.Range!.Value.Count);
            if (storage > 0 && storage < 1 + facts.Input.Pack.SparePodAddresses)
                yield return Found(DesignPath.Of(pod, "storageRanges"), $"Pod {pod.Name} has {Count((int)storage, "storage address")}; each secondary storage VM takes one, and {1 + facts.Input.Pack.SparePodAddresses} leave room.", "b") with { Objects = objects };
        }
    }

    // The addresses right behind the last range, as long as nobody has them.
    private static IEnumerable<Fix> Extend(RuleFacts facts, Domain.Zones.Pod pod, long more)
    {
        if (facts.Addresses.Where(a => a.Pod == pod && a is { Kind: "management", Range: not null, Subnet: not null }).MaxBy(a => a.Range!.Value.End) is not { } last || more is < 1 or > 1000)
            yield break;
        var wanted = new Domain.Addressing.Ipv4Range(last.Range!.Value.End.Plus(1), last.Range.Value.End.Plus(more));
        if (wanted.End < last.Subnet!.Value.Broadcast && !facts.UsedAddresses.Any(u => wanted.Contains(u.Address)) && !facts.Addresses.Any(a => a.Range is { } range && range.Overlaps(wanted) || a.Gateway is { } gateway && wanted.Contains(gateway)))
            yield return Set($"Extend it to {wanted.End}", $"{last.Path}/endIp", last.EndText, wanted.End.ToString());
    }
}
