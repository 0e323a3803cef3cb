using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.CloudStack.Probing;
using CloudNetPortal.CloudStack.Reads;
using CloudNetPortal.Testing;

namespace CloudNetPortal.CloudStack.Tests;

/// <summary>The client against the practice cloud, which was written from CloudStack's rules without knowing this client.</summary>
public sealed class PracticeCloudTests : IAsyncLifetime
{
    private PracticeCloud _cloud = null!;
    private CloudStackClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _cloud = await PracticeCloud.StartAsync();
        _client = new CloudStackClient(CloudStackHttp.Create(), new CloudStackEndpoint(_cloud.Endpoint, _cloud.Key, _cloud.Secret), TimeProvider.System);
    }

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    private async Task<string> ZoneAsync(string name) => (await _client.CallToEndAsync(ApiCall.Of("createZone", ("name", name), ("networktype", "Advanced"), ("dns1", "8.8.8.8"),
        ("internaldns1", "10.0.0.53"), ("domain", "cloud.example.net"), ("securityGroupEnabled", "false")))).Id ?? throw new InvalidOperationException("No zone was made.");

    [Fact]
    public async Task Zone_NameOfEveryKindOfCharacter_SurvivesSignatureAndReading()
    {
        const string name = "Zone A*~(test)!'+/ü %41 & = \"q\"";
        await ZoneAsync(name);
        Assert.Equal(name, Assert.Single(await ListedZone.ListAsync(_client, name: name)).Name);
    }

    [Fact]
    public async Task Network_MadeByJob_HasIdAndCanBeFoundByCustomJobId()
    {
        var zone = await ZoneAsync("z1");
        var job = Guid.NewGuid();
        var made = await _client.CallToEndAsync(ApiCall.Of("createPhysicalNetwork", ("zoneid", zone), ("name", "net"), ("isolationmethods", "VLAN")) with { CustomJobId = job });
        Assert.Null(made.Failure);
        Assert.Equal(job.ToString(), made.JobId);
        var again = await _client.FollowAsync(job.ToString());
        Assert.Equal(made.Id, again.Id);
        var listed = Assert.Single(await ListedPhysicalNetwork.ListAsync(_client, zoneId: zone));
        Assert.Equal((made.Id, "Disabled"), (listed.Id, listed.State));
        Assert.Contains(await ListedProvider.ListAsync(_client, physicalNetworkId: listed.Id), p => p is { Name: "ConfigDrive", State: "Enabled" });
    }

    [Fact]
    public async Task Vlans_RefusedInTheJob_AreARefusalLikeAnyOther()
    {
        var zone = await ZoneAsync("z2");
        var network = (await _client.CallToEndAsync(ApiCall.Of("createPhysicalNetwork", ("zoneid", zone), ("name", "net"), ("isolationmethods", "VLAN")))).Id;
        var refused = (await _client.CallToEndAsync(ApiCall.Of("updatePhysicalNetwork", ("id", network), ("vlan", "100;200")))).Failure;
        Assert.NotNull(refused);
        Assert.Equal((FailureKind.Refused, true, 431), (refused.Kind, refused.InJob, refused.Code));
        Assert.NotEmpty(refused.Text);
    }

    [Fact]
    public async Task Pod_OfAZoneThatIsGone_IsGoneAndNotBadInput()
    {
        var failure = (await _client.CallAsync(ApiCall.Of("createPod", ("zoneid", Guid.NewGuid().ToString()), ("name", "p"), ("gateway", "10.0.0.1"), ("netmask", "255.255.255.0"), ("startip", "10.0.0.2")))).Failure;
        Assert.Equal(FailureKind.Gone, failure?.Kind);
        Assert.Equal(FailureKind.Gone, (await _client.FollowAsync(Guid.NewGuid().ToString())).Failure?.Kind);
    }

    [Fact]
    public async Task Command_ThatIsAbsent_Is401LikeAWrongKey()
    {
        Assert.Equal(FailureKind.Unauthorised, (await _client.CallAsync(ApiCall.Of("fooBar"))).Failure?.Kind);
        var wrong = new CloudStackClient(CloudStackHttp.Create(), new CloudStackEndpoint(_cloud.Endpoint, _cloud.Key, "wrong"), TimeProvider.System);
        Assert.Equal(FailureKind.Unauthorised, (await wrong.CallAsync(ApiCall.Of("listZones"))).Failure?.Kind);
    }

    [Fact]
    public async Task Probe_RightAndWrongKeys_AreToldApart()
    {
        var right = await new ProbeConnection(_client, ["createZone", "updatePhysicalNetwork"]).RunAsync();
        Assert.True(right.Works, string.Join(Environment.NewLine, right.Checks));
        Assert.StartsWith("4.23", right.Version, StringComparison.Ordinal);
        Assert.Contains("addHost", right.Commands);
        var wrong = await new ProbeConnection(new CloudStackClient(CloudStackHttp.Create(), new CloudStackEndpoint(_cloud.Endpoint, "nobody", "x"), TimeProvider.System)).RunAsync();
        Assert.False(wrong.Works);
        Assert.Equal(CheckResult.Failed, wrong.Checks.Single(c => c.Name == "Keys").Result);
    }

    [Fact]
    public async Task Lists_OfAnEmptyCloud_AreReadByEveryTypedRead()
    {
        var zone = await ZoneAsync("z3");
        Assert.Empty(await ListedPod.ListAsync(_client, zoneId: zone));
        Assert.Empty(await ListedCluster.ListAsync(_client, zoneId: zone));
        Assert.Empty(await ListedHost.ListAsync(_client, zoneId: zone));
        Assert.Empty(await ListedStoragePool.ListAsync(_client, zoneId: zone));
        Assert.Empty(await ListedImageStore.ListAsync(_client, zoneId: zone));
        Assert.Empty(await ListedVlanIpRange.ListAsync(_client, zoneId: zone));
        Assert.Empty(await ListedStorageNetworkIpRange.ListAsync(_client, zoneId: zone));
        Assert.Empty(await ListedNetwork.ListAsync(_client, zoneId: zone));
        Assert.Empty(await ListedDedicatedVlanRange.ListAsync(_client, zoneId: zone));
        Assert.Empty(await ListedSystemVm.ListAsync(_client, zoneId: zone));
        Assert.Contains(await ListedNetworkOffering.ListAsync(_client), o => o.Name == "DefaultSharedNetworkOfferingWithSGService");
        Assert.Contains(await ListedDomain.ListAsync(_client), d => d is { Name: "ROOT", Path: "ROOT" });
        Assert.Contains(await ListedAccount.ListAsync(_client), a => a.Name == "admin");
        Assert.Contains(await ListedSetting.ListAsync(_client, name: "expunge.interval"), s => s.Name == "expunge.interval");
        Assert.StartsWith("4.23", (await Capabilities.ReadAsync(_client)).Version, StringComparison.Ordinal);
    }
}
