using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ReleasePublicIpRange : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var range = call.Row<IpRange>("id")!;
        if (range.Removed)
            throw Refusal.Value("Please specify a valid IP range id.");
        if (range.Account is null && range.DomainId is null)
            throw Refusal.Value($"Can't release Public IP range {range.Number} as it not dedicated to any domain and any account"); // CS-737
        (range.Account, range.DomainId) = (null, null);
        call.Cloud.Log("VLAN.IP.RANGE.RELEASE", "Successfully completed releasing a public ip range", range, call.Now);
        return Done();
    }
}
