using System.Text.Json;
using System.Text.RegularExpressions;
using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.CloudStack.Reads;
using CloudNetPortal.Testing;

namespace CloudNetPortal.Web.Tests.Features.Push;

/// <summary>What a cloud answers to every list command about zones, without what no two clouds share: ids become names, times, lots and the portal's own marks are left out.</summary>
internal static partial class CloudAnswers
{
    private static readonly string[] Commands =
    [
        "listZones", "listPhysicalNetworks", "listPods", "listClusters", "listHosts", "listStoragePools", "listImageStores", "listSecondaryStagingStores", "listVlanIpRanges", "listStorageNetworkIpRange",
        "listDedicatedGuestVlanRanges", "listDedicatedZones", "listNetworks", "listTrafficTypes", "listNetworkServiceProviders",
    ];

    // Drawn by lot or told by the clock; what hosts and system VMs use at the moment.
    private static readonly HashSet<string> Lots =
    [
        "created", "lastpinged", "disconnected", "events", "guid", "jobid", "macaddress", "cpuused", "cpuallocated", "cpuallocatedvalue", "cpuallocatedpercentage", "cpuallocatedwithoverprovisioning", "memoryused", "memoryallocated",
        "memoryallocatedbytes", "memoryallocatedpercentage", "networkkbsread", "networkkbswrite", "disksizeallocated", "disksizeused", "usedsubnets", "availableips", "hahost", "hasannotations",
    ];

    public static async Task<IReadOnlyList<string>> AllAsync(PracticeCloud cloud)
    {
        using var http = CloudStackHttp.Create();
        var client = new CloudStackClient(http, new CloudStackEndpoint(cloud.Endpoint, cloud.Key, cloud.Secret), TimeProvider.System);
        var networks = (await ListedPhysicalNetwork.ListAsync(client)).Select(n => n.Id).ToArray();
        List<(string Command, JsonElement Row)> rows = [];
        foreach (var command in Commands)
        {
            // These two want a network; system VMs are hosts, too, whenever they have started.
            (string, string?)[][] filters = command is "listTrafficTypes" or "listNetworkServiceProviders" ? [.. networks.Select(n => new (string, string?)[] { ("physicalnetworkid", n) })]
                : command == "listHosts" ? [[("type", "Routing")]] : [[("listall", "true")]];
            foreach (var filter in filters)
                rows.AddRange((await Listing.AllAsync(client, command, filter)).Select(r => (command, r.Json)));
        }

        var names = new Dictionary<string, string>();
        foreach (var (command, row) in rows)
            if (new ListedRow(row) is var listed && listed.Text("id") is { } id)
                names.TryAdd(id, $"<{command[4..]} {listed.Text("name") ?? listed.Text("traffictype") ?? listed.Text("startip") ?? listed.Text("guestvlanrange")}>");
        return [.. rows.Select(r => $"{r.Command} {Write(r.Row, names)}").Order(StringComparer.Ordinal)];
    }

    private static string Write(JsonElement value, Dictionary<string, string> names) => value.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(", ", value.EnumerateObject().Where(p => !Lots.Contains(p.Name) && !IsMark(p)).OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name}={Write(p.Value, names)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(", ", value.EnumerateArray().Select(v => Write(v, names)).Order(StringComparer.Ordinal)) + "]",
        _ => Uuid().Replace(value.ToString(), id => names.GetValueOrDefault(id.Value, "<id>")),
    };

    private static bool IsMark(JsonProperty property) => property.Name.StartsWith("cloudnetportal-", StringComparison.Ordinal)
        || (property is { Name: "resourcedetails", Value.ValueKind: JsonValueKind.Object } && property.Value.EnumerateObject().All(IsMark));

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Uuid();
}
