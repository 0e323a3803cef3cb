using System.Text.Json;
using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Plans.Sections;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Kinds;

namespace CloudNetPortal.Domain.Snapshots.Parts;

/// <summary>Pods with their management ranges and storage ranges.</summary>
public sealed class PodsPart : SnapshotPart
{
    /// <inheritdoc/>
    public override void Observe(Observation observation)
    {
        if (!observation.Has("listPods")) return;
        var rows = observation.Rows("listPods").OrderBy(p => FieldPath.Text(p, "name"), StringComparer.Ordinal);
        foreach (var (pod, row) in observation.Pair(observation.Design.Pods, rows, PodsSection.KeyOf, r => new Pod { Id = Observation.IdFor(r) },
            (p, r) => string.Equals(p.Name, FieldPath.Text(r, "name"), StringComparison.OrdinalIgnoreCase)))
        {
            pod.Name = Observation.Take(pod.Name, row, "name") ?? "";
            observation.Expect($"pods/{pod.Id}", row, "allocationstate", "Enabled");
            if (FieldPath.Text(row, "storageaccessgroups") is { Length: > 0 } groups) observation.NotKnown($"pods/{pod.Id}", $"pod {pod.Name}", UnknownKind.NoPlace, $"Storage access groups {groups} are set.");
            if (observation.Has("listStorageNetworkIpRange")) StorageRanges(observation, pod, row);
            // The pod of an edge zone has no addresses.
            if (observation.Kind is EdgeZone) continue;
            pod.Gateway = Observation.Take(pod.Gateway, row, "gateway");
            pod.Netmask = Observation.Take(pod.Netmask, row, "netmask");
            ManagementRanges(observation, pod, row);
        }
    }

    private static void ManagementRanges(Observation observation, Pod pod, JsonElement row)
    {
        var first = pod.ManagementRanges.FirstOrDefault();
        foreach (var (range, listed) in observation.Pair(pod.ManagementRanges, Ranges(row), _ => null,
            r => new ManagementRange { Id = Observation.IdFor($"{FieldPath.Text(row, "id")} {FieldPath.Text(r, "startip")}"), ForSystemVms = Observation.Flag(r, "forsystemvms"), Vlan = Observation.Take(null, r, "vlanid", Comparison.Vlan) },
            (m, r) => m.StartIp == FieldPath.Text(r, "startip") && (string.IsNullOrEmpty(m.EndIp) ? m.StartIp : m.EndIp) == FieldPath.Text(r, "endip"),
            (m, r) => m.StartIp == FieldPath.Text(r, "startip"), (m, r) => m.EndIp == FieldPath.Text(r, "endip")))
        {
            range.EndIp = Observation.TakeEnd(range.EndIp, range.StartIp, listed);
            range.StartIp = Observation.Take(range.StartIp, listed, "startip") ?? "";
            // The first range comes with the pod, whose call knows neither.
            if (ReferenceEquals(range, first)) continue;
            range.ForSystemVms = Observation.Flag(listed, "forsystemvms");
            range.Vlan = Observation.Take(range.Vlan, listed, "vlanid", Comparison.Vlan);
        }
    }

    // Newer servers list objects; all list starts and ends.
    private static IReadOnlyList<JsonElement> Ranges(JsonElement pod)
    {
        if (pod.TryGetProperty("ipranges", out var objects) && objects.ValueKind == JsonValueKind.Array && objects.GetArrayLength() > 0) return [.. objects.EnumerateArray()];
        var (starts, ends, system) = (FieldPath.Values(pod, "startip"), FieldPath.Values(pod, "endip"), FieldPath.Values(pod, "forsystemvms"));
        return [.. starts.Select((s, i) => JsonSerializer.SerializeToElement(new JsonObject { ["startip"] = s, ["endip"] = ends.ElementAtOrDefault(i) ?? s, ["forsystemvms"] = system.ElementAtOrDefault(i) ?? "0" }))];
    }

    private static void StorageRanges(Observation observation, Pod pod, JsonElement row)
    {
        var key = PodsSection.KeyOf(pod);
        var rows = observation.Rows("listStorageNetworkIpRange").Where(r => FieldPath.Text(r, "podid") == FieldPath.Text(row, "id")).OrderBy(r => FieldPath.Text(r, "startip"), StringComparer.Ordinal);
        foreach (var (range, listed) in observation.Pair(pod.StorageRanges, rows, r => $"{key}/storage/{r.Id}", r => new StorageRange { Id = Observation.IdFor(r) },
            (s, r) => s.StartIp == FieldPath.Text(r, "startip") && (string.IsNullOrEmpty(s.EndIp) ? s.StartIp : s.EndIp) == FieldPath.Text(r, "endip"),
            (s, r) => s.StartIp == FieldPath.Text(r, "startip"), (s, r) => s.Gateway == FieldPath.Text(r, "gateway")))
        {
            range.EndIp = Observation.TakeEnd(range.EndIp, range.StartIp, listed);
            range.StartIp = Observation.Take(range.StartIp, listed, "startip") ?? "";
            range.Gateway = Observation.Take(range.Gateway, listed, "gateway") ?? "";
            range.Netmask = Observation.Take(range.Netmask, listed, "netmask") ?? "";
            range.Vlan = Observation.Take(range.Vlan, listed, "vlan", Comparison.Vlan);
        }
    }
}
