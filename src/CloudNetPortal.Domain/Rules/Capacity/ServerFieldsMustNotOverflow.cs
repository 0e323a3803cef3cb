using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Proposals;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Domain.Zones;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Capacity;

/// <summary>CNP9004.</summary>
internal sealed class ServerFieldsMustNotOverflow : Rule
{
    public override string Id => "CNP9004";
    public override string Title => "Server fields must not overflow";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Error, RefusedByServer: true)];
    public override string Team => "network";
    public override string Why => "CloudStack keeps a whole VLAN set, and all management ranges of a pod together, in one field of 255 characters. What does not fit fails in the database, with a message that names neither the field nor the range.";
    public override string Rejected => "30 guest ranges such as 1001-1003,1005-1007,…";
    public override string Accepted => "One block 1001-1090.";
    public override string Cure => "Join ranges, or spread them over physical networks or pods. A label of more than 255 characters is told by CNP3004; a guest CIDR that is one always fits.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Zone | Reads.Networks | Reads.GuestVlans | Reads.Pods | Reads.ManagementRanges | FreeVlans.Reads;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var design = facts.Design;
        foreach (var network in design.PhysicalNetworks)
            if (CellSets.GuestSet(network).ToString() is { Length: > 255 } text)
                yield return Found(DesignPath.Of(network, "guestVlans"), $"The guest VLANs of {network.Name} take {text.Length} characters in CloudStack's form, 255 fit: {CellSets.GuestSet(network).Ranges.Length} runs are too many.") with { Objects = [new("network", network.Name, DesignPath.Of(network))], Evidence = [text], Fixes = [.. Join(facts, network)] };
        foreach (var pod in design.Pods)
            if (pod.ManagementRanges.Sum(r => $"{r.StartIp}-{(string.IsNullOrWhiteSpace(r.EndIp) ? r.StartIp : r.EndIp)}-{(r.ForSystemVms ? 1 : 0)}-{(string.IsNullOrWhiteSpace(r.Vlan) ? "untagged" : r.Vlan)},".Length) is > 255 and var length)
                yield return Found(DesignPath.Of(pod, "managementRanges"), $"The {pod.ManagementRanges.Count} management ranges of pod {pod.Name} take {length} characters together, 255 fit.") with { Objects = [new("pod", pod.Name, DesignPath.Of(pod))] };
        if (design.NetworkDomain is { Length: > 100 } domain)
            yield return Found("networkDomain", $"The network domain has {domain.Length} characters, 100 fit.");
    }

    // Runs whose gap nobody has become one, the smallest gaps first, until the text fits.
    private static IEnumerable<Fix> Join(RuleFacts facts, PhysicalNetwork network)
    {
        var (set, path) = (CellSets.GuestSet(network), DesignPath.Of(network, "guestVlans"));
        var free = CellSets.UsesVlans(network) ? FreeVlans.Of(facts) : VlanSet.Empty;
        var joined = set;
        foreach (var gap in set.Ranges.Zip(set.Ranges.Skip(1), (a, b) => new VlanRange(a.Last + 1, b.First - 1)).OrderBy(g => g.Count).ThenBy(g => g.First))
            if (joined.ToString().Length > 255 && free.ContainsAll(VlanSet.Of([gap])))
                joined = joined.Union(VlanSet.Of([gap]));
        return joined.ToString().Length <= 255 ? [new Fix($"Join runs: {joined.Ranges.Length} in place of {set.Ranges.Length}", [FieldEdit.Text(path, network.GuestVlans, joined.ToString())])] : Fix.Choose("Choose another block", FreeVlans.Blocks(facts, network, (int)Math.Min(set.Count, 4000)));
    }
}
