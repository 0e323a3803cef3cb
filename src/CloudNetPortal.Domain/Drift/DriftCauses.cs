using System.Globalization;
using System.Text.Json;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Domain.Drift;

/// <summary>Finds who did it and when in CloudStack's events. Not every event names its object; then only one of the right kind and time can be offered.</summary>
public static class DriftCauses
{
    // The beginnings of event types by the list of the design that the object stands in.
    private static readonly Dictionary<string, string[]> Types = new(StringComparer.Ordinal)
    {
        ["physicalNetworks"] = ["PHYSICAL.NETWORK."], ["trafficTypes"] = ["TRAFFIC.TYPE."], ["providers"] = ["SERVICE.PROVIDER.", "NETWORK.ELEMENT."], ["vlanDedications"] = ["GUEST.VLAN.RANGE.", "VLAN.IP.RANGE."],
        ["publicRanges"] = ["VLAN.IP.RANGE."], ["guestRanges"] = ["VLAN.IP.RANGE."], ["guestNetworks"] = ["NETWORK.CREATE", "NETWORK.UPDATE", "NETWORK.DELETE"], ["pods"] = ["POD."],
        ["managementRanges"] = ["MANAGEMENT.IP.RANGE."], ["storageRanges"] = ["STORAGE.IP.RANGE."], ["clusters"] = ["CLUSTER."], ["hosts"] = ["HOST.", "MAINT."], ["primaryStorages"] = ["STORAGE.POOL", "UPDATE.STORAGE.POOL", "MAINT."],
        ["secondaryStorages"] = ["IMAGE.STORE."], ["globalSettings"] = ["CONFIGURATION."], ["dedicatedTo"] = ["DEDICATE."], ["details"] = ["ZONE.", "CONFIGURATION."],
    };

    /// <summary>The items with their causes, where events tell.</summary>
    /// <param name="items">What differs.</param>
    /// <param name="events">Rows of listEvents, in any order.</param>
    /// <param name="since">Older events cannot be the cause: everything was in order then. Null when that is not known.</param>
    public static IReadOnlyList<DriftItem> Attach(IReadOnlyList<DriftItem> items, IReadOnlyList<JsonElement> events, DateTimeOffset? since)
    {
        var told = events.Where(e => FieldPath.Text(e, "state") is null or "Completed" or "Created").Select(e => (Row: e, At: AtOf(e))).Where(e => e.At is { } at && (since is null || at >= since.Value.AddSeconds(-1)))
            .OrderByDescending(e => e.At).ToArray();
        return [.. items.Select(item => item with { Cause = CauseOf(item, told) })];
    }

    private static DriftCause? CauseOf(DriftItem item, (JsonElement Row, DateTimeOffset? At)[] events)
    {
        var types = TypesOf(item.Path);
        var ofKind = events.Where(e => FieldPath.Text(e.Row, "type") is { } type && Array.Exists(types, t => type.StartsWith(t, StringComparison.Ordinal))).ToArray();
        if (item.CloudId is { } id)
        {
            var naming = events.Where(e => FieldPath.Text(e.Row, "resourceid") == id || FieldPath.Text(e.Row, "description")?.Contains(id, StringComparison.OrdinalIgnoreCase) == true).ToArray();
            // An object has events of its life besides those of its configuration.
            var own = naming.FirstOrDefault(e => Array.Exists(ofKind, k => k.Row.Equals(e.Row)));
            if (own.At is not null) return Of(own, isCertain: true);
            if (naming.Length > 0) return Of(naming[0], isCertain: true);
        }
        // An event that names another object is not this one's.
        return ofKind.Where(e => FieldPath.Text(e.Row, "resourceid") is null or "").Select(e => Of(e, isCertain: false)).FirstOrDefault();
    }

    private static string[] TypesOf(string path)
    {
        var list = path.Split('/').Reverse().FirstOrDefault(Types.ContainsKey);
        return list is null ? ["ZONE."] : Types[list];
    }

    private static DriftCause Of((JsonElement Row, DateTimeOffset? At) e, bool isCertain) => new(
        FieldPath.Text(e.Row, "username") ?? "", FieldPath.Text(e.Row, "account"), e.At!.Value, FieldPath.Text(e.Row, "type") ?? "", FieldPath.Text(e.Row, "description"), isCertain);

    private static DateTimeOffset? AtOf(JsonElement row) =>
        DateTimeOffset.TryParse(FieldPath.Text(row, "created"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
}
