using System.Text.Json;
using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Snapshots;

/// <summary>
/// What CloudStack listed of one zone at one moment: the answers of its list commands, row by row, unchanged. Plans, drift and the import of existing
/// zones all read this and nothing else of the cloud.
/// </summary>
/// <param name="ZoneId">Id of the zone; null when no zone of that name is there.</param>
/// <param name="ReadAt">When it was read (UTC).</param>
/// <param name="Lists">Rows by list command, such as listPods. A command that the keys may not use is absent.</param>
public sealed record ZoneSnapshot(string? ZoneId, DateTimeOffset ReadAt, IReadOnlyDictionary<string, IReadOnlyList<JsonElement>> Lists)
{
    /// <summary>Where the settings of the zone's own scope stand; <c>listConfigurations</c> holds those of the whole cloud.</summary>
    public const string ZoneSettings = "listConfigurations zone";

    // What changes without anybody changing anything: statistics, capacities, pings, the running of jobs.
    private static readonly HashSet<string> Moving = new(
        [
            "capacity", "cpuallocated", "cpuallocatedpercentage", "cpuallocatedvalue", "cpuallocatedwithoverprovisioning", "cpuloadaverage", "cpuused", "averageload", "disksizeallocated", "disksizeused", "disksizetotal",
            "lastpinged", "memoryallocated", "memoryallocatedbytes", "memoryallocatedpercentage", "memoryused", "networkkbsread", "networkkbswrite", "lastboottime", "lastannotated", "usediops", "capacityiops",
            "jobid", "jobstatus", "managementserverid", "managementservername", "events", "suitableformigration", "hahost", "forvirtualnetworkusage", "usedsubnets", "instances", "disconnected",
        ], StringComparer.Ordinal);

    /// <summary>The rows of a list command; none when it was not read.</summary>
    public IReadOnlyList<JsonElement> Rows(string command) => Lists.TryGetValue(command, out var rows) ? rows : [];

    /// <summary>SHA-256 over all rows without what moves by itself, so that an untouched zone keeps its hash.</summary>
    public string Hash()
    {
        var document = new JsonObject { ["zone"] = ZoneId };
        foreach (var (command, rows) in Lists.OrderBy(l => l.Key, StringComparer.Ordinal))
            document[command] = new JsonArray([.. rows.Select(Still).OrderBy(r => r?.ToJsonString(), StringComparer.Ordinal)]);
        return CanonicalJson.Hash(CanonicalJson.Bytes(document));
    }

    private static JsonNode? Still(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new JsonObject(value.EnumerateObject().Where(p => !Moving.Contains(p.Name)).DistinctBy(p => p.Name).Select(p => KeyValuePair.Create(p.Name, Still(p.Value)))),
        JsonValueKind.Array => new JsonArray([.. value.EnumerateArray().Select(Still)]),
        // Canonical JSON holds no fractions; statistics do.
        JsonValueKind.Number => JsonValue.Create(value.GetRawText()),
        _ => JsonNode.Parse(value.GetRawText()),
    };
}
