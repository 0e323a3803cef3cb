using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListNetworkServiceProviders : ListCommand<Provider>
{
    protected override IEnumerable<Provider> Rows(Call call) => call.Cloud.Providers.Present
        .Where(p => Same(call.Row<PhysicalNetwork>("physicalnetworkid")?.Id, p.PhysicalNetworkId) && Same(call.Filled("name"), p.Name) && Same(call.Filled("state"), ZoneAnswer.State(p.Enabled)))
        .OrderByDescending(p => p.Number);

    protected override JsonNode Show(Call call, Provider row) => ProviderAnswer.Of(row);
}
