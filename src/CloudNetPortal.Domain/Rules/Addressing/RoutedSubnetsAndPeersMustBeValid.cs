using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CloudNetPortal.Domain.Addressing;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Addressing;

/// <summary>CNP4016.</summary>
internal sealed class RoutedSubnetsAndPeersMustBeValid : Rule
{
    public override string Id => "CNP4016";
    public override string Title => "Routed subnets and peers must be valid";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, RefusedByServer: true, Meaning: "not valid, or overlapping"),
        new("b", Advice, Advice, Meaning: "more than 1,000 AS numbers"),
    ];
    public override string Team => "network";
    public override string Why => "Routed networks take their subnets from the zone and announce them to its BGP peers. CloudStack refuses a subnet or prefix that overlaps another of the zone, a peer without address, a peer that is there already, and a range of AS numbers that ends before it starts; it stores each AS number as a row of its own.";
    public override string Rejected => "10.64.0.0/16 and 10.64.8.0/24.";
    public override string Accepted => "10.64.0.0/16 and 10.65.0.0/16.";
    public override string Cure => "Correct the value, or cut one of the two.";
    public override RuleOrigins Origins => RuleOrigins.Server;
    public override Reads Reads => Reads.Zone;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        if (facts.Design.Routing is not { } routing)
            yield break;
        var subnets = new List<(string Text, string Path, Ipv4Subnet Subnet)>();
        foreach (var subnet in routing.Subnets)
            if (Ipv4Subnet.TryParse(subnet.Cidr, out var read))
                subnets.Add((subnet.Cidr, $"routing/subnets/{subnet.Id}/cidr", read));
            else
                yield return Found($"routing/subnets/{subnet.Id}/cidr", $"“{subnet.Cidr}” is no IPv4 subnet such as 10.64.0.0/16.", "a");
        foreach (var (one, other) in Neighbours(subnets, s => s.Subnet.Network.Value, (a, b) => a.Subnet.Overlaps(b.Subnet)))
            yield return Found(other.Path, $"The routed subnets {one.Text} and {other.Text} overlap.", "a") with { Fixes = [.. Stays(facts, (one.Text, one.Path), (other.Text, other.Path))] };
        var prefixes = new List<(string Text, string Path, IPNetwork Prefix)>();
        foreach (var prefix in routing.Ipv6Prefixes)
            if (!IPNetwork.TryParse(prefix.Cidr, out var read) || read.BaseAddress.AddressFamily != AddressFamily.InterNetworkV6)
                yield return Found($"routing/ipv6Prefixes/{prefix.Id}/cidr", $"“{prefix.Cidr}” is no IPv6 prefix such as 2001:db8::/56, without host bits.", "a");
            else if (read.PrefixLength > 64)
                yield return Found($"routing/ipv6Prefixes/{prefix.Id}/cidr", $"{prefix.Cidr} is longer than /64; a guest network takes a /64 of it.", "a");
            else
                prefixes.Add((prefix.Cidr, $"routing/ipv6Prefixes/{prefix.Id}/cidr", read));
        foreach (var (one, other) in Neighbours(prefixes, p => Number(p.Prefix), (a, b) => a.Prefix.Contains(b.Prefix.BaseAddress) || b.Prefix.Contains(a.Prefix.BaseAddress)))
            yield return Found(other.Path, $"The IPv6 prefixes {one.Text} and {other.Text} overlap.", "a") with { Fixes = [.. Stays(facts, (one.Text, one.Path), (other.Text, other.Path))] };
        var peers = new Dictionary<(string? As, string? Address), string>();
        foreach (var peer in routing.BgpPeers)
        {
            var path = $"routing/bgpPeers/{peer.Id}";
            if (string.IsNullOrWhiteSpace(peer.Ip4) && string.IsNullOrWhiteSpace(peer.Ip6))
                yield return Found($"{path}/ip4", $"The BGP peer of AS {peer.AsNumber} has neither an IPv4 nor an IPv6 address.", "a");
            if (!IsAsNumber(peer.AsNumber, out _))
                yield return Found($"{path}/asNumber", $"“{peer.AsNumber}” is no AS number of 1–4294967295.", "a");
            if (!string.IsNullOrWhiteSpace(peer.Ip4) && !Ipv4.TryParse(peer.Ip4, out _))
                yield return Found($"{path}/ip4", $"“{peer.Ip4}” is no IPv4 address.", "a");
            if (!string.IsNullOrWhiteSpace(peer.Ip6) && !(IPAddress.TryParse(peer.Ip6, out var six) && six.AddressFamily == AddressFamily.InterNetworkV6))
                yield return Found($"{path}/ip6", $"“{peer.Ip6}” is no IPv6 address.", "a");
            foreach (var address in new[] { peer.Ip4, peer.Ip6 }.Where(a => !string.IsNullOrWhiteSpace(a)))
                if (!peers.TryAdd((IsAsNumber(peer.AsNumber, out var number) ? $"{number}" : peer.AsNumber?.Trim(), IPAddress.TryParse(address!.Trim(), out var same) ? same.ToString() : address.Trim()), path))
                    yield return Found(path, $"BGP peer {address} of AS {peer.AsNumber} is there twice.", "a");
        }
        var ranges = new List<(string Text, string Path, long First, long Last)>();
        foreach (var range in routing.AsNumberRanges)
        {
            var path = $"routing/asNumberRanges/{range.Id}/start";
            if (!IsAsNumber(range.Start, out var first) || !IsAsNumber(range.End, out var last) || last < first)
                yield return Found(path, $"“{range.Start}–{range.End}” is no range of AS numbers.", "a");
            else
            {
                ranges.Add(($"{first}–{last}", path, first, last));
                if (last - first >= 1000)
                    yield return Found(path, $"The range {first}–{last} holds {last - first + 1} AS numbers; CloudStack stores each of them as a row.", "b");
            }
        }
        foreach (var (one, other) in Neighbours(ranges, r => r.First, (a, b) => b.First <= a.Last))
            yield return Found(other.Path, $"The ranges of AS numbers {one.Text} and {other.Text} overlap.", "a");
    }

    // Sorted by start, a block that overlaps any before it overlaps the one that reaches furthest: the last that still runs.
    private static IEnumerable<(T One, T Other)> Neighbours<T, TKey>(IEnumerable<T> items, Func<T, TKey> start, Func<T, T, bool> overlap)
    {
        var running = new List<T>();
        foreach (var item in items.OrderBy(start))
        {
            running.RemoveAll(r => !overlap(r, item));
            foreach (var other in running)
                yield return (other, item);
            running.Add(item);
        }
    }

    private static UInt128 Number(IPNetwork prefix) => System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(prefix.BaseAddress.GetAddressBytes());

    private static bool IsAsNumber(string? text, out long number) => long.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is >= 1 and <= uint.MaxValue;

    private static IEnumerable<Fix> Stays(RuleFacts facts, (string Text, string Path) one, (string Text, string Path) other) => Fix.Choose("Choose which one stays",
        new[] { (Keeps: one, Goes: other), (Keeps: other, Goes: one) }.Select(c => new Fix($"{c.Keeps.Text} stays", Zones.Removals.Of(facts.Design, [c.Goes.Path[..c.Goes.Path.LastIndexOf('/')]]))));
}
