using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class DeletePortableIpRange : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        var range = call.Row<PortableRange>("id")!;
        if (range.Removed)
            throw Refusal.Value("Please specify a valid portable IP range id.");
        range.Removed = true;
        call.Cloud.Log("PORTABLE.IP.RANGE.DELETE", "Successfully completed deleting portable ip range", range, call.Now);
        return Done();
    }
}
