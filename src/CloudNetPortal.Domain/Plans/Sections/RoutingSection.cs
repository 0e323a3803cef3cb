namespace CloudNetPortal.Domain.Plans.Sections;

/// <summary>Subnets, IPv6 prefixes, BGP peers and AS numbers for routed networks. Each is its own call and independent of the others.</summary>
public sealed class RoutingSection : PlanSection
{
    /// <inheritdoc/>
    public override IEnumerable<PlanStep> Steps(PlanContext context)
    {
        if (context.Design.Routing is not { } routing)
            yield break;
        foreach (var subnet in routing.Subnets)
            yield return Step($"routing/subnet/{subnet.Id}", $"routing/subnets/{subnet.Id}", $"Routed subnet {subnet.Cidr}", "createIpv4SubnetForZone", isAsync: true, "listIpv4SubnetsForZone", "deleteIpv4SubnetForZone", ("subnet", subnet.Cidr));
        foreach (var prefix in routing.Ipv6Prefixes)
            yield return Step($"routing/prefix/{prefix.Id}", $"routing/ipv6Prefixes/{prefix.Id}", $"IPv6 prefix {prefix.Cidr}", "createGuestNetworkIpv6Prefix", isAsync: true, "listGuestNetworkIpv6Prefixes", "deleteGuestNetworkIpv6Prefix", ("prefix", prefix.Cidr));
        foreach (var range in routing.AsNumberRanges)
            yield return Step($"routing/as/{range.Id}", $"routing/asNumberRanges/{range.Id}", $"AS numbers {range.Start}–{range.End}", "createASNRange", isAsync: false, "listASNRanges", "deleteASNRange", ("startasn", range.Start), ("endasn", range.End));
        foreach (var peer in routing.BgpPeers)
            yield return Step($"routing/peer/{peer.Id}", $"routing/bgpPeers/{peer.Id}", $"BGP peer {peer.Ip4 ?? peer.Ip6} of AS {peer.AsNumber}", "createBgpPeer", isAsync: true, "listBgpPeers", "deleteBgpPeer", ("asnumber", peer.AsNumber), ("ipaddress", peer.Ip4), ("ip6address", peer.Ip6));
    }

    private static PlanStep Step(string key, string path, string title, string command, bool isAsync, string list, string undo, params ReadOnlySpan<(string Name, string? Value)> values)
    {
        var arguments = Values(values);
        return new PlanStep
        {
            Key = key, Section = "Ranges", Title = title, DesignPath = path, Command = command, IsAsync = isAsync, After = [ZoneSection.Zone],
            Arguments = [PlanArgument.IdOf("zoneid", ZoneSection.Zone), .. arguments],
            Lookup = new PlanLookup(list, [PlanArgument.IdOf("zoneid", ZoneSection.Zone)], arguments),
            UndoNote = $"{undo}.",
            Why = "Routed networks take their part of it.",
        };
    }
}
