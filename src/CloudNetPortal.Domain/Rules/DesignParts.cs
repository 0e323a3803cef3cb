using System.Text;
using System.Text.Json;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Rules;

/// <summary>
/// A design taken apart into what rules read, each part as text, so that two designs tell which parts differ however they came into memory. A property
/// that is not named here belongs to the part around it: a new field is never overlooked.
/// </summary>
internal sealed class DesignParts
{
    private static readonly Dictionary<string, Reads> Named = new(StringComparer.Ordinal)
    {
        ["kind"] = Reads.Kind,
        ["physicalNetworks"] = Reads.Networks, ["guestVlans"] = Reads.GuestVlans, ["vlanDedications"] = Reads.GuestVlans,
        ["labels"] = Reads.Labels, ["notServedBy"] = Reads.Labels, ["vlanBridgeMeansParent"] = Reads.Labels,
        ["publicRanges"] = Reads.PublicRanges, ["guestNetworks"] = Reads.GuestNetworks,
        ["pods"] = Reads.Pods, ["managementRanges"] = Reads.ManagementRanges, ["storageRanges"] = Reads.StorageRanges, ["guestRanges"] = Reads.PodGuestRanges,
        ["clusters"] = Reads.Clusters, ["hosts"] = Reads.Hosts,
        ["primaryStorages"] = Reads.Storage, ["secondaryStorages"] = Reads.Storage, ["stagingStores"] = Reads.Storage,
    };

    private static readonly JsonSerializerOptions Compact = new(DesignJson.Options) { WriteIndented = false };

    private readonly Dictionary<Reads, StringBuilder> _texts = [];

    /// <summary>Takes a design apart.</summary>
    public DesignParts(ZoneDesign design)
    {
        using var document = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(design, Compact));
        Walk(document.RootElement, Reads.Zone, "");
    }

    /// <summary>Parts that differ.</summary>
    public Reads Changed(DesignParts before)
    {
        var changed = Reads.None;
        foreach (var part in _texts.Keys.Union(before._texts.Keys))
            if (!_texts.TryGetValue(part, out var now) || !before._texts.TryGetValue(part, out var then) || !now.Equals(then))
                changed |= part;
        return changed;
    }

    private void Walk(JsonElement element, Reads part, string path)
    {
        var text = _texts.TryGetValue(part, out var known) ? known : _texts[part] = new StringBuilder();
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                if (element.TryGetProperty("id", out var id))
                    path = $"{path}/{id.GetString()}";
                text.Append('{');
                foreach (var property in element.EnumerateObject())
                {
                    var target = Named.GetValueOrDefault(property.Name, part);
                    if (target == part)
                        text.Append(property.Name).Append(':');
                    else
                        (_texts.TryGetValue(target, out var other) ? other : _texts[target] = new StringBuilder()).Append(path).Append('/').Append(property.Name).Append('=');
                    Walk(property.Value, target, path);
                }
                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var item in element.EnumerateArray())
                    Walk(item, part, path);
                text.Append(']');
                break;
            default:
                text.Append(element.GetRawText()).Append(',');
                break;
        }
    }
}
