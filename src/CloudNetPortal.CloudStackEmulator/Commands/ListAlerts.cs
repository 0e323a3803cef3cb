using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>The only thing this cloud raises an alert for is a system VM that came up.</summary>
internal sealed class ListAlerts : ListCommand<SystemVm>
{
    protected override IEnumerable<SystemVm> Rows(Call call) => call.Cloud.SystemVms.Rows.AsEnumerable().Reverse()
        .Where(v => Same(call.Filled("type"), v.ConsoleProxy ? "10" : "19"));

    protected override JsonNode Show(Call call, SystemVm row)
    {
        var zone = call.Cloud.Zones.Find(row.ZoneId)?.Name;
        return Json.Of(("id", row.Id), ("type", row.ConsoleProxy ? 10 : 19), ("name", row.ConsoleProxy ? "ALERT.SERVICE.CONSOLEPROXY" : "ALERT.SERVICE.SSVM"),
            ("description", row.ConsoleProxy ? $"Console proxy up in zone [{zone}], proxy [{row.Name}]." : $"Secondary Storage Vm is up in zone [{zone}], secStorageVm [{row.Name}]."),
            ("sent", ServerFacts.Date(row.Created)));
    }
}
