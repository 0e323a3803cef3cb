using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Snapshots;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Drift;

/// <summary>Where a zone on the cloud differs from the design that was pushed, field by field. What CloudStack adds by itself is no difference.</summary>
public static class ZoneDrift
{
    /// <summary>All differences, in document order, states last.</summary>
    /// <param name="expected">The design that was pushed.</param>
    /// <param name="snapshot">What is there.</param>
    /// <param name="known">Ids recorded by pushes or the import, by step key.</param>
    public static IReadOnlyList<DriftItem> Find(ZoneDesign expected, ZoneSnapshot snapshot, IReadOnlyDictionary<string, string>? known = null) =>
        snapshot.ZoneId is null ? [new DriftItem("", "", DriftKind.Removed, $"zone {expected.Name}", expected.Name, null, known?.GetValueOrDefault("zone"))]
        : Find(expected, ZoneObserver.Observe(snapshot, expected, known), known ?? new Dictionary<string, string>());

    /// <summary>All differences of a zone that was observed with this design in hand.</summary>
    public static IReadOnlyList<DriftItem> Find(ZoneDesign expected, ObservedZone observed, IReadOnlyDictionary<string, string> known)
    {
        var (before, after) = (new DesignTree(DesignJson.ToTree(expected)), new DesignTree(DesignJson.ToTree(observed.Design)));
        var ids = observed.Ids.Concat(known.Where(k => !observed.Ids.ContainsKey(k.Key))).GroupBy(i => i.Key.Split('/')[^1]).ToDictionary(g => g.Key, g => g.First().Value, StringComparer.Ordinal);
        return
        [
            .. DesignDifference.Between(expected, observed.Design).Select(edit => Item(edit, before, after, ids)),
            .. observed.States.Select(s => new DriftItem(s.Path, s.Field, DriftKind.State, ObjectTitle.Of(s.Path, after), s.Expected, s.Observed, s.CloudId)),
        ];
    }

    private static DriftItem Item(FieldEdit edit, DesignTree before, DesignTree after, Dictionary<string, string> ids)
    {
        var isObject = (edit.From ?? edit.To) is JsonObject o && o.ContainsKey("id");
        var owner = isObject ? edit.Path : ObjectTitle.OwnerOf(edit.Path, before.Get(edit.Path[..Math.Max(0, edit.Path.LastIndexOf('/'))]) is null ? after : before);
        var title = ObjectTitle.Of(owner, edit.To is null && isObject ? before : after);
        var id = owner.Length == 0 ? ids.GetValueOrDefault("zone") : ids.GetValueOrDefault(owner.Split('/')[^1]);
        if (isObject)
            return new DriftItem(edit.Path, "", edit.To is null ? DriftKind.Removed : DriftKind.Added, title, edit.To is null ? title : null, edit.To is null ? null : title, id) { Edit = edit };
        var field = owner.Length == 0 ? edit.Path : edit.Path[(owner.Length + 1)..];
        return new DriftItem(edit.Path, field, DriftKind.Changed, title, DriftItem.Text(edit.From), DriftItem.Text(edit.To), id) { Edit = edit };
    }
}
