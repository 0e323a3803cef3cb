using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Hosting;

namespace CloudNetPortal.CloudStackEmulator.Faults;

/// <summary><c>/control/…</c>: sets faults and paces, tells the calls received. For callers on this machine, or with the secret in <c>X-Practice-Secret</c>.</summary>
internal static class ControlFace
{
    private static readonly JsonSerializerOptions Style = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() }, WriteIndented = true };

    public static void Map(WebApplication app, PracticeCloud practice)
    {
        var control = app.MapGroup("/control");
        control.AddEndpointFilter(async (context, next) => Allowed(context.HttpContext, practice) ? await next(context).ConfigureAwait(false) : Results.StatusCode(403));
        control.MapGet("/faults", () => Results.Json(practice.Faults.All(), Style));
        control.MapPost("/faults", async (HttpRequest request) => await AddAsync(request, practice).ConfigureAwait(false));
        control.MapDelete("/faults", () => { practice.Faults.Clear(); return Results.NoContent(); });
        control.MapDelete("/faults/{id}", (string id) => practice.Faults.Remove(id) ? Results.NoContent() : Results.NotFound());
        control.MapGet("/calls", (string? command) => Results.Json(practice.Calls.All().Where(c => command is null || c.Command.Equals(command, StringComparison.OrdinalIgnoreCase)), Style));
        control.MapDelete("/calls", () => { practice.Calls.Clear(); return Results.NoContent(); });
        control.MapGet("/pace", () => Results.Json(PaceForm.Of(practice.Pace), Style));
        control.MapPut("/pace", (PaceForm form) => { form.Apply(practice.Pace); return Results.Json(PaceForm.Of(practice.Pace), Style); });
        control.MapPost("/load", async (HttpRequest request) => await LoadAsync(request, practice).ConfigureAwait(false));
        control.MapGet("/load", () => Results.Json(Copies.StateCopy.Lists, Style));
        control.MapGet("/hosts", () => { lock (practice.Cloud.Gate) return Results.Json(new { hosts = practice.Cloud.HostFacts.ToList() }, Style); });
        control.MapPost("/hosts", (HostFactsForm form) => practice.Describe(form.Hosts ?? []) is { Count: > 0 } problems ? Results.Json(new { problems }, Style, statusCode: 400) : Results.NoContent());
        control.MapDelete("/hosts", () => { lock (practice.Cloud.Gate) practice.Cloud.HostFacts.Clear(); return Results.NoContent(); });
        control.MapPost("/restart", (double? seconds) => { practice.Restart(TimeSpan.FromSeconds(Math.Clamp(seconds ?? 0, 0, 3600))); return Results.NoContent(); });
    }

    /// <summary>Takes over the state of another cloud; what is wrong with the copy is told all at once, and then nothing changes.</summary>
    private static async Task<IResult> LoadAsync(HttpRequest request, PracticeCloud practice)
    {
        var problems = new List<string>();
        var taken = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var ignored = new List<string>();
        try
        {
            var document = await JsonNode.ParseAsync(request.Body).ConfigureAwait(false);
            if (Copies.StateCopy.Read(document, practice.Time.GetUtcNow(), problems, taken, ignored) is { } cloud)
            {
                practice.Become(cloud);
                return Results.Json(new { taken, ignored }, Style);
            }
        }
        catch (JsonException problem)
        {
            problems.Add($"the body is not JSON: {problem.Message}");
        }
        return Results.Json(new { problems }, Style, statusCode: 400);
    }

    /// <summary>A rule as JSON, or as the text that <c>--fault</c> takes.</summary>
    private static async Task<IResult> AddAsync(HttpRequest request, PracticeCloud practice)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync().ConfigureAwait(false);
        try
        {
            string? problem = "the body is empty";
            var rule = text.TrimStart().StartsWith('{') ? JsonSerializer.Deserialize<FaultRule>(text, Style) : FaultRule.Read(text, out problem);
            return rule is null ? Results.BadRequest(problem) : Results.Json(practice.Faults.Add(rule), Style);
        }
        catch (JsonException problem)
        {
            return Results.BadRequest(problem.Message);
        }
    }

    private static bool Allowed(HttpContext http, PracticeCloud practice)
    {
        if (http.Request.Headers["X-Practice-Secret"].ToString() is { Length: > 0 } secret)
            return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(practice.Secret));
        // A page in somebody's browser runs on this machine too; it says where it comes from, or names another host.
        return http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from) && !http.Request.Headers.ContainsKey("Origin")
            && http.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";
    }

    /// <summary>What real hosts have; a host that was described before is described anew.</summary>
    private sealed record HostFactsForm(List<HostFacts>? Hosts);

    /// <summary>Paces in seconds; what is absent stays.</summary>
    private sealed record PaceForm(double? Latency, bool? Races, double? HostMaintenance, double? SystemVms, double? Expunge, double? Job)
    {
        public static PaceForm Of(Pace pace) => new(pace.Latency, pace.Races, pace.HostMaintenance.TotalSeconds, pace.SystemVms.TotalSeconds, pace.Expunge.TotalSeconds, pace.Job.TotalSeconds);

        public void Apply(Pace pace)
        {
            pace.Latency = Math.Max(0, Latency ?? pace.Latency);
            pace.Races = Races ?? pace.Races;
            pace.HostMaintenance = Seconds(HostMaintenance, pace.HostMaintenance);
            pace.SystemVms = Seconds(SystemVms, pace.SystemVms);
            pace.Expunge = Seconds(Expunge, pace.Expunge);
            pace.Job = Seconds(Job, pace.Job);
        }

        private static TimeSpan Seconds(double? seconds, TimeSpan otherwise) => seconds is >= 0 and <= 86400 ? TimeSpan.FromSeconds(seconds.Value) : otherwise;
    }
}
