using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Commands;
using CloudNetPortal.CloudStackEmulator.Contract;
using CloudNetPortal.Testing;

namespace CloudNetPortal.CloudStackEmulator.Tests.Contract;

/// <summary>Every command that is here takes the parameters, answers with the fields and is asynchronous as the server's own description says.</summary>
public sealed class ContractTests
{
    [Fact]
    public void Contract_OfEveryCommand_IsThatOfTheServer()
    {
        var server = JsonNode.Parse(File.ReadAllText(RepositoryFiles.Shared("cloudstack/api-contract.json")))!["api"]!.AsArray().ToDictionary(a => a!["name"]!.ToString(), a => a!.AsObject());
        var wrong = new List<string>();
        foreach (var command in CommandBook.All.Select(c => ContractBook.Find(c.Name)!).Where(c => server.ContainsKey(c.Name)))
        {
            var theirs = server[command.Name];
            Same(command.Name, theirs["kind"]!.ToString(), command.Kind);
            Same(command.Name, theirs["envelope"]!.ToString(), command.Envelope);
            Same(command.Name, Lines(theirs["params"]!.AsArray().Select(p => $"{p!["name"]} {p["type"]} {p["required"] is { } r && r.GetValue<bool>()} {p["length"] ?? 255}")),
                Lines(command.Params.Where(p => !p.Hidden).Select(p => $"{p.Name} {p.Type} {p.Required} {p.Length}")));
            Same(command.Name, Lines(theirs["response"]!.AsArray().Select(f => f!["name"]!.ToString())), Lines(command.Response.Select(f => f.Name)));
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        void Same(string command, string expected, string actual)
        {
            if (expected != actual)
                wrong.Add($"{command}: expected\n{expected}\nbut is\n{actual}");
        }
    }

    [Fact]
    public void EveryCommand_IsOfTheKindThatItsContractSays() => Assert.All(CommandBook.All, command =>
    {
        var contract = ContractBook.Find(command.Name)!;
        Assert.Equal((contract.IsAsync, contract.Kind == "asynccreate"), (command is AsyncCommand, command is AsyncCreateCommand));
    });

    [Fact]
    public async Task EveryCommand_WithoutARequiredParameter_SaysWhichIsMissing()
    {
        await using var cloud = await RunningCloud.StartAsync(o => o.Profile = new CloudProfile { Plugins = new HashSet<string> { "vmware" } });
        foreach (var contract in CommandBook.All.Select(c => ContractBook.Find(c.Name)!).Where(c => c.Params.Any(p => p.Required)))
        {
            var (status, envelope, body) = await cloud.CallAsync(contract.Name);
            var missing = contract.Params.First(p => p.Required).Name;
            Assert.Equal((431, contract.Envelope, $"Unable to execute API command {contract.Name.ToLowerInvariant()} due to missing parameter {missing}"), (status, envelope, body["errortext"]!.ToString()));
            Assert.Equal(9999, body["cserrorcode"]!.GetValue<int>());
        }
    }

    [Fact]
    public async Task EveryCommand_WithAnIdThatDoesNotExist_SaysSo()
    {
        const string Nobody = "00000000-0000-4000-8000-000000000000";
        await using var cloud = await RunningCloud.StartAsync(o => o.Profile = new CloudProfile { Plugins = new HashSet<string> { "vmware" } });
        foreach (var contract in CommandBook.All.Select(c => ContractBook.Find(c.Name)!))
        {
            if (contract.Params.FirstOrDefault(p => p is { Type: "uuid", Required: true }) is not { } id)
                continue;
            var parameters = contract.Params.Where(p => p.Required).Select(p => (p.Name, p.Type switch { "uuid" => Nobody, "integer" or "long" or "short" => "1", "boolean" => "true", _ => "x" })).ToArray();
            var (status, _, body) = await cloud.CallAsync(contract.Name, parameters);
            Assert.True(status == 431 && body["errortext"]!.ToString().Contains($"Invalid parameter {id.Name} value={Nobody} due to incorrect long value format, or entity does not exist", StringComparison.Ordinal),
                $"{contract.Name}: {status} {body.ToJsonString()}");
        }
    }

    [Fact]
    public async Task EveryListedObject_HasOnlyFieldsOfItsContract()
    {
        await using var cloud = await RunningCloud.StartAsync(o => (o.Pace.SystemVms, o.Profile) = (TimeSpan.Zero, new CloudProfile { Plugins = new HashSet<string> { "vmware" } }));
        await SmallZone.BuildAsync(cloud);
        var network = (await cloud.DoAsync("listPhysicalNetworks"))["physicalnetwork"]![0]!["id"]!.ToString();
        await cloud.FinishAsync("updatePhysicalNetwork", ("id", network), ("vlan", "100-102"));
        var rows = 0;
        foreach (var contract in CommandBook.All.Where(c => ContractBook.Find(c.Name)!.IsList).Select(c => ContractBook.Find(c.Name)!))
        {
            (string, string)[] parameters = [.. contract.Params.Where(p => p.Required).Select(p => (p.Name, p.Name switch { "physicalnetworkid" => network, "resourcetype" => "Zone", "templatefilter" => "all", _ => "" })).Where(p => p.Item2.Length > 0)];
            if (parameters.Length < contract.Params.Count(p => p.Required))
                continue;
            var known = contract.Response.Select(f => f.Name).ToHashSet();
            foreach (var row in (await cloud.DoAsync(contract.Name, parameters)).Select(m => m.Value).OfType<JsonArray>().SelectMany(a => a).OfType<JsonObject>())
            {
                rows++;
                Assert.True(row.All(f => known.Contains(f.Key)), $"{contract.Name}: {string.Join(' ', row.Select(f => f.Key).Where(k => !known.Contains(k)))} is not in its contract");
            }
        }
        Assert.True(rows > 100, $"only {rows} rows were looked at");
    }

    [Theory]
    [InlineData("4.20", "registerUserKeys", false)]
    [InlineData("4.23", "registerUserKeys", true)]
    public async Task RegisterUserKeys_OfAVersion_IsAsynchronousSince423(string version, string command, bool asynchronous)
    {
        await using var cloud = await RunningCloud.StartAsync(o => o.Profile = new CloudProfile { Version = version + ".0.0" });
        var user = (await cloud.DoAsync("listUsers"))["user"]![0]!["id"]!.ToString();
        Assert.Equal(asynchronous, (await cloud.DoAsync("listApis", ("name", command)))["api"]![0]!["isasync"]!.GetValue<bool>());
        var answer = await cloud.DoAsync(command, ("id", user));
        Assert.Equal(asynchronous, answer.ContainsKey("jobid"));
        var keys = asynchronous ? (await cloud.EndOfAsync(answer))["jobresult"]!["userkeys"]! : answer["userkeys"]!;
        Assert.Equal(200, await cloud.StatusAsync(keys["apikey"]!.ToString(), keys["secretkey"]!.ToString(), "listZones"));
        Assert.Equal(401, await cloud.StatusAsync(keys["apikey"]!.ToString(), "wrong", "listZones"));
    }

    [Fact]
    public async Task CommandOfAPlugin_IsAbsentWithoutIt()
    {
        await using var plain = await RunningCloud.StartAsync();
        Assert.Equal(401, (await plain.CallAsync("listVmwareDcs", ("zoneid", await plain.ZoneAsync()))).Status);
        Assert.Equal(431, (await plain.CallAsync("listApis", ("name", "addVmwareDc"))).Status);
        await using var withVmware = await RunningCloud.StartAsync(o => o.Profile = new CloudProfile { Plugins = new HashSet<string> { "vmware" } });
        Assert.Empty(await withVmware.DoAsync("listVmwareDcs", ("zoneid", await withVmware.ZoneAsync())));
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));
}
