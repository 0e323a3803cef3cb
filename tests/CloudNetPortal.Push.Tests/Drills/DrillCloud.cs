using System.Net.Http.Json;
using System.Text.Json;
using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.CloudStack.Reads;
using CloudNetPortal.Testing;

namespace CloudNetPortal.Push.Tests.Drills;

/// <summary>A practice cloud with what a drill asks of it: faults, what it holds, what it was asked to make.</summary>
internal sealed class DrillCloud(PracticeCloud cloud) : IAsyncDisposable
{
    private readonly HttpClient _http = new();

    public PracticeCloud Cloud => cloud;

    public static async Task<DrillCloud> StartAsync() => new(await PracticeCloud.StartAsync());

    /// <summary>Takes the system VMs away for an hour: they hold public addresses and volumes, and which ones is chance.</summary>
    public async Task WithoutSystemVmsAsync()
    {
        (await _http.PutAsJsonAsync(new Uri(cloud.Endpoint, "/control/pace"), new { systemVms = 3600 })).EnsureSuccessStatusCode();
        var client = new CloudStackClient(CloudStackHttp.Create(), new CloudStackEndpoint(cloud.Endpoint, cloud.Key, cloud.Secret), TimeProvider.System);
        foreach (var machine in await ListedSystemVm.ListAsync(client)) await client.CallToEndAsync(ApiCall.Of("destroySystemVm", ("id", machine.Id)));
        while ((await ListedSystemVm.ListAsync(client)).Count > 0) await Task.Delay(50);
    }

    public async Task FaultAsync(string rule) => (await _http.PostAsync(new Uri(cloud.Endpoint, "/control/faults"), new StringContent(rule))).EnsureSuccessStatusCode();

    public async Task<bool> HasReceivedAsync(string command) =>
        (await _http.GetFromJsonAsync<JsonElement>(new Uri(cloud.Endpoint, $"/control/calls?command={command}"))).GetArrayLength() > 0;

    /// <summary>How often each call that makes something was accepted, by command and arguments: 1 for each, unless something was made twice.</summary>
    public async Task<Dictionary<string, int>> AcceptedCreatesAsync()
    {
        var calls = await _http.GetFromJsonAsync<JsonElement>(new Uri(cloud.Endpoint, "/control/calls"));
        return calls.EnumerateArray()
            .Where(c => c.GetProperty("command").GetString()!.StartsWith("create", StringComparison.Ordinal) || c.GetProperty("command").GetString()!.StartsWith("add", StringComparison.Ordinal))
            .Where(c => c.GetProperty("status").GetInt32() is 200 or 0)
            .Select(c => c.GetProperty("command").GetString() + " " + string.Join(' ', c.GetProperty("parameters").EnumerateObject()
                .Where(p => p.Name is not ("customjobid" or "expires" or "signatureversion") && !p.Name.EndsWith("id", StringComparison.Ordinal)).Select(p => $"{p.Name}={p.Value}").Order(StringComparer.Ordinal)))
            .GroupBy(c => c).ToDictionary(g => g.Key, g => g.Count());
    }

    /// <summary>Everything in the cloud that a zone consists of, one line for each object, without ids and what CloudStack draws by lot.</summary>
    public async Task<IReadOnlyList<string>> StateAsync()
    {
        var client = new CloudStackClient(CloudStackHttp.Create(), new CloudStackEndpoint(cloud.Endpoint, cloud.Key, cloud.Secret), TimeProvider.System);
        var names = new Dictionary<string, string>();
        List<string> lines = [];
        var networks = (await ListedPhysicalNetwork.ListAsync(client)).Select(n => n.Id).ToArray();
        foreach (var (command, fields) in Lists)
            foreach (var row in await RowsAsync(client, command, networks))
            {
                names[row.Required("id")] = row.Text("name") ?? row.Text("traffictype") ?? row.Text("startip") ?? "";
                lines.Add(command + " " + string.Join(' ', fields.Select(f => $"{f}={Value(row, f, names)}")));
            }
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    // Traffic types can be listed by network only; system VMs come as hosts whenever they have started.
    private static async Task<IEnumerable<ListedRow>> RowsAsync(CloudStackClient client, string command, string[] networks) =>
        command is "listTrafficTypes" or "listNetworkServiceProviders"
            ? (await Task.WhenAll(networks.Select(n => Listing.AllAsync(client, command, [("physicalnetworkid", n)])))).SelectMany(rows => rows)
            : await Listing.AllAsync(client, command, command == "listHosts" ? [("type", "Routing")] : []);

    private static readonly (string Command, string[] Fields)[] Lists =
    [
        ("listZones", ["name", "allocationstate", "networktype", "dns1", "internaldns1", "guestcidraddress", "domain", "resourcedetails"]),
        ("listPhysicalNetworks", ["name", "zoneid", "state", "vlan", "tags", "isolationmethods"]),
        ("listTrafficTypes", ["traffictype", "physicalnetworkid", "kvmnetworklabel"]),
        ("listNetworkServiceProviders", ["name", "physicalnetworkid", "state"]),
        ("listPods", ["name", "zoneid", "gateway", "netmask", "startip", "endip"]),
        ("listStorageNetworkIpRange", ["podid", "startip", "endip", "vlan", "gateway"]),
        ("listVlanIpRanges", ["zoneid", "vlan", "startip", "endip", "gateway", "forvirtualnetwork"]),
        ("listDedicatedGuestVlanRanges", ["account", "guestvlanrange"]),
        ("listClusters", ["name", "podid", "hypervisortype", "allocationstate"]),
        ("listHosts", ["type", "clusterid", "podid", "hypervisor", "state"]),
        ("listStoragePools", ["name", "clusterid", "path", "state"]),
        ("listImageStores", ["name", "zoneid", "url"]),
    ];

    private static string Value(ListedRow row, string field, Dictionary<string, string> names)
    {
        var text = row.Text(field) ?? "";
        // Local pools of simulated hosts are called after the host, which has a random name.
        return field.EndsWith("id", StringComparison.Ordinal) ? names.GetValueOrDefault(text, text) : text.Contains("-local-", StringComparison.Ordinal) ? "local" : text.StartsWith("/mnt/", StringComparison.Ordinal) ? "/mnt" : text;
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return cloud.DisposeAsync();
    }
}
