using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Approvals;

/// <summary>
/// Which teams must consent to which part of a design: a list of path patterns, as data. The default is the one printed in the product's policy page:
/// network for physical networks, VLANs, ranges; compute for labels, clusters, hosts; storage for storage traffic, ranges, pools, stores; security for
/// public ranges, providers, guest networks with security groups.
/// </summary>
/// <param name="Version">Version of the list.</param>
/// <param name="Entries">The list; all that match count.</param>
public sealed record ApprovalPolicy(int Version, IReadOnlyList<PolicyEntry> Entries)
{
    /// <summary>The policy a new portal starts with.</summary>
    public static ApprovalPolicy Default { get; } = new(1,
    [
        new("network", "zone type, DNS and guest CIDR", ["name", "kind", "dns1", "dns2", "internalDns1", "internalDns2", "ip6Dns1", "ip6Dns2", "guestCidr", "networkDomain", "routing/**", "interruption"]),
        new("network", "physical networks and guest VLANs", ["physicalNetworks/*", "physicalNetworks/*/name", "physicalNetworks/*/isolationMethods", "physicalNetworks/*/tags", "physicalNetworks/*/guestVlans", "physicalNetworks/*/broadcastDomainRange", "physicalNetworks/*/trafficTypes/*", "physicalNetworks/*/trafficTypes/*/type", "physicalNetworks/*/vlanDedications/**", "physicalNetworks/*/privateGatewaysPlanned", "physicalNetworks/*/plannedNetworks"]),
        new("network", "address ranges", ["pods/*", "pods/*/gateway", "pods/*/routedManagement", "pods/*/netmask", "pods/*/managementRanges/**", "pods/*/guestRanges/**", "publicRanges/**", "guestNetworks/**"]),
        new("compute", "labels", ["physicalNetworks/*/trafficTypes/*/labels/**", "physicalNetworks/*/trafficTypes/*/notServedBy", "physicalNetworks/*/vlanBridgeMeansParent"]),
        new("compute", "pods, clusters and hosts", ["pods/*", "pods/*/name", "pods/*/clusters/*", "pods/*/clusters/*/name", "pods/*/clusters/*/hypervisor", "pods/*/clusters/*/clusterType", "pods/*/clusters/*/architecture", "pods/*/clusters/*/url", "pods/*/clusters/*/userName", "pods/*/clusters/*/passwordRef", "pods/*/clusters/*/hosts/**", "vmwareDatacenter/**", "localStorageEnabled", "enableZone", "details/**"]),
        new("storage", "storage ranges", ["pods/*/storageRanges/**"]),
        new("storage", "primary and secondary storage", ["primaryStorages/**", "secondaryStorages/**", "stagingStores/**", "pods/*/clusters/*/primaryStorages/**"]),
        new("security", "public ranges", ["publicRanges/**"]),
        new("security", "providers and shared guest networks", ["physicalNetworks/*/providers/**", "guestNetworks/**", "dedicatedTo/**", "pods/*/dedicatedTo/**", "pods/*/clusters/*/dedicatedTo/**", "globalSettings/**"]),
    ]);

    /// <summary>The teams a list of edits needs, each with its reasons, and the paths that brought it in. A practice cloud needs nobody.</summary>
    public IReadOnlyList<TeamRequirement> Require(IReadOnlyList<FieldEdit> edits, string cloudKind)
    {
        if (cloudKind == "practice")
            return [];
        return [.. Entries
            .Select(e => (Entry: e, Paths: edits.SelectMany(Touched).Where(e.Covers).Distinct().ToList()))
            .Where(x => x.Paths.Count > 0)
            .GroupBy(x => x.Entry.Team)
            .Select(g => new TeamRequirement(g.Key, [.. g.Select(x => x.Entry.Reason).Distinct()], [.. g.SelectMany(x => x.Paths).Distinct()], 1))];
    }

    // An object that comes or goes whole touches every field it has.
    private static IEnumerable<string> Touched(FieldEdit edit) => Within(edit.Path, edit.To ?? edit.From);

    private static IEnumerable<string> Within(string path, JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(m => Within($"{path}/{m.Key}", m.Value)).Prepend(path),
        JsonArray items when items.All(i => i is JsonObject) => items.SelectMany(i => Within($"{path}/{(string?)i!["id"]}", i)),
        _ => [path],
    };
}

/// <summary>One line of a policy.</summary>
/// <param name="Team">Team that must consent.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Patterns">Paths: <c>*</c> is one segment, <c>**</c> at the end is anything below or the object itself.</param>
public sealed record PolicyEntry(string Team, string Reason, IReadOnlyList<string> Patterns)
{
    /// <summary>True when the path is covered.</summary>
    public bool Covers(string path) => Patterns.Any(p => Matches(p.Split('/'), path.Split('/')));

    private static bool Matches(string[] pattern, string[] path)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == "**")
                return true;
            if (i >= path.Length || (pattern[i] != "*" && pattern[i] != path[i]))
                return false;
        }
        return path.Length == pattern.Length;
    }
}

/// <summary>A team that must consent.</summary>
/// <param name="Team">Key of the team.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Paths">The edits that brought it in.</param>
/// <param name="Minimum">How many of its people.</param>
public sealed record TeamRequirement(string Team, IReadOnlyList<string> Reasons, IReadOnlyList<string> Paths, int Minimum);
