using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Addressing;

/// <summary>CNP4008.</summary>
internal sealed class RangesMustNotContainUsedAddresses : Rule
{
    public override string Id => "CNP4008";
    public override string Title => "Ranges must not contain used addresses";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Error)];
    public override string Team => "network";
    public override string Why => "CloudStack gives out every address of a range and asks nobody. When a host, a storage server or a DNS server has one of them, a system VM or router comes up with the same address, and both fail now and then.";
    public override string Rejected => "Management range 192.168.106.150–169; host kvm-01 has 192.168.106.155.";
    public override string Accepted => "Management ranges 192.168.106.150–154 and 192.168.106.156–169.";
    public override string Cure => "Cut the range to the longest part that is free (one click), and add the other part as a range of its own where it is needed.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Addresses | Reads.HostFacts | Reads.Zone | Reads.Storage;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var used = facts.UsedAddresses;
        foreach (var claim in facts.Addresses)
        {
            if (claim.Range is not { } range)
                continue;
            var inside = new List<UsedAddress>();
            for (var i = FirstAtOrAbove(used, range.Start); i < used.Count && used[i].Address <= range.End; i++)
                inside.Add(used[i]);
            // A documented gateway inside the range is the business of its own rule.
            inside.RemoveAll(u => GatewaysMustNotBeInsideARange.GatewaysIn(facts, claim).Any(a => a.Gateway == u.Address));
            if (inside.Count == 0)
                continue;
            var rest = RangeEdits.LongestFree(range, inside.Select(u => u.Address));
            yield return Found($"{claim.Path}/startIp", $"The {claim.Title} contains {string.Join("; ", inside.Take(3).Select(u => $"{u.Address}, the address of {u.Owner}"))}{(inside.Count > 3 ? $"; and {inside.Count - 3} more" : "")}.") with
            {
                Objects = [claim.Reference, .. inside.Select(u => u.Reference)],
                Subjects = [claim.Path],
                Evidence = [.. inside.Take(20).Select(u => $"{u.Address}: {u.Owner}")],
                Fixes = rest is { } free ? [new Fix($"Cut it to {free}", RangeEdits.Cut(claim, free))] : [],
            };
        }
    }

    private static int FirstAtOrAbove(IReadOnlyList<UsedAddress> used, Domain.Addressing.Ipv4 address)
    {
        var (low, high) = (0, used.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = used[middle].Address < address ? (middle + 1, high) : (low, middle);
        }
        return low;
    }
}
