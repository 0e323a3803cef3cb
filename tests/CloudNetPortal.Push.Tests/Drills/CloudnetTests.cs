using System.Text.Json;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Testing;

namespace CloudNetPortal.Push.Tests.Drills;

/// <summary><c>cloudnet</c> as a pipeline sees it: arguments in, exit status and text out.</summary>
public sealed class CloudnetTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cloudnet-cli-");
    private DrillCloud _cloud = null!;
    private string[] _accept = [];

    public async ValueTask InitializeAsync() => _cloud = await DrillCloud.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _cloud.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private string Journal => Path.Combine(_folder.FullName, "journal");

    /// <summary>A small zone: quick to push, and whatever rules have against it is accepted.</summary>
    private async Task<string> WriteAsync(Action<ZoneDesign>? change = null)
    {
        var design = DrillDesign.Make();
        design.Pods.RemoveAt(0);
        design.Pods[0].Clusters[0].Hosts.RemoveRange(1, 2);
        design.PhysicalNetworks[1].Providers.RemoveRange(1, 2);
        change?.Invoke(design);
        _accept = Cloudnet.Accept(design);
        var path = Path.Combine(_folder.FullName, "zone.json");
        await File.WriteAllTextAsync(path, DesignJson.ToText(design));
        return path;
    }

    private async Task<(int Status, string Text)> PushAsync(string design, params string[] more) =>
        await Cloudnet.RunAsync(_cloud, ["push", design, "--journal", Journal, .. _accept, .. more]);

    [Fact]
    public async Task Push_GoodDesign_EndsWith0AndVerifyAgrees()
    {
        var design = await WriteAsync();
        var (pushed, text) = await PushAsync(design);
        Assert.True(pushed == 0, text);
        Assert.DoesNotContain("host-password", text + await File.ReadAllTextAsync(Journal) + await File.ReadAllTextAsync(Journal + ".plan.json"), StringComparison.Ordinal);
        var (verified, _) = await Cloudnet.RunAsync(_cloud, ["verify", design]);
        Assert.Equal(0, verified);
    }

    [Fact]
    public async Task Verify_SomethingElseIsThere_EndsWith3AndNamesTheField()
    {
        await PushAsync(await WriteAsync());
        var (status, text) = await Cloudnet.RunAsync(_cloud, ["verify", await WriteAsync(d => d.Dns1 = "10.0.9.54"), "--json"]);
        Assert.Equal(3, status);
        using var outcome = JsonDocument.Parse(text);
        var differing = outcome.RootElement[0].GetProperty("proofs").EnumerateArray().Where(p => !p.GetProperty("same").GetBoolean()).ToArray();
        Assert.Equal(("dns1", "10.0.9.54", "10.0.9.53"), (Text(differing[0], "field"), Text(differing[0], "pushed"), Text(differing[0], "observed")));
        Assert.Single(differing);

        static string? Text(JsonElement proof, string name) => proof.GetProperty(name).GetString();
    }

    [Fact]
    public async Task Push_Refused_EndsWith4AndCloudStacksText()
    {
        await _cloud.FaultAsync("command=createPod;kind=refuse;code=431;cserrorcode=4350;text=The subnet is  crooked");
        var (status, text) = await PushAsync(await WriteAsync());
        Assert.Equal(4, status);
        Assert.Contains("The subnet is  crooked", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Push_ZoneOfAStranger_EndsWith5AndGoesOnWithTheChoice()
    {
        var design = await WriteAsync();
        await PushAsync(design);
        File.Delete(Journal);
        File.Delete(Journal + ".plan.json");
        var (asked, text) = await PushAsync(design);
        Assert.Equal(5, asked);
        var choice = text.Split('"').Single(t => t.StartsWith("zone=", StringComparison.Ordinal));
        var (status, rest) = await PushAsync(design, "--choose", choice);
        // Simulated hosts have no natural key: the stranger's host is not adopted, one more is added.
        Assert.True(status == 0, rest);
    }

    [Fact]
    public async Task Push_JournalOfAnotherVersion_EndsWith1()
    {
        await PushAsync(await WriteAsync());
        var (status, text) = await PushAsync(await WriteAsync(d => d.Dns2 = "10.0.9.55"));
        Assert.Equal(1, status);
        Assert.Contains("another version", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Push_SecretsMissing_ListsThemBeforeAnyCall()
    {
        var design = await WriteAsync(d => d.Pods[0].Clusters[0].Hosts[0].PasswordRef = "rack 7.password");
        var (status, text) = await PushAsync(design);
        Assert.Equal(1, status);
        Assert.Contains("CLOUDNET_SECRET_RACK_7_PASSWORD", text, StringComparison.Ordinal);
        Assert.Empty(await _cloud.AcceptedCreatesAsync());
    }

    [Fact]
    public async Task Push_TwoAtOnceOnOneJournal_SecondEndsWith8()
    {
        var design = await WriteAsync();
        await _cloud.FaultAsync("command=createZone;kind=delay;milliseconds=4000;times=1");
        var first = Cloudnet.RunAsync(_cloud, ["push", design, "--journal", Journal, .. _accept]);
        while (!File.Exists(Journal) || new FileInfo(Journal).Length == 0) await Task.Delay(50);
        var (second, _) = await Cloudnet.RunAsync(_cloud, ["push", design, "--journal", Journal, .. _accept]);
        Assert.Equal(8, second);
        Assert.Equal(0, (await first).Status);
    }

    [Fact]
    public async Task Push_WrongSecretKey_EndsWith7()
    {
        var design = await WriteAsync();
        var (status, text) = await Cloudnet.RunAsync(_cloud, ["push", design, "--journal", Journal, .. _accept], environment: new() { ["CLOUDSTACK_SECRET"] = "wrong" });
        Assert.Equal(7, status);
        Assert.Contains("unable to verify user credentials", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Push_AcceptForACloudThatIsNoPracticeCloud_IsRefused()
    {
        var (status, text) = await Cloudnet.RunAsync(_cloud, ["push", await WriteAsync(), "--accept", "CNP1001"], environment: new() { ["CLOUDSTACK_ENDPOINT"] = $"http://127.0.0.1:{FreePort.Next()}/client/api" });
        Assert.Equal(1, status);
        Assert.Contains("not a practice cloud", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Push_StoppedByControlC_FinishesTheCallAndResumes()
    {
        var design = await WriteAsync();
        await _cloud.FaultAsync("command=createPod;kind=delay;milliseconds=3000;times=1");
        string[] arguments = ["push", design, "--journal", Journal, .. _accept];
        var (status, text) = await Cloudnet.RunAsync(_cloud, arguments, interruptWhen: () => _cloud.HasReceivedAsync("createPod"));
        Assert.True(status == 6, $"{status}: {text}");
        Assert.Contains(await _cloud.AcceptedCreatesAsync(), c => c.Key.StartsWith("createPod", StringComparison.Ordinal));
        Assert.Equal(0, (await Cloudnet.RunAsync(_cloud, arguments)).Status);
    }

    [Fact]
    public async Task Probe_ProfileOfCloudMonkey_IsRead()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, ".cmk"));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, ".cmk", "config"), $"""
            prompt = 🐱
            profile = practice

            [practice]
            url = {_cloud.Cloud.Endpoint}
            apikey = {_cloud.Cloud.Key}
            secretkey = {_cloud.Cloud.Secret}

            [other]
            url = http://127.0.0.1:1/client/api
            """);
        var home = new Dictionary<string, string> { ["HOME"] = _folder.FullName, ["CLOUDSTACK_ENDPOINT"] = "" };
        var (status, text) = await Cloudnet.RunAsync(_cloud, ["probe"], environment: home);
        Assert.True(status == 0, text);
        Assert.Contains("CloudStack 4.23", text, StringComparison.Ordinal);
        var (lacking, why) = await Cloudnet.RunAsync(_cloud, ["probe", "--profile", "other"], environment: home);
        Assert.Equal(1, lacking);
        Assert.Contains("lacks apikey, secretkey", why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.json", null, "there is no such file")]
    [InlineData("no.txt", "hello", "none of the kinds")]
    [InlineData("broken.cfg", "{ \"zones\": [ { \"networktype\": \"Advanced\" \"dns1\": 1 } ] }", "broken.cfg:1:")]
    public async Task Validate_FileThatCannotBeUsed_EndsWith1AndSaysWhy(string name, string? content, string why)
    {
        var path = Path.Combine(_folder.FullName, name);
        if (content is not null) await File.WriteAllTextAsync(path, content);
        var (status, text) = await Cloudnet.RunAsync(_cloud, ["validate", path]);
        Assert.Equal(1, status);
        Assert.Contains(why, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_Json_IsThePlanWithItsHash()
    {
        var (status, text) = await Cloudnet.RunAsync(_cloud, ["plan", await WriteAsync(), "--json"]);
        Assert.Equal(0, status);
        using var plans = JsonDocument.Parse(text);
        Assert.Equal(64, plans.RootElement[0].GetProperty("hash").GetString()!.Length);
        Assert.Equal("createZone", plans.RootElement[0].GetProperty("plan").GetProperty("steps")[0].GetProperty("command").GetString());
    }
}
