using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListOvsElements : ListCommand<ProviderElement>
{
    protected override IEnumerable<ProviderElement> Rows(Call call) => call.Cloud.Elements.Present
        .Where(e => e.Kind == ElementKind.Switch && Same(call.Row<ProviderElement>("id")?.Id, e.Id) && Same(call.Row<Provider>("nspid")?.Id, e.ProviderId))
        .Where(e => !call.Has("enabled") || call.Flag("enabled") == e.Enabled);

    protected override JsonNode Show(Call call, ProviderElement row) => ProviderAnswer.Of(row);
}
