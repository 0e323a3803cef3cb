using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class DedicateZone : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        var zone = call.Row<Zone>("zoneid")!;
        if (zone.Removed)
            throw Refusal.Value($"Unable to find zone by id {zone.Number}");
        var accountId = DedicationRules.Account(call);
        if (cloud.ZoneDedications.Present.Any(d => d.ZoneId == zone.Id))
            throw Refusal.State($"Zone  {zone} is already dedicated"); // CS-1501
        DedicationRules.NothingBelow(cloud, zone, accountId);
        var dedication = cloud.ZoneDedications.Add(new ZoneDedication { ZoneId = zone.Id, AccountId = accountId }, call.Now);
        zone.DomainId = FreshCloud.RootDomain.Id;
        cloud.Log("DEDICATE.RESOURCE", "Successfully completed dedicating a Zone", zone, call.Now);
        return Json.Of(("dedicatedzone", ZoneAnswer.Of(cloud, dedication)));
    }
}
