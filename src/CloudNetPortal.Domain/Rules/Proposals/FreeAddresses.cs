using CloudNetPortal.Domain.Addressing;

namespace CloudNetPortal.Domain.Rules.Proposals;

/// <summary>Addresses and subnets that nobody has, as answers of a guided fix. Reads <see cref="Reads"/> besides what the rule itself reads.</summary>
internal static class FreeAddresses
{
    /// <summary>What says who has which address.</summary>
    public const Reads Reads = Rules.Reads.HostFacts | Rules.Reads.Addresses | Rules.Reads.Zone | Rules.Reads.Storage;

    private static readonly string[] PrivateBlocks = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

    /// <summary>The first run of free addresses of a subnet; null when none is left.</summary>
    public static Ipv4Range? In(RuleFacts facts, Ipv4Subnet subnet, long count, params IEnumerable<Ipv4Range> alsoTaken)
    {
        var taken = facts.Addresses.Select(a => a.Range).OfType<Ipv4Range>().Concat(facts.UsedAddresses.Select(u => new Ipv4Range(u.Address, u.Address)))
            .Concat(facts.Addresses.Select(a => a.Gateway).OfType<Ipv4>().Concat(facts.Design.Pods.Select(p => Ipv4.TryParse(p.Gateway, out var gateway) ? gateway : (Ipv4?)null).OfType<Ipv4>()).Select(g => new Ipv4Range(g, g)))
            .Concat(alsoTaken).Where(r => r.Overlaps(subnet.Range)).ToList();
        // The first address is a router's by habit.
        for (ulong start = subnet.Network.Value + 2UL, end = subnet.Broadcast.Value; start + (ulong)count <= end; start++)
        {
            var wanted = new Ipv4Range(new Ipv4((uint)start), new Ipv4((uint)(start + (ulong)count - 1)));
            if (taken.FindIndex(t => t.Overlaps(wanted)) is var hit && hit < 0)
                return wanted;
            start = taken[hit].End.Value;
        }
        return null;
    }

    /// <summary>Private subnets of a size in which the zone and the catalogue have nothing, one of each private block, seen from the top where nobody begins to number.</summary>
    public static IEnumerable<Ipv4Subnet> Subnets(RuleFacts facts, int length)
    {
        var pods = facts.Design.Pods.Select(p => Ipv4Subnet.TryParse(p.Gateway, p.Netmask, out var s) ? s : (Ipv4Subnet?)null).OfType<Ipv4Subnet>().ToList();
        var guests = Ipv4Subnet.TryParse(facts.Design.GuestCidr, out var cidr) ? cidr : (Ipv4Subnet?)null;
        foreach (var block in PrivateBlocks)
        {
            if (!Ipv4Subnet.TryParse(block, out var whole) || length < whole.PrefixLength)
                continue;
            var size = 1L << 32 - length;
            for (var (step, at) = (0, (long)whole.Broadcast.Value + 1 - size); step < 1000 && at >= whole.Network.Value; step++, at -= size)
            {
                var candidate = new Ipv4Subnet(new Ipv4((uint)at), length);
                if (facts.Addresses.Any(a => a.Subnet is { } s && s.Overlaps(candidate)) || pods.Exists(p => p.Overlaps(candidate)) || guests?.Overlaps(candidate) == true || Addressing.UsedBetween.Of(facts.UsedAddresses, candidate.Range).Count > 0)
                    continue;
                yield return candidate;
                break;
            }
        }
    }
}
