using System.Text.Json.Nodes;

namespace CloudNetPortal.Domain.Zones.Documents;

/// <summary>Field by field, what makes one design into another: the edits whose application to the first gives the second.</summary>
public static class DesignDifference
{
    /// <summary>The edits, in document order. Objects are matched by id; lists of plain values are compared whole.</summary>
    public static IReadOnlyList<FieldEdit> Between(ZoneDesign from, ZoneDesign to)
    {
        var edits = new List<FieldEdit>();
        Compare("", DesignJson.ToTree(from), DesignJson.ToTree(to), edits);
        return edits;
    }

    private static void Compare(string path, JsonNode? from, JsonNode? to, List<FieldEdit> edits)
    {
        if (JsonNode.DeepEquals(from, to))
            return;
        switch (from, to)
        {
            case (JsonObject a, JsonObject b):
                foreach (var name in a.Select(m => m.Key).Union(b.Select(m => m.Key)))
                    Compare(Join(path, name), a[name], b[name], edits);
                break;
            case (JsonArray a, JsonArray b) when a.Concat(b).All(i => i is JsonObject o && o.ContainsKey("id")):
                var before = a.ToDictionary(Id, i => i);
                var after = b.ToDictionary(Id, i => i);
                foreach (var id in before.Keys.Union(after.Keys))
                    Compare(Join(path, id), before.GetValueOrDefault(id), after.GetValueOrDefault(id), edits);
                break;
            default:
                edits.Add(new FieldEdit(path, from?.DeepClone(), to?.DeepClone()));
                break;
        }
    }

    private static string Id(JsonNode? node) => (string)node!["id"]!;
    private static string Join(string path, string segment) => path.Length == 0 ? segment : $"{path}/{segment}";
}
