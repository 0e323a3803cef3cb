using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ListImageStores : ListCommand<ImageStore>
{
    protected override IEnumerable<ImageStore> Rows(Call call) => call.Cloud.ImageStores.Present
        .Where(s => !s.Staging && Same(call.Row<ImageStore>("id")?.Id, s.Id) && Same(call.Row<Zone>("zoneid")?.Id, s.ZoneId) && Same(call.Filled("name"), s.Name))
        .Where(s => Same(call.Filled("provider"), s.ProviderName) && (!call.Has("readonly") || call.Flag("readonly") == s.ReadOnly) && Like(call.Filled("keyword"), s.Name, s.ProviderName));

    protected override JsonNode Show(Call call, ImageStore row) => StorageAnswer.Of(call.Cloud, row);
}
