using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Web.Features.Approvals;

/// <summary>Paths of a design in words: names of objects instead of their ids.</summary>
public sealed class PathNames(params ZoneDesign[] designs)
{
    private readonly List<DesignTree> _trees = [.. designs.Select(d => new DesignTree(DesignJson.ToTree(d)))];

    /// <summary>“physical networks / guest-a / traffic types / Guest / labels / KVM”.</summary>
    public string Of(string path)
    {
        var segments = path.Split('/');
        var words = new List<string>();
        for (var i = 0; i < segments.Length; i++)
            words.Add(NameOf(string.Join('/', segments[..(i + 1)])) ?? Spaced(segments[i]));
        return string.Join(" / ", words);
    }

    private string? NameOf(string path) => _trees.Select(t => t.Get(path)).OfType<JsonObject>().Where(o => o.ContainsKey("id"))
        .Select(o => Text(o, "name") ?? Text(o, "device") ?? Text(o, "type") ?? Text(o, "startIp") ?? Text(o, "vlans") ?? Text(o, "url")).FirstOrDefault(n => n is not null);

    private static string? Text(JsonObject thing, string property) => thing[property] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;

    private static string Spaced(string camel) => string.Concat(camel.Select((c, i) => char.IsUpper(c) && i > 0 && char.IsLower(camel[i - 1]) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));
}
