using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
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
        string? accountId = null;
        if (call.Filled("account") is { } name)
            accountId = call.Cloud.Accounts.FirstOrDefault(a => a.Text("name") == name)?.Id ?? throw Refusal.Value($"Unable to find the account by name {name}, please specify a valid account"); // CS-1503
        if (cloud.ZoneDedications.Present.Any(d => d.ZoneId == zone.Id))
            throw Refusal.State($"Zone  {zone} is already dedicated"); // CS-1501
        var dedication = cloud.ZoneDedications.Add(new ZoneDedication { ZoneId = zone.Id, AccountId = accountId }, call.Now);
        zone.DomainId = FreshCloud.RootDomain.Id;
        return Json.Of(("dedicatedzone", ZoneAnswer.Of(cloud, dedication)));
    }
}
