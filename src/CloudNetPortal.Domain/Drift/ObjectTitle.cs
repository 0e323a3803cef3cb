using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Drift;

/// <summary>What people call an object of a design.</summary>
public static class ObjectTitle
{
    private static readonly Dictionary<string, string> Nouns = new(StringComparer.Ordinal)
    {
        ["physicalNetworks"] = "physical network", ["trafficTypes"] = "traffic", ["providers"] = "provider", ["vlanDedications"] = "dedicated VLANs", ["publicRanges"] = "public range",
        ["guestNetworks"] = "guest network", ["pods"] = "pod", ["managementRanges"] = "management range", ["storageRanges"] = "storage range", ["guestRanges"] = "guest range", ["clusters"] = "cluster",
        ["hosts"] = "host", ["primaryStorages"] = "primary storage", ["secondaryStorages"] = "secondary storage", ["stagingStores"] = "staging store", ["details"] = "detail", ["globalSettings"] = "setting",
        ["subnets"] = "routed subnet", ["ipv6Prefixes"] = "IPv6 prefix", ["bgpPeers"] = "BGP peer", ["asNumberRanges"] = "AS numbers", ["vmwareDatacenter"] = "VMware datacenter",
    };

    /// <summary>The object at a path: “Guest traffic of pn-tenant”, “pod pod-1”; for the empty path the zone.</summary>
    public static string Of(string path, DesignTree tree)
    {
        if (path.Length == 0) return $"zone {Name(tree.Root)}";
        var parts = path.Split('/');
        if (parts.Length == 1) return Nouns.GetValueOrDefault(parts[0], parts[0]);
        var (list, o) = (parts[^2], tree.Get(path) as JsonObject);
        var parent = parts.Length > 2 ? tree.Get(string.Join('/', parts[..^2])) as JsonObject : null;
        return list switch
        {
            "trafficTypes" => $"{(string?)o?["type"]} traffic of {Name(parent)}",
            "providers" or "vlanDedications" or "managementRanges" or "storageRanges" or "guestRanges" => $"{Nouns[list]} {Name(o)} of {Name(parent)}",
            _ => $"{Nouns.GetValueOrDefault(list, list)} {Name(o)}",
        };
    }

    /// <summary>The object that a field belongs to; for an object itself, that object.</summary>
    public static string OfField(string path, DesignTree tree) => Of(OwnerOf(path, tree), tree);

    /// <summary>The path of the nearest object that has an id; empty for the zone. A label belongs to its traffic type.</summary>
    public static string OwnerOf(string path, DesignTree tree)
    {
        for (var here = path; here.Length > 0; here = here.LastIndexOf('/') is > 0 and var cut ? here[..cut] : "")
            if (tree.Get(here) is JsonObject o && o.ContainsKey("id")) return here;
        return "";
    }

    private static string Name(JsonObject? o) =>
        (string?)(o?["name"] ?? o?["device"] ?? o?["key"] ?? o?["vlans"] ?? o?["cidr"] ?? o?["ip4"] ?? o?["start"]) is { Length: > 0 } name ? name
        : (string?)o?["startIp"] is { } start ? (string?)o["endIp"] is { Length: > 0 } end ? $"{start}–{end}" : start : (string?)o?["url"] ?? "";
}
