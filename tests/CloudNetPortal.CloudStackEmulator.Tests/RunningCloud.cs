using System.Net;
using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Hosting;
using CloudNetPortal.CloudStackEmulator.Wire;
using Microsoft.AspNetCore.Builder;

namespace CloudNetPortal.CloudStackEmulator.Tests;

/// <summary>A practice cloud inside the test process, on a port of its own, and a caller that signs.</summary>
internal sealed class RunningCloud : IAsyncDisposable
{
    public const string Key = "test-key";
    public const string Secret = "test-secret";
    private readonly WebApplication app;

    private RunningCloud(WebApplication app, string address)
    {
        this.app = app;
        Http = new HttpClient { BaseAddress = new Uri(address + "/") };
    }

    public HttpClient Http { get; }

    public static async Task<RunningCloud> StartAsync(Action<PracticeCloudOptions>? change = null)
    {
        var options = new PracticeCloudOptions { Urls = "http://127.0.0.1:0", Key = Key, Secret = Secret, Password = "open" };
        options.Pace.Job = TimeSpan.Zero;
        change?.Invoke(options);
        var (app, address) = await PracticeCloudHost.StartAsync(options, TimeProvider.System);
        return new RunningCloud(app, address);
    }

    /// <summary>Calls, and gives the status and what stands inside the envelope.</summary>
    public async Task<(int Status, string Envelope, JsonObject Body)> CallAsync(string command, params (string Name, string Value)[] parameters)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal) { ["command"] = command };
        foreach (var (name, value) in parameters)
            all[name] = value;
        return await SendAsync(all, "POST");
    }

    public async Task<(int Status, string Envelope, JsonObject Body)> SendAsync(IReadOnlyDictionary<string, string> parameters, string method)
    {
        var all = new Dictionary<string, string>(parameters, StringComparer.Ordinal) { ["response"] = "json", ["apiKey"] = Key };
        all["signature"] = Signature.Of(all, Secret);
        using var form = new FormUrlEncodedContent(all);
        using var request = method == "GET"
            ? new HttpRequestMessage(HttpMethod.Get, "client/api?" + await form.ReadAsStringAsync())
            : new HttpRequestMessage(HttpMethod.Post, "client/api") { Content = form };
        using var response = await Http.SendAsync(request);
        var json = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
        return ((int)response.StatusCode, json.First().Key, json.First().Value as JsonObject ?? []);
    }

    /// <summary>The HTTP status of a call with other keys.</summary>
    public async Task<int> StatusAsync(string key, string secret, string command, params (string Name, string Value)[] parameters)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal) { ["command"] = command, ["response"] = "json", ["apiKey"] = key };
        foreach (var (name, value) in parameters)
            all[name] = value;
        all["signature"] = Signature.Of(all, secret);
        using var form = new FormUrlEncodedContent(all);
        using var response = await Http.PostAsync("client/api", form);
        return (int)response.StatusCode;
    }

    /// <summary>Calls and expects success.</summary>
    public async Task<JsonObject> DoAsync(string command, params (string Name, string Value)[] parameters)
    {
        var (status, _, body) = await CallAsync(command, parameters);
        Assert.True(status == (int)HttpStatusCode.OK, $"{command}: {body.ToJsonString()}");
        return body;
    }

    /// <summary>Follows a job to its end.</summary>
    public async Task<JsonObject> EndOfAsync(JsonObject answer)
    {
        for (var i = 0; i < 500; i++)
        {
            var job = await DoAsync("queryAsyncJobResult", ("jobid", answer["jobid"]!.ToString()));
            if (job["jobstatus"]!.GetValue<int>() != 0)
                return job;
            await Task.Delay(10);
        }
        throw new TimeoutException("the job never ended");
    }

    /// <summary>Calls, follows the job, expects it done, and gives its result.</summary>
    public async Task<JsonObject> FinishAsync(string command, params (string Name, string Value)[] parameters)
    {
        var job = await EndOfAsync(await DoAsync(command, parameters));
        Assert.True(job["jobstatus"]!.GetValue<int>() == 1, $"{command}: {job.ToJsonString()}");
        return job["jobresult"]!.AsObject();
    }

    public async Task<string> ZoneAsync(string name = "z", string type = "Advanced", params (string, string)[] more)
    {
        var answer = await DoAsync("createZone", [("name", name), ("networktype", type), ("dns1", "8.8.8.8"), ("internaldns1", "10.1.0.53"), .. more]);
        return answer["zone"]!["id"]!.ToString();
    }

    public async Task<string> NetworkAsync(string zone, string name, params (string, string)[] more) =>
        (await FinishAsync("createPhysicalNetwork", [("zoneid", zone), ("name", name), .. more]))["physicalnetwork"]!["id"]!.ToString();

    /// <summary>The id of the domain ROOT.</summary>
    public async Task<string> RootAsync() => (await DoAsync("listDomains", ("name", "ROOT")))["domain"]![0]!["id"]!.ToString();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
