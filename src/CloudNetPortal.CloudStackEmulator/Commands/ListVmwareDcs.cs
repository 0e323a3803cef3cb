using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListVmwareDcs : ListCommand<VmwareDatacenter>
{
    public static JsonObject Of(VmwareDatacenter row) => Json.Of(("id", row.Id), ("zoneid", row.ZoneId), ("name", row.Name), ("vcenter", row.VCenter));

    protected override IEnumerable<VmwareDatacenter> Rows(Call call) => call.Cloud.VmwareDatacenters.Present.Where(d => Same(call.Row<Zone>("zoneid")?.Id, d.ZoneId));

    protected override JsonNode Show(Call call, VmwareDatacenter row) => Of(row);
}
