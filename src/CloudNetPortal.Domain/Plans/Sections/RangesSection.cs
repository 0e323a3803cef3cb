using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Plans.Sections;

/// <summary>Public ranges, and the guest ranges of a basic zone.</summary>
public sealed class RangesSection : PlanSection
{
    /// <inheritdoc/>
    public override IEnumerable<PlanStep> Steps(PlanContext context)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var range in context.Design.PublicRanges)
        {
            if (range.DedicatedTo?.Domain is { Length: > 0 } domain && context.Design.DedicatedTo?.Domain != domain && found.Add(domain))
                yield return Domains.Find(domain);
            yield return Public(context, range);
        }
        if (context.Design.GuestNetworks is [var network, ..] && context.Kind.Key == "Basic")
            foreach (var pod in context.Design.Pods)
                foreach (var range in pod.GuestRanges)
                    yield return Guest(pod, range, network);
    }

    private static PlanStep Public(PlanContext context, PublicRange range)
    {
        var path = $"publicRanges/{range.Id}";
        var owner = range.DedicatedTo is { Domain.Length: > 0, Account.Length: > 0 } given ? given : null;
        IReadOnlyList<PlanArgument> match = Match(range.StartIp, range.EndIp, range.Vlan);
        return new PlanStep
        {
            Key = $"public/{range.Id}", Section = "Ranges", Title = $"Public range {range.StartIp}", DesignPath = path, Command = "createVlanIpRange", LongestSeconds = 120,
            // The Public traffic type takes the range; guest VLANs go first because only in this order CloudStack compares the two (CS-724).
            After = [ZoneSection.Zone, .. context.Design.PhysicalNetworks.SelectMany(Needed)],
            Arguments =
            [
                PlanArgument.IdOf("zoneid", ZoneSection.Zone),
                .. Values(("forvirtualnetwork", "true"), ("gateway", range.Gateway), ("netmask", range.Netmask), ("startip", range.StartIp), ("endip", range.EndIp), ("vlan", VlanOrUntagged(range.Vlan)),
                    ("forsystemvms", range.ForSystemVms ? "true" : null), ("account", owner?.Account)),
                .. owner is null ? Array.Empty<PlanArgument>() : [PlanArgument.IdOf("domainid", Domains.KeyOf(owner.Domain!))],
            ],
            Lookup = new PlanLookup("listVlanIpRanges", [PlanArgument.IdOf("zoneid", ZoneSection.Zone)], match),
            ReadBack = new PlanReadBack("listVlanIpRanges", [PlanArgument.IdOf("zoneid", ZoneSection.Zone)], match,
                Expect(path, ("gateway", range.Gateway, "gateway", Comparison.Exact), ("netmask", range.Netmask, "netmask", Comparison.Exact), ("startip", range.StartIp, "startIp", Comparison.Exact),
                    ("endip", range.EndIp, "endIp", Comparison.Exact), ("vlan", VlanOrUntagged(range.Vlan), "vlan", Comparison.Vlan), ("forsystemvms", Word(range.ForSystemVms), "forSystemVms", Comparison.Exact))),
            UndoNote = "deleteVlanIpRange while no address of it is used.",
            Why = "System VMs and virtual routers take their outside addresses from it.",
        };

        IEnumerable<string> Needed(PhysicalNetwork n) => n.Traffic("Public") is not { } carrier ? [] :
            [NetworksSection.KeyOf(n, carrier), .. string.IsNullOrWhiteSpace(n.GuestVlans) || context.Kind.Key == "Basic" ? Array.Empty<string>() : [$"network/{n.Id}/vlans"]];
    }

    private static PlanStep Guest(Pod pod, GuestRange range, GuestNetwork network)
    {
        var path = $"pods/{pod.Id}/guestRanges/{range.Id}";
        IReadOnlyList<PlanArgument> match = Match(range.StartIp, range.EndIp, range.Vlan);
        return new PlanStep
        {
            Key = $"guest-range/{range.Id}", Section = "Ranges", Title = $"Guest range {range.StartIp} of {pod.Name}", DesignPath = path, Command = "createVlanIpRange", LongestSeconds = 120,
            After = [PodsSection.KeyOf(pod), GuestNetworksSection.KeyOf(network)],
            Arguments =
            [
                PlanArgument.IdOf("podid", PodsSection.KeyOf(pod)), PlanArgument.IdOf("networkid", GuestNetworksSection.KeyOf(network)),
                .. Values(("forvirtualnetwork", "false"), ("gateway", range.Gateway), ("netmask", range.Netmask), ("startip", range.StartIp), ("endip", range.EndIp), ("vlan", VlanOrUntagged(range.Vlan))),
            ],
            Lookup = new PlanLookup("listVlanIpRanges", [PlanArgument.IdOf("zoneid", ZoneSection.Zone)], match),
            ReadBack = new PlanReadBack("listVlanIpRanges", [PlanArgument.IdOf("zoneid", ZoneSection.Zone)], match,
                Expect(path, ("gateway", range.Gateway, "gateway", Comparison.Exact), ("netmask", range.Netmask, "netmask", Comparison.Exact), ("startip", range.StartIp, "startIp", Comparison.Exact),
                    ("endip", range.EndIp, "endIp", Comparison.Exact))),
            UndoNote = "deleteVlanIpRange while no address of it is used.",
            Why = "Instances and system VMs of the pod take their addresses from it.",
        };
    }

    private static List<PlanArgument> Match(string start, string? end, string? vlan) =>
        [PlanArgument.Of("startip", start), PlanArgument.Of("endip", string.IsNullOrEmpty(end) ? start : end), PlanArgument.Of("vlan", VlanOrUntagged(vlan))];
}
