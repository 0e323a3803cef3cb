using System.Text.Json;
using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Hypervisors;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Zones;

/// <summary>Compares a tree with the shape of a design, so that a file edited by hand tells all its mistakes at once with their places.</summary>
internal static class DesignShape
{
    public static IReadOnlyList<ImportProblem> Check(DesignText json, string file)
    {
        var log = new ProblemLog(file);
        if (json.Root is JsonObject root)
        {
            var ids = new Dictionary<string, string>(StringComparer.Ordinal);
            Object(root, typeof(ZoneDesign), "", json, log, ids);
        }
        else
            log.Error("No object", "The file holds no zone.", "A zone file begins with “{”, or in YAML with a line such as “name: zone1” (docs/zone-file.md).", 1, 1);
        return log.Problems;
    }

    // “traffictypes” and “start_ip” are told the name they come near; a foreign word is not.
    private static string Nearest(string name, IEnumerable<string> known)
    {
        var plain = name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        var (nearest, distance) = known.Select(k => (Name: k, Distance: NearestName.Distance(plain, k))).OrderBy(k => k.Distance).ThenBy(k => k.Name, StringComparer.Ordinal).First();
        return distance <= Math.Max(plain.Length < 3 ? 1 : 2, plain.Length / 3) ? $"; perhaps “{nearest}” is meant" : "";
    }

    private static void Object(JsonObject node, Type type, string pointer, DesignText json, ProblemLog log, Dictionary<string, string> ids)
    {
        var properties = type.GetProperties().Where(p => p.CanWrite).ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name), StringComparer.Ordinal);
        if (typeof(DesignObject).IsAssignableFrom(type) && node["id"] is JsonValue id && id.TryGetValue<string>(out var text))
        {
            if (!DesignId.IsValid(text))
                Wrong(id, $"{pointer}/id", "Wrong id", "An id is 1–64 letters, digits, hyphens, dots or underscores.", "Choose such an id.");
            else if (!ids.TryAdd(text, pointer))
                Wrong(id, $"{pointer}/id", "Id twice", $"The id also stands at {ids[text]}/id; ids must be unique in the document.", "Choose another id for one of them.");
        }
        else if (typeof(DesignObject).IsAssignableFrom(type))
            Wrong(node, pointer, "Id missing", "Every object of a design has an id.", "Add an “id” that is unique in the document.");
        foreach (var (name, value) in node)
            if (!properties.TryGetValue(name, out var property))
                Wrong(value ?? node, $"{pointer}/{name}", "Unknown property", $"“{name}” is no property here{Nearest(name, properties.Keys)}.", $"Known here: {string.Join(", ", properties.Keys.Order(StringComparer.Ordinal))}.");
            else if (value is not null)
                Value(value, property.PropertyType, $"{pointer}/{name}");

        void Value(JsonNode value, Type wanted, string place)
        {
            wanted = Nullable.GetUnderlyingType(wanted) ?? wanted;
            var kind = value.GetValueKind();
            if (wanted == typeof(string) ? kind != JsonValueKind.String : wanted == typeof(bool) ? kind is not (JsonValueKind.True or JsonValueKind.False) : wanted == typeof(int) && kind != JsonValueKind.Number)
                Wrong(value, place, "Wrong kind of value", $"{(wanted == typeof(string) ? "A text" : wanted == typeof(bool) ? "true or false" : "A number")} is expected.", "Write the value in that form.");
            else if (wanted == typeof(SortedDictionary<string, string>))
            {
                if (value is not JsonObject map || !map.All(m => m.Value?.GetValueKind() == JsonValueKind.String))
                    Wrong(value, place, "Wrong kind of value", "One text for each hypervisor is expected.", json.IsYaml ? "Write {KVM: cloudbr0}." : "Write {\"KVM\": \"cloudbr0\"}.");
                else if (place.EndsWith("/labels", StringComparison.Ordinal))
                    foreach (var (name, label) in map.Where(m => Hypervisor.Find(m.Key) is null))
                        Wrong(label!, $"{place}/{name}", "Unknown hypervisor", $"“{name}” is no hypervisor{Nearest(name, Hypervisor.All.Select(h => h.Key))}.", $"Known: {string.Join(", ", Hypervisor.All.Select(h => h.Key))}.");
            }
            else if (wanted.IsGenericType && wanted.GetGenericTypeDefinition() == typeof(List<>))
            {
                if (value is not JsonArray items)
                    Wrong(value, place, "Wrong kind of value", "A list is expected.", json.IsYaml ? "Begin each entry with “- ”." : "Put it in square brackets.");
                else
                    for (var i = 0; i < items.Count; i++)
                        if (items[i] is { } item)
                            Value(item, wanted.GetGenericArguments()[0], $"{place}/{i}");
                        else
                            Wrong(items, $"{place}/{i}", "Wrong kind of value", "A list holds no nulls.", "Remove it.");
            }
            else if (wanted.IsClass && wanted != typeof(string))
            {
                if (value is JsonObject o)
                    Object(o, wanted, place, json, log, ids);
                else
                    Wrong(value, place, "Wrong kind of value", "Names with values are expected.", json.IsYaml ? "Write one “name: value” a line, indented." : "Put them in braces.");
            }
        }

        void Wrong(JsonNode at, string place, string cause, string message, string cure)
        {
            var (line, column) = json.PlaceOf(at);
            log.Error(cause, message, cure, line, column, place, at is JsonValue v ? v.ToString() : null);
        }
    }
}
