using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ReleaseDedicatedGuestVlanRange : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        call.Cloud.Dedications.Erase(call.Row<VlanDedication>("id")!);
        call.Cloud.Log("GUESTVLANRANGE.RELEASE", "Successfully completed releasing dedicated guest vlan range", call.Row<VlanDedication>("id"), call.Now);
        return Done();
    }
}
