using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Answers;

internal static class PodAnswer
{
    public static JsonObject Of(CloudState cloud, Pod pod, bool capacities = false)
    {
        var ranges = pod.Ranges ?? [];
        return Json.Of(
            ("id", pod.Id), ("name", pod.Name), ("zoneid", pod.ZoneId), ("zonename", cloud.Zones.Find(pod.ZoneId)?.Name), ("gateway", pod.Gateway ?? ""),
            ("netmask", pod.Netmask ?? "0.0.0.0"), // a pod of an edge zone has neither
            ("ipranges", new JsonArray([.. ranges.Select(r => (JsonNode?)Json.Of(("startip", r.Start), ("endip", r.End), ("forsystemvms", Bit(r)), ("vlanid", r.Vlan)))])),
            ("startip", Json.List(ranges.Select(r => r.Start))), ("endip", Json.List(ranges.Select(r => r.End))),
            ("forsystemvms", Json.List(ranges.Select(Bit))), ("vlanid", Json.List(ranges.Select(r => r.Vlan))),
            ("allocationstate", ZoneAnswer.State(pod.Enabled)),
            ("capacity", capacities ? new JsonArray(Json.Of(("type", 2), ("name", "STORAGE"), ("capacityused", 0), ("capacitytotal", 0), ("percentused", "0"))) : null),
            ("hasannotations", cloud.HasAnnotations(pod)));
    }

    private static string Bit(ManagementRange range) => range.ForSystemVms ? "1" : "0";
}
