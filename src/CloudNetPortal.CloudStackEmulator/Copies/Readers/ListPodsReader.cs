using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Copies.Readers;

internal sealed class ListPodsReader : ListReader
{
    public override int Order => 20;

    public override CloudObject Read(CloudState cloud, ListedRow row)
    {
        var zoneId = row.Of(cloud.Zones, "zoneid");
        var edge = cloud.Zones.Find(zoneId) is { Edge: true };
        return Put(cloud.Pods, row, new Pod
        {
            ZoneId = zoneId, Name = row.Need("name"), Gateway = edge ? null : row.Text("gateway"), Netmask = edge ? null : row.Text("netmask"), Enabled = row.Enabled("allocationstate"),
            Ranges = edge ? null : Ranges(row),
        });
    }

    /// <summary>Newer servers list the ranges as objects, older ones as four lists side by side.</summary>
    private static List<ManagementRange> Ranges(ListedRow row)
    {
        if (row.Json["ipranges"] is JsonArray)
            return [.. row.Rows("ipranges").Select(r => new ManagementRange(Of(r, "startip"), Of(r, "endip"), Of(r, "forsystemvms") is "1" or "true", Vlan(Of(r, "vlanid"))))];
        List<string> starts = Texts(row, "startip"), ends = Texts(row, "endip"), bits = Texts(row, "forsystemvms"), vlans = Texts(row, "vlanid");
        return [.. starts.Select((start, i) => new ManagementRange(start, ends.ElementAtOrDefault(i) ?? start, bits.ElementAtOrDefault(i) is "1" or "true", Vlan(vlans.ElementAtOrDefault(i) ?? "")))];
    }

    private static string Of(JsonObject range, string name) => range[name]?.ToString() ?? "";

    private static string Vlan(string text) => text.Length == 0 ? "vlan://untagged" : text;

    private static List<string> Texts(ListedRow row, string name) => [.. (row.Json[name] as JsonArray ?? []).Select(v => v?.ToString() ?? "")];
}
