using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Hypervisors;
using CloudNetPortal.Domain.Zones.Kinds;
using CloudNetPortal.Domain.Zones.TrafficTypes;

namespace CloudNetPortal.Import.Zones;

/// <summary>
/// Gives a design written by hand what an exported one always has: version, ids, the providers of its kind, and the form of each value (a VLAN typed as a number is the text it means).
/// What an export holds stays as it is. docs/zone-file.md says what may be left out.
/// </summary>
internal sealed class HandWrittenDesign
{
    private static readonly Dictionary<string, string> ShortNames = new(StringComparer.Ordinal)
    {
        ["physicalNetworks"] = "net", ["trafficTypes"] = "traffic", ["publicRanges"] = "public", ["guestNetworks"] = "guest", ["managementRanges"] = "management", ["storageRanges"] = "storage",
        ["primaryStorages"] = "primary", ["secondaryStorages"] = "secondary", ["stagingStores"] = "staging", ["globalSettings"] = "setting", ["vlanDedications"] = "dedication", ["guestRanges"] = "guests",
    };

    private readonly DesignText _text;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _filled = [];

    private HandWrittenDesign(DesignText text) => _text = text;

    /// <summary>Completes the tree; what came in that a person might have meant otherwise is returned as a sentence.</summary>
    public static string? Complete(DesignText text)
    {
        if (text.Root is not JsonObject root)
            return null;
        var work = new HandWrittenDesign(text);
        work.CollectIds(root);
        if (!root.ContainsKey("schemaVersion"))
            root["schemaVersion"] = ZoneDesign.CurrentSchemaVersion;
        work.Object(root, typeof(ZoneDesign), "");
        work.Defaults(root);
        return work._filled.Count > 0 ? $"Left out in the file and filled in: {string.Join("; ", work._filled)}." : null;
    }

    private void CollectIds(JsonNode? node)
    {
        if (node is JsonObject o)
        {
            if (o["id"] is JsonValue id && id.TryGetValue<string>(out var text))
                _ids.Add(text);
            foreach (var (_, value) in o)
                CollectIds(value);
        }
        else if (node is JsonArray items)
            foreach (var item in items)
                CollectIds(item);
    }

    private void Object(JsonObject node, Type type, string name)
    {
        var properties = type.GetProperties().Where(p => p.CanWrite).ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name), StringComparer.Ordinal);
        if (typeof(DesignObject).IsAssignableFrom(type) && !node.ContainsKey("id"))
            node["id"] = Id(name.Length == 0 ? "zone" : name);
        var own = name.Length == 0 ? "" : (string?)(node["id"] as JsonValue) ?? name;
        foreach (var (key, value) in node.ToList())
            if (value is null)
                node.Remove(key); // “pods:” with nothing behind it means none
            else if (properties.TryGetValue(key, out var property))
                Value(value, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, own.Length == 0 ? Short(key) : $"{own}.{Short(key)}", key, type);
    }

    private void Value(JsonNode value, Type wanted, string name, string key, Type owner)
    {
        if (value is JsonValue scalar && Meant(scalar, wanted, key, owner) is { } better)
            _text.Replace(value, better);
        else if (value is JsonValue && wanted == typeof(List<string>))
            _text.Replace(value, new JsonArray(value.DeepClone()));
        else if (value is JsonObject labels && wanted == typeof(SortedDictionary<string, string>))
            Labels(labels);
        else if (value is JsonArray items && wanted.IsGenericType && wanted.GetGenericArguments() is [var item])
            for (var i = 0; i < items.Count; i++)
            {
                if (items[i] is { } one)
                    Value(one, item, $"{name}{i + 1}", key, owner);
            }
        else if (value is JsonObject o && wanted.IsClass)
            Object(o, wanted, name);
    }

    // The value in the form the design wants, or null when it has it already or cannot have it.
    private JsonValue? Meant(JsonValue value, Type wanted, string key, Type owner)
    {
        var kind = value.GetValueKind();
        if (wanted == typeof(string) && kind == JsonValueKind.Number)
            return JsonValue.Create(value.ToJsonString());
        if (kind != JsonValueKind.String)
            return null;
        var text = value.GetValue<string>();
        if (wanted == typeof(string) && Canonical(text, key, owner) is { } canonical && canonical != text)
            return JsonValue.Create(canonical);
        if (!_text.IsYaml)
            return null;
        if (wanted == typeof(bool) && text.ToLowerInvariant() is "true" or "yes" or "on" or "false" or "no" or "off")
            return JsonValue.Create(text.ToLowerInvariant() is "true" or "yes" or "on");
        return wanted == typeof(int) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null;
    }

    private static string? Canonical(string text, string key, Type owner) => key switch
    {
        "kind" when owner == typeof(ZoneDesign) => ZoneKind.Find(text)?.Key,
        "type" when owner == typeof(TrafficType) => TrafficKind.Find(text)?.Key,
        _ => null,
    };

    private void Labels(JsonObject labels)
    {
        foreach (var (key, value) in labels.ToList())
            if (value is null)
                labels.Remove(key);
            else
            {
                if (value is JsonValue number && number.GetValueKind() == JsonValueKind.Number)
                    _text.Replace(value, JsonValue.Create(number.ToJsonString()));
                if (Hypervisor.Find(key)?.Key is { } known && known != key && !labels.ContainsKey(known))
                {
                    var label = labels[key];
                    labels.Remove(key);
                    labels[known] = label;
                }
            }
    }

    // Left out is not the same as empty: an export writes empty lists.
    private void Defaults(JsonObject root)
    {
        if (ZoneKind.Find((string?)(root["kind"] as JsonValue) ?? "Advanced") is not { } kind)
            return;
        foreach (var network in (root["physicalNetworks"] as JsonArray ?? []).OfType<JsonObject>().Where(n => !n.ContainsKey("providers") && CarriesGuest(n)))
        {
            var id = network["id"]?.ToString();
            network["providers"] = new JsonArray([.. kind.Providers.Select((p, i) => new JsonObject { ["name"] = p, ["enabled"] = true, ["id"] = Id($"{id}.provider{i + 1}") })]);
            _filled.Add($"providers {string.Join(", ", kind.Providers)} of physical network {network["name"] ?? id}");
        }
        if (kind is BasicZone && !root.ContainsKey("guestNetworks"))
        {
            root["guestNetworks"] = new JsonArray(new JsonObject { ["name"] = "guest", ["offering"] = "DefaultSharedNetworkOfferingWithSGService", ["id"] = Id("guest1") });
            _filled.Add("the guest network of the basic zone, with DefaultSharedNetworkOfferingWithSGService");
        }
    }

    private static bool CarriesGuest(JsonObject network) => (network["trafficTypes"] as JsonArray ?? []).OfType<JsonObject>().Any(t => t["type"]?.ToString() == "Guest");

    private static string Short(string key) => ShortNames.GetValueOrDefault(key) ?? key.TrimEnd('s');

    private string Id(string wanted)
    {
        wanted = wanted.Length <= 60 ? wanted : DesignId.New();
        while (!_ids.Add(wanted))
            wanted += "x";
        return wanted;
    }
}
