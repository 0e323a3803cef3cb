using System.Text.Json;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Plans.Sections;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Kinds;

namespace CloudNetPortal.Domain.Snapshots.Parts;

/// <summary>The zone itself: kind, DNS, domain, state, details, whom it is kept for.</summary>
public sealed class ZonePart : SnapshotPart
{
    private const string PortalMark = "cloudnetportal-";

    /// <inheritdoc/>
    public override void Observe(Observation observation)
    {
        var (design, row) = (observation.Design, observation.Rows("listZones")[0]);
        observation.Learn(ZoneSection.Zone, row);
        design.Kind = KindOf(row, design.Kind, observation.IsImport);
        design.Name = Observation.Take(design.Name, row, "name") ?? "";
        design.Dns1 = Observation.Take(design.Dns1, row, "dns1");
        design.Dns2 = Observation.Take(design.Dns2, row, "dns2");
        design.Ip6Dns1 = Observation.Take(design.Ip6Dns1, row, "ip6dns1", Comparison.IgnoreCase);
        design.Ip6Dns2 = Observation.Take(design.Ip6Dns2, row, "ip6dns2", Comparison.IgnoreCase);
        design.InternalDns1 = Observation.Take(design.InternalDns1, row, "internaldns1");
        design.InternalDns2 = Observation.Take(design.InternalDns2, row, "internaldns2");
        design.NetworkDomain = Observation.Take(design.NetworkDomain, row, "domain");
        // Zones without isolated networks are made without it.
        if (observation.IsImport || observation.Kind is not (BasicZone or AdvancedSecurityGroupsZone)) design.GuestCidr = Observation.Take(design.GuestCidr, row, "guestcidraddress");
        design.LocalStorageEnabled = Observation.Flag(row, "localstorageenabled");
        design.EnableZone = FieldPath.Text(row, "allocationstate") == "Enabled";
        Details(observation, row);
        Leftovers(observation, row);
    }

    private static string KindOf(JsonElement row, string expected, bool isImport)
    {
        var (type, groups, isEdge) = (FieldPath.Text(row, "networktype") ?? "Advanced", Observation.Flag(row, "securitygroupsenabled"), FieldPath.Text(row, "type") == "Edge");
        if (!isImport && ZoneKind.Find(expected) is { } kind && kind.NetworkType == type && (type == "Basic" || (kind.SecurityGroups == groups && kind.IsEdge == isEdge))) return expected;
        return ZoneKind.All.First(k => k.NetworkType == type && (type == "Basic" || (k.SecurityGroups == groups && k.IsEdge == isEdge)) || k.Key == "Advanced" && isEdge && groups).Key;
    }

    private static void Details(Observation observation, JsonElement row)
    {
        var listed = row.TryGetProperty("resourcedetails", out var map) && map.ValueKind == JsonValueKind.Object
            ? map.EnumerateObject().Where(p => !p.Name.StartsWith(PortalMark, StringComparison.Ordinal)).DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.Value.ToString())
            : [];
        var details = observation.Design.Details;
        details.RemoveAll(d => !listed.ContainsKey(d.Key));
        foreach (var (key, value) in listed.OrderBy(l => l.Key, StringComparer.Ordinal))
            if (details.Find(d => d.Key == key) is not { } detail) details.Add(new Detail { Id = Observation.IdFor($"detail {key}"), Key = key, Value = value });
            else if (detail.SecretRef is null && (detail.Value ?? "") != value) detail.Value = value;
    }

    private static void Leftovers(Observation observation, JsonElement row)
    {
        var title = $"zone {observation.Design.Name}";
        if (!observation.Has("listASNRanges") && FieldPath.Text(row, "asnrange") is { Length: > 0 } range) observation.NotKnown("", title, UnknownKind.NoPlace, $"AS numbers {range} belong to the zone.");
        if (FieldPath.Text(row, "storageaccessgroups") is { Length: > 0 } groups) observation.NotKnown("", title, UnknownKind.NoPlace, $"Storage access groups {groups} are set.");
        foreach (var annotation in observation.Rows("listAnnotations").Where(a => FieldPath.Text(a, "entityid") == observation.Snapshot.ZoneId))
            observation.NotKnown("", title, UnknownKind.NoPlace, $"A comment stands on the zone: “{FieldPath.Text(annotation, "annotation")}”.");
    }
}
