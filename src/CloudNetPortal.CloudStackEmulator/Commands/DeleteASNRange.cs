using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class DeleteASNRange : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        call.Row<AsnRange>("id")!.Removed = true;
        return Done();
    }
}
