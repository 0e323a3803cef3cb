using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.CloudStack.Probing;

namespace CloudNetPortal.CloudStack.Tests.Probing;

public sealed class ProbeConnectionTests
{
    private const string Refused = """{"listcapabilitiesresponse":{"errorcode":401,"errortext":"unable to verify user credentials and/or request signature"}}""";

    private static Task<SmallServer> CloudAsync(Func<IReadOnlyDictionary<string, string>, bool> accepts, TimeSpan ahead = default) => SmallServer.StartAsync((fields, context) =>
    {
        context.Response.Headers.Date = (TimeProvider.System.GetUtcNow() + ahead).ToString("R");
        if (!fields.ContainsKey("signature") || !accepts(fields)) return SmallServer.Say(context, 401, Refused);
        return SmallServer.Say(context, 200, fields["command"] == "listApis"
            ? """{"listapisresponse":{"count":2,"api":[{"name":"listZones"},{"name":"createZone","isasync":false}]}}"""
            : """{"listcapabilitiesresponse":{"capability":{"cloudstackversion":"4.23.0.0"}}}""");
    });

    private static string Finding(ConnectionReport report, string name) => report.Checks.Single(c => c.Name == name).Finding;

    [Fact]
    public async Task Run_EverythingInOrder_TellsVersionAndCommands()
    {
        await using var server = await CloudAsync(_ => true);
        var report = await new ProbeConnection(server.Client(), ["createZone"]).RunAsync();
        Assert.True(report.Works);
        Assert.Equal("4.23.0.0", report.Version);
        Assert.Equal(2, report.Commands.Count);
    }

    [Fact]
    public async Task Run_CommandMissing_NamesIt()
    {
        await using var server = await CloudAsync(_ => true);
        var report = await new ProbeConnection(server.Client(), ["createZone", "addVmwareDc"]).RunAsync();
        Assert.False(report.Works);
        Assert.Contains("addVmwareDc", Finding(report, "Commands"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WrongKeys_NamesWhatRemains()
    {
        await using var server = await CloudAsync(_ => false);
        var report = await new ProbeConnection(server.Client()).RunAsync();
        Assert.Equal(CheckResult.Failed, report.Checks.Single(c => c.Name == "Keys").Result);
        Assert.Contains("secret key does not belong", Finding(report, "Keys"), StringComparison.Ordinal);
        Assert.Equal(CheckResult.Skipped, report.Checks.Single(c => c.Name == "Commands").Result);
    }

    [Fact]
    public async Task Run_OnlyExpiryRefused_BlamesTheClock()
    {
        await using var server = await CloudAsync(fields => !fields.ContainsKey("expires"));
        Assert.Contains("clock", Finding(await new ProbeConnection(server.Client()).RunAsync(), "Keys"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ClockFarOff_StopsThere()
    {
        await using var server = await CloudAsync(_ => true, ahead: TimeSpan.FromMinutes(30));
        var report = await new ProbeConnection(server.Client()).RunAsync();
        Assert.False(report.Works);
        Assert.Contains("30 minutes ahead", Finding(report, "Clock"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_PageInsteadOfApi_SaysSo()
    {
        await using var server = await SmallServer.SayingAsync(404, "<html>Not found</html>", "text/html");
        Assert.Contains("/client/api", Finding(await new ProbeConnection(server.Client()).RunAsync(), "Reach the server"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NothingListens_SaysSo()
    {
        var server = await SmallServer.SayingAsync(200, "{}");
        var client = server.Client();
        await server.DisposeAsync();
        var report = await new ProbeConnection(client).RunAsync();
        Assert.Equal(CheckResult.Failed, report.Checks[0].Result);
        Assert.Contains("No connection", report.Checks[0].Finding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_HttpsAgainstPlainHttp_SaysNoSecureConnection()
    {
        await using var server = await SmallServer.SayingAsync(200, "{}");
        var https = new CloudStackClient(CloudStackHttp.Create(), new CloudStackEndpoint(new UriBuilder(server.Address) { Scheme = "https" }.Uri, "k", "s"), TimeProvider.System);
        Assert.Contains("secure", Finding(await new ProbeConnection(https).RunAsync(), "Reach the server"), StringComparison.Ordinal);
    }
}
