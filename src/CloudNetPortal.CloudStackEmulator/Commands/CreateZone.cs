using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class CreateZone : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var basic = NetworkType(call.Text("networktype")!);
        if (basic && call.Has("guestcidraddress"))
            throw Refusal.Value("guestCidrAddress parameter is not supported for Basic zone"); // CS-102
        if (basic && call.Flag("isedge"))
            throw Refusal.Value("Only advanced network type zones can be edge zones"); // CS-103
        ZoneRules.GuestCidr(call.Cloud, call.Text("guestcidraddress"));
        ZoneRules.Domain(call.Text("domain"));
        ZoneRules.Common(call, call.Text("name"));
        var zone = call.Cloud.Zones.Add(new Zone
        {
            Name = call.Text("name")!,
            Basic = basic,
            Edge = call.Flag("isedge"),
            SecurityGroups = basic || call.Flag("securitygroupenabled"), // CS-104
            LocalStorage = call.Flag("localstorageenabled"),
            Enabled = call.Text("allocationstate") == "Enabled", // CS-112
            Dns1 = call.Text("dns1")!,
            Dns2 = call.Text("dns2"),
            InternalDns1 = call.Text("internaldns1")!,
            InternalDns2 = call.Text("internaldns2"),
            Ip6Dns1 = call.Text("ip6dns1"),
            Ip6Dns2 = call.Text("ip6dns2"),
            GuestCidr = call.Text("guestcidraddress"),
            Domain = call.Text("domain"),
            DomainId = call.Row<KnownObject>("domainid")?.Id,
        }, call.Now);
        if (zone.DomainId is not null) // CS-108: the zone is kept for the domain
            call.Cloud.ZoneDedications.Add(new ZoneDedication { ZoneId = zone.Id }, call.Now);
        call.Cloud.Log("ZONE.CREATE", $"Successfully completed creating zone. Zone Name: {zone.Name}", zone, call.Now);
        return Json.Of(("zone", ZoneAnswer.Of(call.Cloud, zone)));
    }

    /// <summary>CS-101: without case.</summary>
    private static bool NetworkType(string type) =>
        type.Equals("Basic", StringComparison.OrdinalIgnoreCase) ||
        (type.Equals("Advanced", StringComparison.OrdinalIgnoreCase) ? false : throw Refusal.Value("Invalid zone type; only Advanced and Basic values are supported"));
}
