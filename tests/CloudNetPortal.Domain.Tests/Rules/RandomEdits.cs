using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Tests.Rules;

/// <summary>Edits nobody would make on purpose, each decided by one number: any field, any object, the catalogue, and what lies around a design.</summary>
internal sealed class RandomEdits(ALab lab)
{
    private static readonly string[] Texts =
    [
        "", " ", "x", "cloudbr0", "cloudbr1", "cloudbr2", "cloudbr9", "bond0", "100", "200", "300", "505", "untagged", "500-519", "510-530,600-610", "1-4094", "VLAN", "VXLAN", "GRE",
        "Basic", "Advanced", "AdvancedSecurityGroups", "Edge", "KVM", "VMware", "XenServer", "Guest", "Management", "Public", "Storage", "10.20.100.120", "10.20.100.1", "10.20.200.120",
        "255.255.255.0", "255.255.0.0", "192.0.2.1", "nfs://10.20.200.5/secondary", "kvm1", "kvm2", "vSwitch0,100", "dvSwitch1,,vmwaredvs",
    ];

    private readonly RandomCatalogueEdits _catalogue = new(lab);
    private CatalogueSnapshot? _snapshot;

    /// <summary>Applies one edit and hands out what is to be judged now.</summary>
    public RuleInput Next(int number)
    {
        var (kind, rest) = (number % 10, number / 10);
        switch (kind)
        {
            case < 4:
                Edit(rest);
                break;
            case < 8:
                _catalogue.Apply(rest);
                _snapshot = _catalogue.Snapshot;
                break;
            case 8 when rest % 3 == 0:
                lab.Pack = rest % 2 == 0 ? PolicyPack.Lab : PolicyPack.Production;
                break;
            case 8 when rest % 3 == 1:
                lab.Cloud = rest % 2 == 0 ? null : new CloudFacts(ALab.Now.AddMinutes(-(rest % 100)), ["other"], [], ["offering"]);
                break;
            default:
                var other = DesignJson.Read(DesignJson.ToTree(lab.Design));
                (other.Id, other.Name) = ("other", "other");
                if (lab.OtherZones.Count == 0 || rest % 2 == 0)
                    lab.OtherZones.Add(other);
                else
                    lab.OtherZones.Clear();
                break;
        }
        return new RuleInput(lab.Design, _snapshot ??= _catalogue.Snapshot, lab.Pack, ALab.Now.AddMinutes(rest % 50)) { Cloud = lab.Cloud, OtherZones = [.. lab.OtherZones] };
    }

    private void Edit(int number)
    {
        var tree = DesignJson.ToTree(lab.Design);
        var places = Places(tree).ToList();
        var (holder, key) = places[number % places.Count];
        number /= places.Count;
        switch (holder)
        {
            case JsonObject members when members[key] is JsonValue value:
                members[key] = value.GetValueKind() switch
                {
                    System.Text.Json.JsonValueKind.True => false,
                    System.Text.Json.JsonValueKind.False => true,
                    System.Text.Json.JsonValueKind.String => Texts[number % Texts.Length],
                    _ => value.DeepClone(),
                };
                break;
            case JsonArray items when int.Parse(key, System.Globalization.CultureInfo.InvariantCulture) is var at && items[at] is JsonObject item:
                if (number % 2 == 0)
                    items.RemoveAt(at);
                else
                    items.Add(Copy(item, $"{number}"));
                break;
            case JsonArray texts:
                texts[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)] = Texts[number % Texts.Length];
                break;
        }
        lab.Design = DesignJson.Read(tree);
    }

    // Every field and every object that an edit may concern; ids and the version of the shape are not for people.
    private static IEnumerable<(JsonNode Holder, string Key)> Places(JsonNode node) => node switch
    {
        JsonObject members => members.ToList().SelectMany(m => m.Value switch
        {
            JsonValue when m.Key is "id" or "schemaVersion" => [],
            JsonValue => [(members, m.Key)],
            null => [],
            _ => Places(m.Value),
        }),
        JsonArray items => items.Index().SelectMany(i => Places(i.Item!).Prepend((items, $"{i.Index}"))),
        _ => [],
    };

    private static JsonNode Copy(JsonNode item, string mark)
    {
        var copy = item.DeepClone();
        foreach (var part in All(copy))
            if (part["id"] is JsonValue id)
                part["id"] = $"{id}-{mark}";
        return copy;

        static IEnumerable<JsonObject> All(JsonNode? node) => node switch
        {
            JsonObject o => o.Select(m => m.Value).SelectMany(All).Prepend(o).ToList(),
            JsonArray a => a.SelectMany(All).ToList(),
            _ => [],
        };
    }
}
