using System.Text.Json;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Domain.Zones.Hypervisors;
using CloudNetPortal.Domain.Zones.TrafficTypes;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Zones;

/// <summary>CNP1012.</summary>
internal sealed class LiveObjectsMustAllowTheChange : Rule
{
    public override string Id => "CNP1012";
    public override string Title => "Live objects must allow the change";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, RefusedByServer: true, Meaning: "a field that is fixed once the object is there"),
        new("b", Error, Error, RefusedByServer: true, Meaning: "a range that is not changed in place"),
        new("c", Warning, Warning, Meaning: "a change that works only while no address is used"),
    ];
    public override string Team => "network";
    public override string Why => "Some fields cannot be changed on a zone that stands: zone type, isolation method, the physical network of a traffic type, the VLAN of a range. Others fail on this version (removing a management range, moving a storage range), or work only while no address that would leave the range is used. A management range is changed by a call of its own, because updatePod answers 200 and changes nothing.";
    public override string Rejected => "A storage range .10–.50 on the cloud, .10–.90 in the design.";
    public override string Accepted => "A second storage range .51–.90 beside it.";
    public override string Cure => "Keep what is there (one click), put a second object beside it, or remove and make it anew, with everything that hangs on it. What is used of a range only CloudStack knows: such changes are warnings.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.AcceptedButBreaks | RuleOrigins.LiveData;
    public override Reads Reads => Reads.Everything & ~Reads.Catalogue;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var design = facts.Design;
        if (facts.Observed is not { } live)
        {
            if (facts.Input.Cloud?.ZoneNames.Contains(design.Name, StringComparer.OrdinalIgnoreCase) == true)
                yield return Unverified("", $"Zone {design.Name} is on the cloud already, and what is there was not read{(facts.Input.Live is { } old ? $" since {old.ReadAt:yyyy-MM-dd}" : "")}: whether its objects allow the changes of the design is not known. Read the zone.", "a");
            yield break;
        }
        if (!string.Equals(live.Kind, design.Kind, StringComparison.OrdinalIgnoreCase))
            yield return Found("kind", $"Zone {design.Name} is {live.Kind} on the cloud; its type cannot become {design.Kind}.", "a") with { Fixes = [Set($"Keep {live.Kind}", "kind", design.Kind, live.Kind)] };
        foreach (var (network, there) in Both(design.PhysicalNetworks, live.PhysicalNetworks))
        {
            if (network.Name != there.Name)
                yield return Found(DesignPath.Of(network, "name"), $"Physical network {there.Name} is named {network.Name} in the design; a physical network keeps its name.", "a") with { Objects = [new("network", network.Name, DesignPath.Of(network))], Fixes = [Set($"Keep {there.Name}", DesignPath.Of(network, "name"), network.Name, there.Name)] };
            if (there.IsolationMethods.Count > 0 && !there.IsolationMethods.Order().SequenceEqual(network.IsolationMethods.Count == 0 ? ["VLAN"] : network.IsolationMethods.Order(), StringComparer.OrdinalIgnoreCase))
                yield return Found(DesignPath.Of(network, "isolationMethods"), $"{network.Name} is isolated by {string.Join(", ", there.IsolationMethods)} on the cloud; a physical network keeps its method.", "a");
            if (network.BroadcastDomainRange is { Length: > 0 } wanted && there.BroadcastDomainRange is { Length: > 0 } has && !string.Equals(wanted, has, StringComparison.OrdinalIgnoreCase))
                yield return Found(DesignPath.Of(network, "broadcastDomainRange"), $"The broadcast domain of {network.Name} is {has} on the cloud and stays so.", "a") with { Fixes = [Set($"Keep {has}", DesignPath.Of(network, "broadcastDomainRange"), wanted, has)] };
        }
        foreach (var kind in TrafficKind.All.Where(k => k.OnlyOncePerZone))
            if (design.PhysicalNetworks.Find(n => n.Traffic(kind.Key) is not null) is { } wanted && live.PhysicalNetworks.Find(n => n.Traffic(kind.Key) is not null) is { } there && there.Id != wanted.Id)
                yield return Found(DesignPath.Of(wanted, wanted.Traffic(kind.Key)!), $"{kind.Key} is on {there.Name} on the cloud; a traffic type does not move to another physical network.", "a") with { Objects = [new("network", wanted.Name, DesignPath.Of(wanted)), new("network", there.Name)] };
        foreach (var (range, there) in Both(design.PublicRanges, live.PublicRanges))
        {
            if (!SameVlan(range.Vlan, there.Vlan))
                yield return Found(DesignPath.Of(range, "vlan"), $"The public range from {there.StartIp} is {Vlan(there.Vlan)} on the cloud; the VLAN of a range is fixed.", "a") with { Fixes = [Set($"Keep it {Vlan(there.Vlan)}", DesignPath.Of(range, "vlan"), range.Vlan, there.Vlan)] };
            if (range.ForSystemVms != there.ForSystemVms)
                yield return Found(DesignPath.Of(range, "forSystemVms"), $"The public range from {there.StartIp} is {(there.ForSystemVms ? "kept for system VMs on the cloud, and is to be for all" : "for all on the cloud, and is to be kept for system VMs")}; CloudStack allows that only while none of its addresses is used.", "c") with { Fixes = [new("Keep it as it is", [FieldEdit.Switch(DesignPath.Of(range, "forSystemVms"), range.ForSystemVms, there.ForSystemVms)])] };
            if (Changed(("gateway", range.Gateway, there.Gateway), ("netmask", range.Netmask, there.Netmask)) is { } changed)
                yield return Found(DesignPath.Of(range, changed.Field), $"The {changed.Field} of the public range from {there.StartIp} becomes {changed.To} (now {changed.From}); CloudStack allows that only while none of its addresses is used.", "c");
            if (Changed(("startIp", range.StartIp, there.StartIp), ("endIp", End(range.EndIp, range.StartIp), End(there.EndIp, there.StartIp))) is { } moved)
                yield return Found(DesignPath.Of(range, moved.Field), $"The public range {there.StartIp}–{End(there.EndIp, there.StartIp)} becomes {range.StartIp}–{End(range.EndIp, range.StartIp)}; addresses in use have to stay inside, and CloudStack does not look for overlaps again.", "c");
        }
        foreach (var (pod, there) in Both(design.Pods, live.Pods))
        {
            if (Ipv4Subnet.TryNetmask(pod.Netmask, out var wanted) && Ipv4Subnet.TryNetmask(there.Netmask, out var has) && wanted > has)
                yield return Found(DesignPath.Of(pod, "netmask"), $"The subnet of pod {pod.Name} becomes smaller ({there.Netmask} now, {pod.Netmask} wanted); once an address is used it only becomes wider.", "a") with { Fixes = [Set($"Keep {there.Netmask}", DesignPath.Of(pod, "netmask"), pod.Netmask, there.Netmask)] };
            foreach (var (range, old) in Both(pod.ManagementRanges, there.ManagementRanges))
            {
                // It grows freely; what leaves it must not be in use.
                if (Ipv4Range.TryParse(range.StartIp, range.EndIp, out var wants) && Ipv4Range.TryParse(old.StartIp, old.EndIp, out var stands) && (wants.Start > stands.Start || wants.End < stands.End))
                    yield return Found(DesignPath.Of(pod, range, wants.Start > stands.Start ? "startIp" : "endIp"), $"The management range {stands} of pod {pod.Name} becomes {wants}; addresses in use have to stay inside.", "c") with { Fixes = [Keep(range.StartIp, old.StartIp, range.EndIp, old.EndIp, f => DesignPath.Of(pod, range, f))] };
                if (range.ForSystemVms != old.ForSystemVms)
                    yield return Found(DesignPath.Of(pod, range, "forSystemVms"), $"The management range {old.StartIp}–{End(old.EndIp, old.StartIp)} of pod {pod.Name} is {(old.ForSystemVms ? "" : "not ")}kept for system VMs on the cloud and stays so.", "a") with { Fixes = [new("Keep it as it is", [FieldEdit.Switch(DesignPath.Of(pod, range, "forSystemVms"), range.ForSystemVms, old.ForSystemVms)])] };
                if (!SameVlan(range.Vlan, old.Vlan))
                    yield return Found(DesignPath.Of(pod, range, "vlan"), $"The management range {old.StartIp}–{End(old.EndIp, old.StartIp)} of pod {pod.Name} is {Vlan(old.Vlan)} on the cloud; the VLAN of a range is fixed.", "a") with { Fixes = [Set($"Keep it {Vlan(old.Vlan)}", DesignPath.Of(pod, range, "vlan"), range.Vlan, old.Vlan)] };
            }
            foreach (var old in there.ManagementRanges.Where(r => pod.ManagementRanges.TrueForAll(m => m.Id != r.Id)))
                yield return Found(DesignPath.Of(pod, "managementRanges"), $"The management range {old.StartIp}–{End(old.EndIp, old.StartIp)} of pod {pod.Name} is on the cloud and not in the design; CloudStack 4.23 cannot remove it.", "b") with
                {
                    Fixes = [new("Keep it in the design", [new FieldEdit(DesignPath.Of(pod, old), null, JsonSerializer.SerializeToNode(old, DesignJson.Options))])],
                };
            foreach (var (range, old) in Both(pod.StorageRanges, there.StorageRanges))
                if (Changed(("startIp", range.StartIp, old.StartIp), ("endIp", End(range.EndIp, range.StartIp), End(old.EndIp, old.StartIp)), ("gateway", range.Gateway, old.Gateway), ("netmask", range.Netmask, old.Netmask)) is { } moved)
                    yield return Found(DesignPath.Of(pod, range, moved.Field), $"The storage range {old.StartIp}–{End(old.EndIp, old.StartIp)} of pod {pod.Name} becomes {range.StartIp}–{End(range.EndIp, range.StartIp)}, gateway {range.Gateway}; CloudStack takes it as overlapping with itself. Put a second range beside it, or remove it and make it anew.", "b") with { Fixes = [Keep(range.StartIp, old.StartIp, range.EndIp, old.EndIp, f => DesignPath.Of(pod, range, f))] };
                else if (!SameVlan(range.Vlan, old.Vlan))
                    yield return Found(DesignPath.Of(pod, range, "vlan"), $"The storage range {old.StartIp}–{End(old.EndIp, old.StartIp)} of pod {pod.Name} is {Vlan(old.Vlan)} on the cloud; the VLAN of a range is fixed.", "a") with { Fixes = [Set($"Keep it {Vlan(old.Vlan)}", DesignPath.Of(pod, range, "vlan"), range.Vlan, old.Vlan)] };
            foreach (var (cluster, old) in Both(pod.Clusters, there.Clusters))
                if (cluster.Name != old.Name && Hypervisor.Find(old.Hypervisor) is Vmware)
                    yield return Found(DesignPath.Of(pod, cluster, "name"), $"VMware cluster {old.Name} is named {cluster.Name} in the design; it has the name vCenter gave it.", "a") with { Objects = [new("cluster", cluster.Name, DesignPath.Of(pod, cluster))], Fixes = [Set($"Keep {old.Name}", DesignPath.Of(pod, cluster, "name"), cluster.Name, old.Name)] };
        }
    }

    private static IEnumerable<(T Wanted, T There)> Both<T>(List<T> wanted, List<T> there) where T : DesignObject =>
        wanted.Join(there, w => w.Id, t => t.Id, (w, t) => (w, t));

    private static (string Field, string? From, string? To)? Changed(params ReadOnlySpan<(string Field, string? To, string? From)> fields)
    {
        foreach (var (field, to, from) in fields)
            if (!string.IsNullOrEmpty(from) && !string.Equals(to, from, StringComparison.Ordinal))
                return (field, from, to);
        return null;
    }

    private static Fix Keep(string start, string oldStart, string? end, string? oldEnd, Func<string, string> path) => new($"Keep {oldStart}–{End(oldEnd, oldStart)}",
        [.. new[] { FieldEdit.Text(path("startIp"), start, oldStart), FieldEdit.Text(path("endIp"), end, oldEnd) }.Where(e => (string?)e.From != (string?)e.To)]);

    private static string End(string? end, string start) => string.IsNullOrEmpty(end) ? start : end;
    private static bool SameVlan(string? a, string? b) => CellSets.IsUntagged(a) ? CellSets.IsUntagged(b) : CellSets.VlanOf(a) is { } vlan ? vlan == CellSets.VlanOf(b) : string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
    private static string Vlan(string? vlan) => CellSets.IsUntagged(vlan) ? "untagged" : $"on VLAN {vlan}";
}
