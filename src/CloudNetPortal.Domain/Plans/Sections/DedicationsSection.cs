using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Plans.Sections;

/// <summary>Pods, clusters, hosts and guest VLANs that are kept for one owner.</summary>
public sealed class DedicationsSection : PlanSection
{
    /// <inheritdoc/>
    public override IEnumerable<PlanStep> Steps(PlanContext context)
    {
        var found = new HashSet<string>(context.Design.PublicRanges.Select(r => r.DedicatedTo?.Domain).Append(context.Design.DedicatedTo?.Domain).OfType<string>(), StringComparer.Ordinal);
        foreach (var pod in context.Design.Pods)
        {
            foreach (var step in Keep(found, pod.DedicatedTo, "Pod", pod.Name, PodsSection.KeyOf(pod), $"pods/{pod.Id}"))
                yield return step;
            foreach (var cluster in pod.Clusters)
            {
                foreach (var step in Keep(found, cluster.DedicatedTo, "Cluster", cluster.Name, ComputeSection.KeyOf(cluster), $"pods/{pod.Id}/clusters/{cluster.Id}"))
                    yield return step;
                foreach (var host in cluster.Hosts)
                    foreach (var step in Keep(found, host.DedicatedTo, "Host", host.Device ?? host.Url ?? host.Id, ComputeSection.KeyOf(host), $"pods/{pod.Id}/clusters/{cluster.Id}/hosts/{host.Id}"))
                        yield return step;
            }
        }
        // A basic zone has no guest VLANs.
        foreach (var network in context.Kind.Key == "Basic" ? [] : context.Design.PhysicalNetworks)
            foreach (var dedication in network.VlanDedications)
            {
                if (dedication.Owner.Domain is { Length: > 0 } domain && found.Add(domain))
                    yield return Domains.Find(domain);
                var range = VlanSet.TryParse(dedication.Vlans, out var set, out _, int.MaxValue) ? set.ToString() : dedication.Vlans;
                var networkKey = NetworksSection.KeyOf(network);
                yield return new PlanStep
                {
                    Key = $"dedication/{dedication.Id}", Section = "Ranges", Title = $"VLANs {range} of {network.Name} for {dedication.Owner.Account ?? dedication.Owner.Project}",
                    DesignPath = $"physicalNetworks/{network.Id}/vlanDedications/{dedication.Id}", Command = "dedicateGuestVlanRange",
                    After = [networkKey, .. string.IsNullOrWhiteSpace(network.GuestVlans) ? Array.Empty<string>() : [$"network/{network.Id}/vlans"], .. dedication.Owner.Domain is { Length: > 0 } path ? [Domains.KeyOf(path)] : Array.Empty<string>()],
                    Arguments =
                    [
                        PlanArgument.IdOf("physicalnetworkid", networkKey), .. Values(("vlanrange", range), ("account", dedication.Owner.Account)),
                        .. dedication.Owner.Domain is { Length: > 0 } owner ? new[] { PlanArgument.IdOf("domainid", Domains.KeyOf(owner)) } : [],
                    ],
                    Lookup = new PlanLookup("listDedicatedGuestVlanRanges", [PlanArgument.IdOf("physicalnetworkid", networkKey)], [PlanArgument.Of("guestvlanrange", range)]),
                    ReadBack = new PlanReadBack("listDedicatedGuestVlanRanges", [PlanArgument.IdOf("physicalnetworkid", networkKey)], [PlanArgument.Of("guestvlanrange", range)],
                        [new PlanExpectation("account", PlanArgument.Of("account", dedication.Owner.Account ?? ""), Comparison.Exact, $"physicalNetworks/{network.Id}/vlanDedications/{dedication.Id}/owner/account")]),
                    SideEffect = "Adjacent ranges of one owner become one.",
                    UndoNote = "releaseDedicatedGuestVlanRange.",
                };
            }
    }

    private static IEnumerable<PlanStep> Keep(HashSet<string> found, Owner? owner, string kind, string name, string key, string path)
    {
        if (owner?.Domain is not { Length: > 0 } domain)
            yield break;
        if (found.Add(domain))
            yield return Domains.Find(domain);
        var id = $"{kind.ToLowerInvariant()}id";
        yield return new PlanStep
        {
            Key = $"{key}/dedicate", Section = "Compute", Title = $"{kind} {name} for {owner.Account ?? domain}", DesignPath = $"{path}/dedicatedTo", Command = $"dedicate{kind}", IsAsync = true, After = [key, Domains.KeyOf(domain)],
            Arguments = [PlanArgument.IdOf(id, key), PlanArgument.IdOf("domainid", Domains.KeyOf(domain)), .. Values(("account", owner.Account))],
            Lookup = new PlanLookup($"listDedicated{kind}s", [PlanArgument.IdOf(id, key)], [PlanArgument.IdOf(id, key)]),
            UndoNote = $"releaseDedicated{kind}.",
        };
    }
}
