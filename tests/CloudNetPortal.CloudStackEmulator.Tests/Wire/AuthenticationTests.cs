using System.Net;
using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Tests.Wire;

public sealed class AuthenticationTests
{
    private const string Text = "unable to verify user credentials and/or request signature";

    [Theory]
    [InlineData("client/api?command=listZones&response=json", "listzonesresponse")]
    [InlineData("client/api?response=json", "null")]
    [InlineData("client/api?command=listZones&response=json&apikey=test-key&signature=AAAA", "listzonesresponse")]
    [InlineData("client/api?command=listZones&response=json&apikey=nobody&signature=AAAA", "listzonesresponse")]
    public async Task Call_WithoutAGoodSignature_Is401(string address, string envelope)
    {
        await using var cloud = await RunningCloud.StartAsync();
        using var response = await cloud.Http.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        var json = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
        Assert.Equal(envelope, json.First().Key);
        Assert.Equal(Text, json[envelope]!["errortext"]!.ToString());
        Assert.False(response.Headers.Contains("X-Description"));
    }

    [Theory]
    [InlineData("fooBar")] // there is no such command
    [InlineData("addVmwareDc")] // there is one, but not on this server
    public async Task Call_OfAnAbsentCommand_LooksLikeAWrongKey(string command)
    {
        await using var cloud = await RunningCloud.StartAsync();
        var (status, envelope, body) = await cloud.CallAsync(command);
        Assert.Equal((401, "errorresponse", Text), (status, envelope, body["errortext"]!.ToString()));
    }

    [Theory]
    [InlineData("3", "2020-01-01T00:00:00Z", 401)]
    [InlineData("3", "2099-01-01T00:00:00Z", 200)]
    [InlineData("3", null, 401)]
    [InlineData("2", "2020-01-01T00:00:00Z", 200)]
    public async Task Call_WithExpiry_IsTakenWhileItLasts(string version, string? expires, int expected)
    {
        await using var cloud = await RunningCloud.StartAsync();
        (string, string)[] parameters = expires is null ? [("signatureVersion", version)] : [("signatureVersion", version), ("expires", expires)];
        Assert.Equal(expected, (await cloud.CallAsync("listZones", parameters)).Status);
    }

    [Fact]
    public async Task ParameterNames_InAnyCase_AreUnderstood()
    {
        await using var cloud = await RunningCloud.StartAsync();
        var zone = await cloud.DoAsync("createZone", ("Name", "z"), ("networkType", "advanced"), ("DNS1", "8.8.8.8"), ("internalDns1", "10.1.0.53"));
        Assert.Equal("z", zone["zone"]!["name"]!.ToString());
    }

    [Fact]
    public async Task Query_BesideABody_Wins()
    {
        var request = new Request { Method = "POST" };
        request.AddQuery("?name=query&name=last&flag");
        request.AddBody("name=body&other=first&other=second");
        await Task.CompletedTask;
        Assert.Equal(("last", "first"), (request.Sent["name"], request.Sent["other"]));
        Assert.False(request.Sent.ContainsKey("flag"));
    }

    [Fact]
    public async Task Login_ByGet_Is405_AndByPostGivesASession()
    {
        await using var cloud = await RunningCloud.StartAsync();
        using var get = await cloud.Http.GetAsync(new Uri("client/api?command=login&username=admin&password=open&response=json", UriKind.Relative));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, get.StatusCode);
        using var wrong = await cloud.Http.PostAsync(new Uri("client/api", UriKind.Relative), Login("shut"));
        Assert.Equal(531, (int)wrong.StatusCode);
        using var right = await cloud.Http.PostAsync(new Uri("client/api", UriKind.Relative), Login("open"));
        var session = JsonNode.Parse(await right.Content.ReadAsStringAsync())!["loginresponse"]!["sessionkey"]!.ToString();
        using var list = await cloud.Http.GetAsync(new Uri($"client/api?command=listZones&response=json&sessionkey={Uri.EscapeDataString(session)}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, list.StatusCode);
        using var withoutKey = await cloud.Http.GetAsync(new Uri("client/api?command=listZones&response=json", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, withoutKey.StatusCode);
    }

    [Fact]
    public async Task Answer_WithoutResponseJson_IsWellFormedXml()
    {
        await using var cloud = await RunningCloud.StartAsync();
        var zone = await cloud.ZoneAsync("<b>&x</b>");
        await cloud.DoAsync("updateZone", ("id", zone), ("details[0].key", "1 odd key"), ("details[0].value", "v"));
        var all = new Dictionary<string, string> { ["command"] = "listZones", ["apiKey"] = RunningCloud.Key };
        all["signature"] = Signature.Of(all, RunningCloud.Secret);
        using var form = new FormUrlEncodedContent(all);
        using var response = await cloud.Http.PostAsync(new Uri("client/api", UriKind.Relative), form);
        Assert.Equal("text/xml", response.Content.Headers.ContentType!.MediaType);
        var xml = System.Xml.Linq.XDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal("<b>&x</b>", xml.Root!.Element("zone")!.Element("name")!.Value);
    }

    private static FormUrlEncodedContent Login(string password) =>
        new([new("command", "login"), new("username", "admin"), new("password", password), new("domain", "/"), new("response", "json")]);
}
