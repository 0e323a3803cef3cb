using System.Text.Json.Nodes;

namespace CloudNetPortal.CloudStackEmulator.Tests.Recordings;

/// <summary>Makes recorded calls again and counts the exchanges that agree.</summary>
internal sealed class Replay(RunningCloud cloud)
{
    private readonly Comparison comparison = new();

    /// <summary>Finds the built-in objects of the recording in this cloud.</summary>
    public async Task LearnAsync(Dictionary<string, string[]> fixtures)
    {
        foreach (var (recorded, where) in fixtures)
        {
            var list = await cloud.DoAsync(where[0], ("listall", "true"));
            var twin = list.Select(m => m.Value).OfType<JsonArray>().SelectMany(a => a).FirstOrDefault(o => o?[where[1]]?.ToString() == where[2]);
            if (twin is not null)
                comparison.Learn(recorded, twin["id"]!.ToString());
        }
    }

    public async Task<(int Agree, int Total, List<string> Differences)> RunAsync(Recording recording)
    {
        var differences = new List<string>();
        var agree = 0;
        foreach (var exchange in recording.Exchanges)
        {
            await OneAsync(recording, exchange);
            if (comparison.Differences.Count == 0)
                agree++;
            else
                differences.AddRange(comparison.Differences.Take(4).Select(d => $"{exchange["n"]} {Recording.Command(exchange)}: {d}"));
        }
        return (agree, recording.Exchanges.Count, differences);
    }

    private async Task OneAsync(Recording recording, JsonObject exchange)
    {
        var parameters = exchange["params"]!.AsObject().Where(p => p.Key is not ("apiKey" or "signature" or "sessionkey"))
            .ToDictionary(p => p.Key, p => p.Key == "customjobid" ? comparison.Fresh(p.Value!.ToString()) : comparison.Substitute(p.Value!.ToString()), StringComparer.Ordinal);
        var (status, envelope, body) = await cloud.SendAsync(parameters, exchange["method"]!.ToString());
        comparison.Exchange(exchange, status, envelope, body);
        var was = exchange["json"]!.AsObject().First().Value as JsonObject;
        if (body.ContainsKey("jobid") && was?["jobid"]?.ToString() is { } job)
        {
            var end = await cloud.EndOfAsync(body);
            if (recording.Ends.TryGetValue(job, out var recorded) && recorded["jobstatus"]!.ToString() != "0")
                comparison.Job(recorded, end);
        }
    }
}
