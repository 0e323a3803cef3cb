using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CloudNetPortal.CloudStackEmulator.Tests.Recordings;

/// <summary>Compares a recorded answer with a live one: ids mapped, times and loads aside, lists by natural key.</summary>
internal sealed partial class Comparison
{
    /// <summary>Values that differ between two runs of the same server; the key itself must be there.</summary>
    private static readonly HashSet<string> Volatile = Words("""
        created completed lastpinged lastboottime disconnected jobid jobinstanceid managementserverid managementservername version hypervisorversion cpuused cpuallocated cpuallocatedpercentage
        cpuallocatedvalue cpuallocatedwithoverprovisioning cpuwithoverprovisioning memoryused memoryallocated memoryallocatedbytes memoryallocatedpercentage memorywithoverprovisioning
        networkkbsread networkkbswrite disksizeallocated disksizeused disksizetotal capacitytotal capacityused capacityallocated percentused capacity cpuloadaverage capacityiops usediops averageload
        ipaddress privateip publicip linklocalip macaddress guid uuid apikey secretkey sessionkey extensionspath networkdomain
        """);

    /// <summary>Keys that come and go with time or with earlier work.</summary>
    private static readonly HashSet<string> Optional = Words("""
        events hahost removed startdate enddate instances details storagestats usedsubnets availableips networktotal domaintotal templatetotal volumetotal secondarystoragetotal primarystoragetotal
        suitableformigration storagecapacity used allocated total parentid eventid description encryptionsupported storageaccessgroups cpuused memoryused networkkbsread networkkbswrite cpuloadaverage
        averageload disksizeused usediops lastpinged managementserverid managementservername jobinstanceid disconnected lastboottime islocalstorageactive agentstate
        """);

    private static readonly string[] Natural = ["name", "zonename", "podname", "clustername", "traffictype", "startip", "url", "hosttags", "guestvlanrange", "type", "annotation"];
    private readonly Dictionary<string, string> live = [];
    private readonly Dictionary<string, string> recorded = [];

    public List<string> Differences { get; } = [];

    public void Learn(string recordedId, string liveId)
    {
        live.TryAdd(recordedId, liveId);
        recorded.TryAdd(liveId, recordedId);
    }

    public string Substitute(string text) => Uuid().Replace(text, m => live.GetValueOrDefault(m.Value, m.Value));

    /// <summary>A client-made id: a fresh one for every run, the same one where the recording repeats it.</summary>
    public string Fresh(string recordedId)
    {
        if (!live.TryGetValue(recordedId, out var id))
            live[recordedId] = id = Guid.NewGuid().ToString();
        return id;
    }

    public void Exchange(JsonObject exchange, int status, string envelope, JsonObject body)
    {
        Differences.Clear();
        var was = exchange["json"]!.AsObject().First();
        if (exchange["status"]!.GetValue<int>() != status)
        {
            Differences.Add($"status {status}, recorded {exchange["status"]}: {body.ToJsonString()}");
            return;
        }
        if (was.Key != envelope)
            Differences.Add($"envelope {envelope}, recorded {was.Key}");
        if (was.Value is JsonObject refusal && refusal.ContainsKey("errorcode"))
            Texts(refusal, body, "errorcode", "cserrorcode", "errortext");
        else
            Same(was.Value, body, "");
    }

    public void Job(JsonObject was, JsonObject now)
    {
        if (was["jobstatus"]!.ToString() != now["jobstatus"]!.ToString())
            Differences.Add($"job ended with {now["jobstatus"]}, recorded {was["jobstatus"]}: {now["jobresult"]}");
        else if (was["jobstatus"]!.ToString() == "2")
            Texts(was["jobresult"] as JsonObject ?? [], now["jobresult"] as JsonObject ?? [], "errorcode", "errortext");
        else
            Same(was["jobresult"], now["jobresult"], "job");
    }

    private void Texts(JsonObject was, JsonObject now, params string[] keys)
    {
        foreach (var key in keys)
        {
            if (Plain(was[key]) != Plain(now[key]))
                Differences.Add($"{key}: '{Plain(now[key])}', recorded '{Plain(was[key])}'");
        }
    }

    private void Same(JsonNode? was, JsonNode? now, string path)
    {
        if (was is JsonObject a && now is JsonObject b)
            Objects(a, b, path);
        else if (was is JsonArray x && now is JsonArray y)
            Lists(x, y, path);
        else if (was?.GetValueKind() != now?.GetValueKind() && !(IsFlag(was) && IsFlag(now)))
            Differences.Add($"{path}: {now?.ToJsonString()}, recorded {was?.ToJsonString()}");
        else if (was is not null && Uuid().IsMatch(was.ToString()) && was.ToString().Length == 36 && now!.ToString().Length == 36)
            SameId(was.ToString(), now.ToString(), path);
        else if (!(path.EndsWith("id", StringComparison.Ordinal) && long.TryParse(was?.ToString(), out _)) && Plain(was) != Plain(now))
            Differences.Add($"{path}: '{now}', recorded '{was}'");
    }

    private void Objects(JsonObject was, JsonObject now, string path)
    {
        foreach (var key in was.Select(m => m.Key).Union(now.Select(m => m.Key)))
        {
            if (Optional.Contains(key) || (key is "state" or "resourcestate" && Moving().IsMatch(path)))
                continue;
            if (!now.ContainsKey(key))
                Differences.Add($"{path}.{key}: absent, recorded {was[key]}");
            else if (!was.ContainsKey(key))
                Differences.Add($"{path}.{key}: not recorded, got {now[key]}");
            else if (!Volatile.Contains(key))
                Same(was[key], now[key], $"{path}.{key}");
        }
    }

    private void Lists(JsonArray was, JsonArray now, string path)
    {
        if (was.Count != now.Count)
            Differences.Add($"{path}: {now.Count} entries, recorded {was.Count}");
        var rest = now.ToList();
        var others = new List<JsonNode?>();
        foreach (var entry in was)
        {
            var twin = entry is JsonObject o && live.TryGetValue(o["id"]?.ToString() ?? "", out var id) ? rest.Find(r => r is JsonObject l && l["id"]?.ToString() == id) : null;
            if (twin is null)
            {
                others.Add(entry);
                continue;
            }
            rest.Remove(twin);
            Same(entry, twin, path + "[]");
        }
        foreach (var (entry, twin) in others.OrderBy(NaturalKey, StringComparer.Ordinal).Zip(rest.OrderBy(NaturalKey, StringComparer.Ordinal)))
            Same(entry, twin, path + "[]");
    }

    private void SameId(string was, string now, string path)
    {
        Learn(was, now);
        if (live[was] != now || recorded[now] != was)
            Differences.Add($"{path}: another object than before");
    }

    private static string NaturalKey(JsonNode? entry) => entry is JsonObject o ? string.Join('\u0001', Natural.Select(n => Plain(o[n]))) : Plain(entry);

    private static bool IsFlag(JsonNode? node) => node?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False;

    /// <summary>A text without ids.</summary>
    private static string Plain(JsonNode? node)
    {
        var text = node is JsonValue number && number.TryGetValue<double>(out var value) ? value.ToString(CultureInfo.InvariantCulture) : node?.ToString() ?? "";
        text = Agent().Replace(Uuid().Replace(text, "#"), "SimulatedAgent.#");
        return ObjectNumber().Replace(IdNumber().Replace(text, "$1#"), "$1$2#").Trim();
    }

    private static HashSet<string> Words(string text) => [.. text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uuid();

    [GeneratedRegex(@"\.(host|systemvm|router|virtualmachine|storagepool|volume|maintenance)\b")]
    private static partial Regex Moving();

    [GeneratedRegex(@"SimulatedAgent\.\S+")]
    private static partial Regex Agent();

    [GeneratedRegex(@"(""?\bid""?\s*[:=]\s*""?)\d+")]
    private static partial Regex IdNumber();

    [GeneratedRegex(@"\b(cluster|Cluster|domain|pod|host|ID|pool|network|by id)(:? \[?)\d+")]
    private static partial Regex ObjectNumber();
}
