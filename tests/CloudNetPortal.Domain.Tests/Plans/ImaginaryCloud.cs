using System.Text.Json;
using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Plans.Objects;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Domain.Tests.Plans;

/// <summary>A cloud that does whatever it is told, as rows: enough to ask what a plan looks like after another was carried out.</summary>
internal sealed class ImaginaryCloud
{
    private readonly Dictionary<string, List<JsonObject>> _lists = CloudObject.All.Select(k => k.List)
        .Concat(["listVirtualRouterElements", "listInternalLoadBalancerElements", "listOvsElements", "listDomains", "listNetworkOfferings", "listConfigurations", "listSystemVms"]).Distinct().ToDictionary(l => l, _ => new List<JsonObject>());
    private int _number;

    public ImaginaryCloud()
    {
        Add("listDomains", ("path", "ROOT"), ("name", "ROOT"));
        Add("listNetworkOfferings", ("name", "DefaultSharedNetworkOfferingWithSGService"));
        Add("listConfigurations", ("name", "expunge.interval"), ("value", "86400"));
    }

    public Dictionary<string, string> Ids { get; } = [];

    public HashSet<string> Owned { get; } = [];

    public List<JsonObject> Rows(string list) => _lists[list];

    public JsonObject Row(string list, string field, string value) => _lists[list].Single(r => (string?)r[field] == value);

    public ZoneSnapshot Snapshot() => new((string?)_lists["listZones"].FirstOrDefault()?["id"], DateTimeOffset.UnixEpoch,
        _lists.ToDictionary(l => l.Key, l => (IReadOnlyList<JsonElement>)[.. l.Value.Select(r => JsonSerializer.SerializeToElement(r))]));

    public PlanInputs Inputs(PlanOptions? options = null) => new() { Snapshot = Snapshot(), KnownIds = Ids, Owned = Owned, Options = options ?? new PlanOptions() };

    public JsonObject Add(string list, params (string Name, string Value)[] fields)
    {
        var row = new JsonObject { ["id"] = $"id-{++_number}" };
        foreach (var (name, value) in fields)
            row[name] = value;
        _lists[list].Add(row);
        return row;
    }

    /// <summary>Carries a plan out.</summary>
    public ImaginaryCloud Push(Plan plan)
    {
        foreach (var step in plan.Steps)
            Push(step);
        return this;
    }

    private void Push(PlanStep step)
    {
        var kind = CloudObject.Find(step.Command);
        switch (step)
        {
            case { Action: PlanAction.Wait }:
                return;
            case { Action: PlanAction.Remove }:
                Remove(Resolve(step.Lookup!.Match.Single()));
                return;
            case { OnlyFinds: true } or { Action: PlanAction.Keep }:
                Ids[step.Key] = (string?)Find(step.Lookup!.Command, step.Lookup.Match, step.Lookup.Arguments)?["id"] ?? throw new InvalidOperationException($"{step.Key} finds nothing.");
                return;
            case { Command: "createManagementNetworkIpRange" }:
                AddRange(Row("listPods", "id", Resolve(step.Arguments[0])), Text(step, "startip")!, Text(step, "endip"), Text(step, "forsystemvms") == "true");
                return;
            case { Command: "updatePodManagementNetworkIpRange" }:
                var ranges = Row("listPods", "id", Resolve(step.Arguments[0]))["ipranges"]!.AsArray();
                var range = ranges.Single(r => (string?)r!["startip"] == Text(step, "currentstartip"))!;
                (range["startip"], range["endip"]) = (Text(step, "newstartip"), Text(step, "newendip"));
                return;
            case { Action: PlanAction.Create } when kind is not null:
                Create(step, kind);
                return;
        }
        if (step.ReadBack is not { } back || Find(back.Command, back.Match, back.Arguments) is not { } there)
            return;
        foreach (var expected in back.Expect)
            Set(there, expected.Field, expected.As == Comparison.Absent ? null : Resolve(expected.Value));
        if (step.Lookup is { } lookup && Find(lookup.Command, lookup.Match, lookup.Arguments) is { } changed)
            Ids[step.Key] = (string)changed["id"]!;
    }

    private void Create(PlanStep step, CloudObject kind)
    {
        var row = Add(kind.List);
        Ids[step.Key] = (string)row["id"]!;
        Owned.Add((string)row["id"]!);
        foreach (var argument in step.Arguments.Where(a => a.Secret is null && !a.Name.StartsWith("details[", StringComparison.Ordinal)))
            row[kind.Fields.FirstOrDefault(f => f.Parameter == argument.Name)?.Name ?? (argument.Name == "vlanrange" ? "guestvlanrange" : argument.Name)] = Resolve(argument);
        foreach (var expected in step.ReadBack?.Expect ?? [])
            if (expected.Value.Secret is null)
                Set(row, expected.Field, Resolve(expected.Value));
        row["zoneid"] ??= (string?)_lists["listZones"].First()["id"];
        switch (kind)
        {
            case ZoneObject:
                row["allocationstate"] = "Disabled";
                row.Remove("zoneid");
                break;
            case PodObject:
                row.Remove("startip");
                row.Remove("endip");
                row["ipranges"] = new JsonArray();
                if (Text(step, "startip") is { } start)
                    AddRange(row, start, Text(step, "endip"), false);
                break;
            case PhysicalNetworkObject:
                row["state"] = "Disabled";
                foreach (var name in ProviderObject.MadeWithTheNetwork)
                {
                    var provider = Add("listNetworkServiceProviders", ("name", name), ("physicalnetworkid", (string)row["id"]!), ("state", name == "ConfigDrive" ? "Enabled" : "Disabled"));
                    Add(name == "InternalLbVm" ? "listInternalLoadBalancerElements" : "listVirtualRouterElements", ("nspid", (string)provider["id"]!), ("enabled", "false"));
                }
                break;
            case HostObject:
                (row["type"], row["state"], row["resourcestate"]) = ("Routing", "Up", "Enabled");
                break;
        }
    }

    private static void AddRange(JsonObject pod, string start, string? end, bool forSystemVms) =>
        pod["ipranges"]!.AsArray().Add((JsonNode)new JsonObject { ["startip"] = start, ["endip"] = end ?? start, ["forsystemvms"] = forSystemVms ? "1" : "0", ["vlanid"] = "vlan://untagged" });

    private void Remove(string id)
    {
        foreach (var list in _lists.Values)
            list.RemoveAll(r => (string?)r["id"] == id || (string?)r["physicalnetworkid"] == id);
    }

    private JsonObject? Find(string list, IReadOnlyList<PlanArgument> match, IReadOnlyList<PlanArgument> filters) => _lists[list].SingleOrDefault(row =>
        match.All(m => FieldPath.Values(JsonSerializer.SerializeToElement(row), m.Name).Contains(Resolve(m)) || m.Name is "startip" or "endip" && row["ipranges"] is JsonArray ranges && ranges.Any(r => (string?)r![m.Name] == Resolve(m)))
        && filters.Where(f => f.Name is "physicalnetworkid" or "id" or "nspid" or "podid").All(f => (string?)row[f.Name] == Resolve(f)));

    private static void Set(JsonObject row, string field, string? value)
    {
        if (field.StartsWith("resourcedetails.", StringComparison.Ordinal))
        {
            row["resourcedetails"] ??= new JsonObject();
            row["resourcedetails"]![field["resourcedetails.".Length..]] = value;
        }
        else if (value is null)
            row.Remove(field);
        else
            row[field] = value;
    }

    private string Resolve(PlanArgument argument) => argument.Text ?? (argument.Field is null ? Ids[argument.Step!] : throw new NotSupportedException());

    private static string? Text(PlanStep step, string name) => step.Arguments.FirstOrDefault(a => a.Name == name)?.Text;
}
