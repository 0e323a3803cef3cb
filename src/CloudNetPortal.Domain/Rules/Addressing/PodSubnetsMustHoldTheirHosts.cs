using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Documents;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Addressing;

/// <summary>CNP4011.</summary>
internal sealed class PodSubnetsMustHoldTheirHosts : Rule
{
    public override string Id => "CNP4011";
    public override string Title => "Pod subnets must hold their hosts";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Warning, Advice)];
    public override string Team => "network";
    public override string Why => "Gateway and netmask of a pod have to be those of the management network its hosts are in: system VMs get addresses of the pod's subnet on the hosts' own Management bridge, and reach the hosts and the management server from there.";
    public override string Rejected => "kvm-01 10.0.9.11, pod p1 10.0.1.0/24.";
    public override string Accepted => "kvm-01 10.0.1.11.";
    public override string Cure => "Take gateway and netmask of the hosts' network (one click where it is documented), or say that the pod's management is routed.";
    public override RuleOrigins Origins => RuleOrigins.Judgement;
    public override Reads Reads => Reads.HostFacts | Reads.ManagementRanges;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var pod in facts.Hosts.Where(h => !h.Pod.RoutedManagement && h.Hypervisor?.Key != "Simulator").GroupBy(h => h.Pod))
        {
            // A gateway that fits not even the pod's own ranges is told by the rule for that.
            if (!Ipv4Subnet.TryParse(pod.Key.Gateway, pod.Key.Netmask, out var subnet) || facts.Addresses.Any(a => a is { Kind: "management", Range: { } range } && a.Pod == pod.Key && !subnet.Contains(range.Start)))
                continue;
            var outside = pod.Where(h => h.ManagementAddress is { } address && !subnet.Contains(address)).ToList();
            if (outside.Count > 0)
            {
                var homes = outside.Select(h => DocumentedPrefix.Of(facts, h.ManagementAddress!.Value)).Distinct().ToList();
                yield return Found(DesignPath.Of(pod.Key, "gateway"), $"{List(outside.Select(h => $"{h.Name} ({h.ManagementAddress})"))} {(outside.Count == 1 ? "lies" : "lie")} outside {subnet}, the subnet of pod {pod.Key.Name}.") with
                {
                    Objects = [new("pod", pod.Key.Name, DesignPath.Of(pod.Key)), .. outside.Select(h => h.Reference)],
                    Evidence = [.. outside.Take(20).Select(h => $"{h.Name}: {h.ManagementAddress}")],
                    Fixes =
                    [
                        .. homes is [{ } home] && outside.Count == pod.Count() && DocumentedPrefix.GatewayOf(home) is { } gateway
                            ? new[] { new Fix($"Use the hosts' network {home.Network}", [FieldEdit.Text(DesignPath.Of(pod.Key, "gateway"), pod.Key.Gateway, gateway.ToString()), FieldEdit.Text(DesignPath.Of(pod.Key, "netmask"), pod.Key.Netmask, DocumentedPrefix.SubnetOf(home).Netmask)]) } : [],
                        new Fix("The pod's management is routed", [FieldEdit.Switch(DesignPath.Of(pod.Key, "routedManagement"), false, true)]),
                    ],
                };
            }
            var unknown = pod.Where(h => h.ManagementAddress is null && h.UrlHost is not null).ToList();
            if (unknown.Count > 0)
                yield return Unverified(DesignPath.Of(pod.Key, "gateway"), $"Whether {List(unknown.Select(h => h.Name))} {(unknown.Count == 1 ? "lies" : "lie")} in {subnet}, the subnet of pod {pod.Key.Name}, is not known: only {(unknown.Count == 1 ? "its name is" : "their names are")} documented. Document the management {(unknown.Count == 1 ? "address" : "addresses")}.") with { Objects = [.. unknown.Select(h => h.Reference)] };
        }
    }
}
