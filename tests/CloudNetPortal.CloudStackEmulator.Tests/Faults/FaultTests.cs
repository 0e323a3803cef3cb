using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Faults;

namespace CloudNetPortal.CloudStackEmulator.Tests.Faults;

public sealed class FaultTests
{
    [Fact]
    public async Task Refuse_OnTheSecondCall_StrikesOnlyThatOneAndDoesNothing()
    {
        await using var cloud = await CloudWith("command=createZone;nth=2;kind=refuse;code=533;cserrorcode=4380;text=no room");
        await cloud.ZoneAsync("a");
        var (status, _, body) = await cloud.CallAsync("createZone", ("name", "b"), ("networktype", "Advanced"), ("dns1", "8.8.8.8"), ("internaldns1", "8.8.8.8"));
        Assert.Equal((533, "no room", "4380"), (status, body["errortext"]!.ToString(), body["cserrorcode"]!.ToString()));
        await cloud.ZoneAsync("c");
        Assert.Equal(2, (await cloud.DoAsync("listZones"))["count"]!.GetValue<int>());
    }

    [Fact]
    public async Task Share_OfTheCalls_IsTheSameForTheSameSeed()
    {
        async Task<List<int>> StruckAsync(int seed)
        {
            await using var cloud = await RunningCloud.StartAsync(o => { o.Seed = seed; o.Faults.Add(new FaultRule { Command = "list*", Kind = FaultKind.Refuse, Share = 0.3 }); });
            var struck = new List<int>();
            for (var i = 0; i < 60; i++)
            {
                if ((await cloud.CallAsync(i % 2 == 0 ? "listZones" : "listPods")).Status == 530)
                    struck.Add(i);
            }
            await cloud.ZoneAsync(); // no list, never struck
            return struck;
        }
        var first = await StruckAsync(7);
        Assert.InRange(first.Count, 8, 30);
        Assert.Equal(first, await StruckAsync(7));
        Assert.NotEqual(first, await StruckAsync(8));
    }

    [Fact]
    public async Task DropAnswer_AfterTheEffect_LeavesTheObjectBehind()
    {
        await using var cloud = await CloudWith("command=createZone;kind=drop-answer;times=1");
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => cloud.ZoneAsync("lost"));
        Assert.Equal("lost", (await cloud.DoAsync("listZones"))["zone"]![0]!["name"]!.ToString());
    }

    [Fact]
    public async Task DropConnection_BeforeTheEffect_LeavesNothingBehind()
    {
        await using var cloud = await CloudWith("command=createZone;kind=drop-connection;times=1");
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => cloud.ZoneAsync("never"));
        Assert.Empty(await cloud.DoAsync("listZones"));
    }

    [Fact]
    public async Task Unauthorized_InTheMiddle_Is401ForAValidCall()
    {
        await using var cloud = await CloudWith("command=*;nth=2;kind=unauthorized");
        await cloud.ZoneAsync();
        Assert.Equal(401, (await cloud.CallAsync("listZones")).Status);
        Assert.Equal(200, (await cloud.CallAsync("listZones")).Status);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(null)]
    public async Task Unavailable_WithOrWithoutRetryAfter_Is503(int? seconds)
    {
        await using var cloud = await CloudWith("kind=unavailable" + (seconds is null ? "" : $";retryafter={seconds}"));
        using var response = await cloud.Http.GetAsync(new Uri("client/api?command=listZones", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(seconds is null ? null : TimeSpan.FromSeconds(seconds.Value), response.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task HtmlPage_InsteadOfAnAnswer_IsHtml()
    {
        await using var cloud = await CloudWith("kind=html-page");
        using var response = await cloud.Http.GetAsync(new Uri("client/api?command=listZones&response=json", UriKind.Relative));
        Assert.Equal(("text/html", HttpStatusCode.OK), (response.Content.Headers.ContentType!.MediaType, response.StatusCode));
    }

    [Fact]
    public async Task Delay_OfACall_AnswersLater()
    {
        await using var cloud = await CloudWith("command=listZones;kind=delay;milliseconds=120");
        var clock = Stopwatch.StartNew();
        await cloud.DoAsync("listZones");
        Assert.True(clock.ElapsedMilliseconds >= 115, $"{clock.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task JobHangs_AfterItWasAccepted_StaysInProgress()
    {
        await using var cloud = await CloudWith("command=createPhysicalNetwork;kind=job-hangs");
        var answer = await cloud.DoAsync("createPhysicalNetwork", ("zoneid", await cloud.ZoneAsync()), ("name", "n"));
        await Task.Delay(50);
        Assert.Equal(0, (await cloud.DoAsync("queryAsyncJobResult", ("jobid", answer["jobid"]!.ToString())))["jobstatus"]!.GetValue<int>());
    }

    [Fact]
    public async Task JobFails_WithCodeAndText_IsInTheResult()
    {
        await using var cloud = await CloudWith("command=updatePhysicalNetwork;kind=job-fails;code=530;text=busy");
        var network = await cloud.NetworkAsync(await cloud.ZoneAsync(), "n");
        var job = await cloud.EndOfAsync(await cloud.DoAsync("updatePhysicalNetwork", ("id", network), ("state", "Enabled")));
        Assert.Equal((2, "busy"), (job["jobstatus"]!.GetValue<int>(), job["jobresult"]!["errortext"]!.ToString()));
        Assert.Equal("Disabled", (await cloud.DoAsync("listPhysicalNetworks"))["physicalnetwork"]![0]!["state"]!.ToString());
    }

    [Fact]
    public async Task JobLost_AsByARestart_HasNoResultAtAll()
    {
        await using var cloud = await CloudWith("command=updatePhysicalNetwork;kind=job-lost");
        var network = await cloud.NetworkAsync(await cloud.ZoneAsync(), "n");
        var job = await cloud.EndOfAsync(await cloud.DoAsync("updatePhysicalNetwork", ("id", network), ("state", "Enabled")));
        Assert.Equal((2, 530, false), (job["jobstatus"]!.GetValue<int>(), job["jobresultcode"]!.GetValue<int>(), job.ContainsKey("jobresult")));
    }

    [Fact]
    public async Task Restart_WhileAJobRuns_LosesTheJobAndBreaksConnections()
    {
        await using var cloud = await CloudWith("command=createPhysicalNetwork;kind=job-hangs");
        var answer = await cloud.DoAsync("createPhysicalNetwork", ("zoneid", await cloud.ZoneAsync()), ("name", "n"));
        using var restart = await cloud.Http.PostAsync(new Uri("control/restart?seconds=2", UriKind.Relative), null);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => cloud.DoAsync("listZones"));
        var job = await UpAgainAsync(() => cloud.DoAsync("queryAsyncJobResult", ("jobid", answer["jobid"]!.ToString())));
        Assert.Equal((2, 530, false), (job["jobstatus"]!.GetValue<int>(), job["jobresultcode"]!.GetValue<int>(), job.ContainsKey("jobresult")));
    }

    [Fact]
    public async Task Control_SetsReadsAndClearsFaults_AndTellsTheCallsWithoutSecrets()
    {
        await using var cloud = await RunningCloud.StartAsync();
        using var set = await cloud.Http.PostAsJsonAsync(new Uri("control/faults", UriKind.Relative), new { command = "createZone", kind = "Refuse", text = "not today", nth = 1 });
        Assert.Equal(HttpStatusCode.OK, set.StatusCode);
        Assert.Equal(530, (await cloud.CallAsync("createZone", ("name", "z"), ("password", "hidden"))).Status);
        var faults = JsonNode.Parse(await cloud.Http.GetStringAsync(new Uri("control/faults", UriKind.Relative)))!;
        Assert.Equal("1", faults[0]!["struck"]!.ToString());
        var calls = await cloud.Http.GetStringAsync(new Uri("control/calls?command=createzone", UriKind.Relative));
        Assert.Contains("\"name\": \"z\"", calls, StringComparison.Ordinal);
        Assert.Contains("\"fault\": \"Refuse\"", calls, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", calls, StringComparison.Ordinal);
        Assert.DoesNotContain(RunningCloud.Key, calls, StringComparison.Ordinal);
        using var clear = await cloud.Http.DeleteAsync(new Uri("control/faults", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NoContent, clear.StatusCode);
        await cloud.ZoneAsync();
    }

    [Fact]
    public async Task Control_ForAPageInABrowser_IsForbidden()
    {
        await using var cloud = await RunningCloud.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Delete, "control/calls");
        request.Headers.Add("Origin", "http://elsewhere.example");
        using var response = await cloud.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("kind=refuse;wat=1")]
    [InlineData("command=createZone")]
    [InlineData("kind=sometimes")]
    public void FaultRule_ThatIsNotUnderstood_SaysWhy(string text)
    {
        Assert.Null(FaultRule.Read(text, out var problem));
        Assert.NotNull(problem);
    }

    private static async Task<JsonObject> UpAgainAsync(Func<Task<JsonObject>> call)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                return await call();
            }
            catch (HttpRequestException) when (i < 100)
            {
                await Task.Delay(100);
            }
        }
    }

    private static Task<RunningCloud> CloudWith(string fault) => RunningCloud.StartAsync(o => o.Faults.Add(FaultRule.Read(fault, out _)!));
}
