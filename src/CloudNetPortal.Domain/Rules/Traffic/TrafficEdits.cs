using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Rules.Traffic;

/// <summary>The edit that gives a physical network one more traffic type.</summary>
internal static class TrafficEdits
{
    /// <summary>Ids follow from the place, so that equal input gives equal findings.</summary>
    public static Fix Add(PhysicalNetwork network, string type, IEnumerable<KeyValuePair<string, string>> labels)
    {
        var id = $"{network.Id}-{type.ToLowerInvariant()}";
        var value = new JsonObject { ["id"] = id, ["type"] = type, ["labels"] = new JsonObject(labels.Select(l => KeyValuePair.Create(l.Key, (JsonNode?)l.Value))), ["notServedBy"] = new JsonArray() };
        return new Fix($"Add {type} to {network.Name}", [new FieldEdit(DesignPath.Of(network) + $"/trafficTypes/{id}", null, value)]);
    }
}
