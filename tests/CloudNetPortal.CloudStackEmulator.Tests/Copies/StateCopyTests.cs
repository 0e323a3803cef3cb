using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Copies;
using CloudNetPortal.CloudStackEmulator.Tests.Recordings;
using CloudNetPortal.Testing;

namespace CloudNetPortal.CloudStackEmulator.Tests.Copies;

/// <summary>A cloud made from the list answers of another one is listed as the other one was.</summary>
public sealed class StateCopyTests
{
    [Fact]
    public async Task Copy_OfABuiltZone_IsListedEqually()
    {
        await using var original = await RunningCloud.StartAsync(o => o.Pace.SystemVms = TimeSpan.Zero);
        await BuildAsync(original);
        var lists = await ListAllAsync(original);
        Assert.All(StateCopy.Lists.Except(["listSecondaryStagingStores", "listOvsElements"]), name => Assert.True(lists[name]!.AsArray().Count > 0, $"{name} is empty"));
        await using var copy = await RunningCloud.StartAsync(o => o.Pace.SystemVms = TimeSpan.FromHours(1));
        await LoadAsync(copy, lists);
        var again = await ListAllAsync(copy);
        foreach (var name in StateCopy.Lists)
            Same(name, lists[name]!.AsArray(), again[name]!.AsArray());
    }

    [Fact]
    public async Task Copy_OfARealServersAnswers_IsListedEqually()
    {
        var lists = new JsonObject();
        foreach (var exchange in Recording.Read(RepositoryFiles.Beside("../Recordings/10-advanced-portal-order.jsonl")).Exchanges)
        {
            // The last answer of each list is the read-back at the end.
            var command = Recording.Command(exchange)!;
            if (StateCopy.Lists.Contains(command) && exchange["json"]!.AsObject().First().Value is JsonObject answer && answer.Select(m => m.Value).OfType<JsonArray>().FirstOrDefault() is { } rows)
                Keep(lists, command, rows);
        }
        Assert.True(lists.Count >= 10, string.Join(' ', lists.Select(l => l.Key)));
        await using var copy = await RunningCloud.StartAsync();
        await LoadAsync(copy, lists);
        foreach (var (name, rows) in lists)
            Same(name, rows!.AsArray(), await RowsAsync(copy, name, lists));
    }

    [Fact]
    public async Task CopiedObject_Changed_ShowsTheChangeAndKeepsTheRest()
    {
        await using var original = await RunningCloud.StartAsync();
        var zone = await original.ZoneAsync("source");
        var lists = await ListAllAsync(original);
        var row = lists["listZones"]![0]!.AsObject();
        row["dns1"] = "9.9.9.9";
        row["description"] = "what only a newer server tells";
        row["gputotal"] = 7;
        await using var copy = await RunningCloud.StartAsync();
        await LoadAsync(copy, lists);
        await copy.DoAsync("updateZone", ("id", zone), ("dns1", "1.1.1.1"), ("name", "moved"));
        var now = (await copy.DoAsync("listZones"))["zone"]![0]!;
        Assert.Equal(("1.1.1.1", "moved", "what only a newer server tells", "7"), (now["dns1"]!.ToString(), now["name"]!.ToString(), now["description"]!.ToString(), now["gputotal"]!.ToString()));
    }

    [Fact]
    public async Task Copy_WithHoles_IsRefusedWithEverythingThatIsWrong_AndChangesNothing()
    {
        await using var cloud = await RunningCloud.StartAsync();
        await cloud.ZoneAsync("kept");
        const string Body = """{"lists": {"listZones": [{"id": "z", "name": "n"}], "listPods": [{"id": "p", "name": "x", "zoneid": "other"}], "listHosts": "no"}}""";
        using var content = new StringContent(Body);
        using var answer = await cloud.Http.PostAsync("control/load", content);
        var problems = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["problems"]!.AsArray().Select(p => p!.ToString()).ToList();
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal(["listHosts must be an array of objects", "listPods[0]: zoneid other is not in the copy", "listZones[0]: networktype is missing"], problems.Order(StringComparer.Ordinal));
        Assert.Equal("kept", (await cloud.DoAsync("listZones"))["zone"]![0]!["name"]!.ToString());
    }

    private static async Task BuildAsync(RunningCloud cloud)
    {
        var (zone, network, _, _, _, _, _, _) = await SmallZone.BuildAsync(cloud);
        var second = await cloud.ZoneAsync("second", more: [("guestcidraddress", "10.1.1.0/24"), ("domain", "example.org"), ("localstorageenabled", "true")]);
        var guests = await cloud.NetworkAsync(second, "guests", ("tags", "t"), ("isolationmethods", "VLAN"));
        await cloud.FinishAsync("updatePhysicalNetwork", ("id", guests), ("vlan", "100-200,300-310"), ("state", "Enabled"));
        await cloud.FinishAsync("addTrafficType", ("physicalnetworkid", guests), ("traffictype", "Guest"), ("kvmnetworklabel", "br-guest"), ("vmwarenetworklabel", "vs0,,vmwaresvs"));
        await cloud.DoAsync("dedicateGuestVlanRange", ("physicalnetworkid", guests), ("vlanrange", "150-160"), ("account", "admin"), ("domainid", await cloud.RootAsync()));
        var pod = (await cloud.DoAsync("createPod", ("zoneid", second), ("name", "p2"), ("gateway", "10.8.0.1"), ("netmask", "255.255.255.0"), ("startip", "10.8.0.10"), ("endip", "10.8.0.20")))["pod"]!["id"]!.ToString();
        await cloud.FinishAsync("createManagementNetworkIpRange", ("podid", pod), ("gateway", "10.8.0.1"), ("netmask", "255.255.255.0"), ("startip", "10.8.0.30"), ("endip", "10.8.0.40"), ("forsystemvms", "true"));
        await cloud.FinishAsync("createStorageNetworkIpRange", ("podid", pod), ("gateway", "10.9.0.1"), ("netmask", "255.255.255.0"), ("startip", "10.9.0.10"), ("endip", "10.9.0.20"), ("vlan", "77"));
        var offering = (await cloud.DoAsync("listNetworkOfferings", ("name", "DefaultSharedNetworkOffering")))["networkoffering"]![0]!["id"]!.ToString();
        var router = await ProviderAsync(cloud, guests, "VirtualRouter");
        var element = (await cloud.DoAsync("listVirtualRouterElements", ("nspid", router)))["virtualrouterelement"]![0]!["id"]!.ToString();
        await cloud.FinishAsync("configureVirtualRouterElement", ("id", element), ("enabled", "true"));
        await cloud.FinishAsync("updateNetworkServiceProvider", ("id", router), ("state", "Enabled"));
        await cloud.DoAsync("createNetwork", ("zoneid", second), ("physicalnetworkid", guests), ("networkofferingid", offering), ("name", "shared"), ("displaytext", "shared"), ("vlan", "500"),
            ("gateway", "10.20.0.1"), ("netmask", "255.255.255.0"), ("startip", "10.20.0.10"), ("endip", "10.20.0.20"));
        await cloud.DoAsync("updateZone", ("id", second), ("details[0].key", "owner"), ("details[0].value", "plan-7"));
        await cloud.DoAsync("addAnnotation", ("entitytype", "ZONE"), ("entityid", second), ("annotation", "made by plan 7"), ("adminsonly", "true"));
        await cloud.DoAsync("updateConfiguration", ("name", "ping.interval"), ("value", "10"));
        var domain = (await cloud.DoAsync("listDomains"))["domain"]![0]!["id"]!.ToString();
        await cloud.FinishAsync("dedicateZone", ("zoneid", second), ("domainid", domain), ("account", "admin"));
        await cloud.FinishAsync("updatePhysicalNetwork", ("id", network), ("networkspeed", "10G"));
        await cloud.DoAsync("updateZone", ("id", zone), ("sortkey", "0"));
    }

    private static async Task<string> ProviderAsync(RunningCloud cloud, string network, string name) =>
        (await cloud.DoAsync("listNetworkServiceProviders", ("physicalnetworkid", network), ("name", name)))["networkserviceprovider"]![0]!["id"]!.ToString();

    private static async Task<JsonObject> ListAllAsync(RunningCloud cloud)
    {
        var lists = new JsonObject();
        foreach (var name in StateCopy.Lists)
            lists[name] = await RowsAsync(cloud, name, lists);
        return lists;
    }

    /// <summary>All rows of a list; traffic types are listed by physical network.</summary>
    private static async Task<JsonArray> RowsAsync(RunningCloud cloud, string name, JsonObject lists)
    {
        List<(string, string)[]> calls = name switch
        {
            "listTrafficTypes" => [.. (lists["listPhysicalNetworks"] as JsonArray ?? []).Select(n => new[] { ("physicalnetworkid", n!["id"]!.ToString()) })],
            "listVolumes" => [[("listsystemvms", "true")]],
            "listAccounts" => [[("listall", "true")]],
            _ => [[]],
        };
        var rows = new JsonArray();
        foreach (var call in calls)
        {
            foreach (var row in (await cloud.DoAsync(name, call)).Select(m => m.Value).OfType<JsonArray>().FirstOrDefault() ?? [])
                rows.Add(row!.DeepClone());
        }
        return rows;
    }

    private static void Keep(JsonObject lists, string command, JsonArray rows)
    {
        var kept = lists[command] as JsonArray ?? [];
        lists[command] = kept;
        foreach (var row in rows)
        {
            if (kept.FirstOrDefault(k => k!["id"]?.ToString() == row!["id"]?.ToString()) is { } older)
                kept.Remove(older);
            kept.Add(row!.DeepClone());
        }
    }

    private static async Task LoadAsync(RunningCloud cloud, JsonObject lists)
    {
        using var content = new StringContent(new JsonObject { ["lists"] = lists.DeepClone() }.ToJsonString());
        using var answer = await cloud.Http.PostAsync("control/load", content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Moments of the last contact aside, and the list's own order.</summary>
    private static void Same(string name, JsonArray was, JsonArray now)
    {
        static string Key(JsonNode? row) => row!["id"]?.ToString() ?? row["name"]!.ToString();
        Assert.Equal(was.Select(Key).Order(), now.Select(Key).Order());
        foreach (var row in was)
        {
            JsonNode twin = now.First(n => Key(n) == Key(row))!.DeepClone(), original = row!.DeepClone();
            foreach (var node in (JsonNode[])[twin, original])
                node.AsObject().Remove("lastpinged");
            Assert.True(JsonNode.DeepEquals(original, twin), $"{name}\n{original.ToJsonString()}\n{twin.ToJsonString()}");
        }
    }
}
