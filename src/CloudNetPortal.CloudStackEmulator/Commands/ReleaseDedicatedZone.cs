using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class ReleaseDedicatedZone : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        var zone = call.Row<Zone>("zoneid")!;
        var dedication = call.Cloud.ZoneDedications.Present.FirstOrDefault(d => d.ZoneId == zone.Id) ?? throw Refusal.Value("No Dedicated Resource available to release"); // CS-1616
        call.Cloud.ZoneDedications.Erase(dedication);
        zone.DomainId = null;
        return Done();
    }
}
