using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>The newest first.</summary>
internal sealed class ListAlerts : ListCommand<Alert>
{
    protected override IEnumerable<Alert> Rows(Call call) => call.Cloud.Alerts.Present
        .Where(a => Same(call.Row<Alert>("id")?.Id, a.Id) && Same(call.Filled("type"), a.Type.ToString()) && Same(call.Filled("name"), a.Name) && Like(call.Filled("keyword"), a.Description)).Reverse();

    protected override JsonNode Show(Call call, Alert row) =>
        Json.Of(("id", row.Id), ("type", row.Type), ("name", row.Name), ("description", row.Description), ("sent", ServerFacts.Date(row.Created)));
}
