using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

internal sealed class UpdateZone : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var zone = call.Row<Zone>("id")!;
        var details = Details(call);
        ZoneRules.SearchOrder(call.List("dnssearchorder"));
        if (zone.Removed)
            throw Refusal.Value($"unable to find zone by id {zone.Number}"); // CS-118
        ZoneRules.GuestCidr(call.Cloud, call.Text("guestcidraddress"));
        ZoneRules.Common(call, call.Filled("name") is { } name && name != zone.Name ? name : null);
        if (call.Filled("domain") is { } domain)
            ZoneRules.Domain(domain);
        if (call.Text("allocationstate") == "Enabled")
            Enable(call, zone);
        Apply(call, zone);
        foreach (var (key, value) in details)
            zone.Details[key] = value;
        call.Cloud.Log("ZONE.EDIT", $"Successfully completed editing zone. Zone ID: {zone.Id}", zone, call.Now);
        return Json.Of(("zone", ZoneAnswer.Of(call.Cloud, zone)));
    }

    /// <summary>CS-119.</summary>
    private static List<(string Key, string Value)> Details(Call call)
    {
        var details = new List<(string, string)>();
        foreach (var entry in call.Entries("details"))
        {
            if (!entry.TryGetValue("key", out var key) || !entry.TryGetValue("value", out var value))
            {
                throw Refusal.Value("Invalid Zone Detail specified, fields 'key' and 'value' cannot be null, please specify details in the form:  " +
                    "details[0].key=XXX&details[0].value=YYY");
            }
            details.Add((key, value));
        }
        return details;
    }

    /// <summary>CS-113 to CS-117: Management and, in a plain Advanced zone, Public must be there; nothing else is asked.</summary>
    private static void Enable(Call call, Zone zone)
    {
        var cloud = call.Cloud;
        if (!zone.Edge)
        {
            try
            {
                var management = ZoneRules.OneCarrier(cloud, zone, "Management");
                if (!zone.Basic && !zone.SecurityGroups)
                    ZoneRules.OneCarrier(cloud, zone, "Public");
                AddStorageTraffic(call, zone, management);
            }
            catch (Refusal refusal)
            {
                throw Refusal.Value($"Cannot enable this Zone since: {refusal.Text}");
            }
        }
        zone.Enabled = true;
        SelfActing.StartSystemVms(cloud, zone, call.Pace, call.Now);
    }

    /// <summary>CS-115: a zone without Storage traffic gets it on the management network, with the management labels.</summary>
    private static void AddStorageTraffic(Call call, Zone zone, PhysicalNetwork management)
    {
        if (call.Cloud.Carriers(zone, "Storage").Count > 0)
            return;
        var twin = call.Cloud.TrafficTypes.Present.First(t => t.PhysicalNetworkId == management.Id && t.Type == "Management");
        call.Cloud.TrafficTypes.Add(new TrafficType
        {
            PhysicalNetworkId = management.Id, Type = "Storage", XenLabel = twin.XenLabel, KvmLabel = twin.KvmLabel, VmwareLabel = twin.VmwareLabel, HypervLabel = twin.HypervLabel, Ovm3Label = twin.Ovm3Label,
        }, call.Now);
    }

    private static void Apply(Call call, Zone zone)
    {
        zone.Name = call.Filled("name") ?? zone.Name;
        zone.Dns1 = call.Filled("dns1") ?? zone.Dns1;
        zone.Dns2 = call.Text("dns2") ?? zone.Dns2;
        zone.InternalDns1 = call.Filled("internaldns1") ?? zone.InternalDns1;
        zone.InternalDns2 = call.Text("internaldns2") ?? zone.InternalDns2;
        zone.Ip6Dns1 = call.Text("ip6dns1") ?? zone.Ip6Dns1;
        zone.Ip6Dns2 = call.Text("ip6dns2") ?? zone.Ip6Dns2;
        zone.GuestCidr = call.Filled("guestcidraddress") ?? zone.GuestCidr;
        zone.Domain = call.Text("domain") ?? zone.Domain;
        zone.DhcpProvider = call.Filled("dhcpprovider") ?? zone.DhcpProvider;
        zone.LocalStorage = call.Flag("localstorageenabled", zone.LocalStorage);
        zone.SortKey = call.Number("sortkey") ?? zone.SortKey;
        if (call.Flag("ispublic"))
        {
            zone.DomainId = null;
            foreach (var dedication in call.Cloud.ZoneDedications.Present.Where(d => d.ZoneId == zone.Id).ToList())
                call.Cloud.ZoneDedications.Erase(dedication);
        }
        if (call.Text("allocationstate") == "Disabled")
            zone.Enabled = false;
    }
}
