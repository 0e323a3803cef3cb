using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CloudNetPortal.CloudStack.Calls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CloudNetPortal.Push.Tests.Things;

/// <summary>
/// A cloud of nothing but things, over real HTTP, with commands that no CloudStack has: what runs against it shows that the runner knows no command.
/// createThing and updateThing answer at once, startThing makes a job; each answer can be spoiled.
/// </summary>
public sealed class ThingCloud : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, JsonObject> _jobs = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Spoil>> _spoils = new();
    private readonly Lock _lock = new();

    private ThingCloud(WebApplication app) => _app = app;

    public List<JsonObject> Things { get; } = [];
    public ConcurrentQueue<string> Calls { get; } = new();
    public HashSet<string> Commands { get; } = ["createThing", "startThing", "updateThing", "deleteThing", "listThings"];

    /// <summary>How long a call that changes something takes.</summary>
    public TimeSpan Takes { get; set; }

    /// <summary>How many calls that change something were under way at the same time, at most.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Names of things in the order in which their calls came and ended: “+a”, “-a”.</summary>
    public ConcurrentQueue<string> Course { get; } = new();

    private int _atOnce;

    public int Count(string command) => Calls.Count(c => c == command);

    /// <summary>What happens to the next call of a command, once for each.</summary>
    public void Spoil(string command, params Spoil[] spoils)
    {
        foreach (var spoil in spoils) _spoils.GetOrAdd(command, _ => new()).Enqueue(spoil);
    }

    public CloudStackClient Client() => new(CloudStackHttp.Create(), new CloudStackEndpoint(new Uri(_app.Urls.Single() + "/client/api"), "key", "secret"), TimeProvider.System);

    public static async Task<ThingCloud> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var cloud = new ThingCloud(app);
        app.Run(cloud.AnswerAsync);
        await app.StartAsync();
        return cloud;
    }

    public JsonObject Add(string name, params (string Field, string Value)[] fields)
    {
        var thing = new JsonObject { ["id"] = Guid.NewGuid().ToString(), ["name"] = name };
        foreach (var (field, value) in fields) thing[field] = value;
        lock (_lock) Things.Add(thing);
        return thing;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var fields = (await context.Request.ReadFormAsync()).ToDictionary(f => f.Key, f => f.Value.ToString());
        var command = fields["command"];
        Calls.Enqueue(command);
        var spoil = _spoils.TryGetValue(command, out var queue) && queue.TryDequeue(out var next) ? next : null;
        if (spoil is { BeforeEffect: true })
        {
            await spoil.SayAsync(context, command);
            return;
        }
        if (spoil?.LandsAfter is { } late)
        {
            // The caller is gone, the server goes on with its call.
            context.Abort();
            await Task.Delay(late);
            Body(command, fields, spoil);
            return;
        }
        var body = command.StartsWith("list", StringComparison.Ordinal) || command.StartsWith("query", StringComparison.Ordinal) ? Body(command, fields, spoil) : await SlowlyAsync(command, fields, spoil);
        if (spoil is { AfterEffect: true }) await spoil.SayAsync(context, command);
        else await Say(context, 200, new JsonObject { [command.ToLowerInvariant() + "response"] = body });
    }

    private async Task<JsonObject> SlowlyAsync(string command, Dictionary<string, string> fields, Spoil? spoil)
    {
        lock (_lock) MostAtOnce = Math.Max(MostAtOnce, ++_atOnce);
        Course.Enqueue($"+{fields.GetValueOrDefault("name")}");
        await Task.Delay(Takes);
        Course.Enqueue($"-{fields.GetValueOrDefault("name")}");
        lock (_lock) _atOnce--;
        return Body(command, fields, spoil);
    }

    private JsonObject Body(string command, Dictionary<string, string> fields, Spoil? spoil)
    {
        lock (_lock)
        {
            switch (command)
            {
                case "listApis":
                    return Listed("api", Commands.Select(c => new JsonObject { ["name"] = c }));
                case "listThings":
                    var wanted = Things.Where(t => Filter(t, fields, "id") && Filter(t, fields, "parentid"));
                    return Listed("thing", wanted.Select(t => (JsonObject)t.DeepClone()));
                case "createThing":
                    return new JsonObject { ["thing"] = Make(fields).DeepClone() };
                case "startThing":
                    var job = fields.GetValueOrDefault("customjobid") ?? Guid.NewGuid().ToString();
                    var thing = spoil?.JobEnd is null ? Make(fields) : null;
                    _jobs[job] = spoil?.JobEnd?.DeepClone().AsObject() ?? new JsonObject { ["jobstatus"] = 1, ["jobresult"] = new JsonObject { ["thing"] = thing!.DeepClone() } };
                    return new JsonObject { ["jobid"] = job };
                case "updateThing":
                    var target = Things.Single(t => (string?)t["id"] == fields["id"]);
                    if (spoil is not { NoEffect: true })
                        foreach (var (name, value) in fields.Where(f => f.Key is "colour" or "size")) target[name] = value;
                    return new JsonObject { ["thing"] = target.DeepClone() };
                case "deleteThing":
                    if (Things.SingleOrDefault(t => (string?)t["id"] == fields["id"]) is not { } gone)
                        return new JsonObject { ["errorcode"] = 431, ["cserrorcode"] = 9999, ["errortext"] = "Unable to execute API command deletething due to invalid value. Invalid parameter id value=x due to incorrect long value format, or entity does not exist or due to incorrect parameter annotation for the field in api cmd class." };
                    if (Things.Any(t => (string?)t["parentid"] == fields["id"]))
                        return new JsonObject { ["errorcode"] = 530, ["cserrorcode"] = 4250, ["errortext"] = "The thing still has children" };
                    if (spoil is not { NoEffect: true }) Things.Remove(gone);
                    return new JsonObject { ["success"] = true };
                case "queryAsyncJobResult":
                    return _jobs.TryGetValue(fields["jobid"], out var known) ? (JsonObject)known.DeepClone()
                        : new JsonObject { ["errorcode"] = 431, ["cserrorcode"] = 9999, ["errortext"] = "Invalid parameter jobid, or entity does not exist or" };
                default:
                    return new JsonObject { ["errorcode"] = 401, ["errortext"] = "unable to verify user credentials and/or request signature" };
            }
        }
    }

    private JsonObject Make(Dictionary<string, string> fields)
    {
        var thing = new JsonObject { ["id"] = Guid.NewGuid().ToString() };
        foreach (var (name, value) in fields.Where(f => f.Key is "name" or "colour" or "size" or "parentid" or "secretword")) thing[name] = value;
        Things.Add(thing);
        return thing;
    }

    private static bool Filter(JsonObject thing, Dictionary<string, string> fields, string name) => !fields.TryGetValue(name, out var value) || (string?)thing[name] == value;

    private static JsonObject Listed(string key, IEnumerable<JsonObject> rows)
    {
        var array = new JsonArray([.. rows]);
        return array.Count == 0 ? [] : new JsonObject { ["count"] = array.Count, [key] = array };
    }

    internal static Task Say(HttpContext context, int status, JsonObject body)
    {
        // A refusal's status is its errorcode, as in CloudStack.
        context.Response.StatusCode = body.First().Value?["errorcode"] is { } code ? (int)code : status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString());
    }
}
