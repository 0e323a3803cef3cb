using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>A new offering is Disabled unless it is enabled at once.</summary>
internal sealed class CreateNetworkOffering : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        string type = call.Text("guestiptype")!, traffic = call.Text("traffictype")!;
        if (!OfferingRules.TrafficTypes.Contains(traffic))
            throw Refusal.Value("Invalid value for traffictype. Supported traffic types: Public, Management, Control, Guest, Vlan or Storage");
        var guest = OfferingRules.GuestTypes.FirstOrDefault(t => t.Equals(type, StringComparison.OrdinalIgnoreCase)) ?? throw Refusal.Value("Invalid \"type\" parameter is given; can have Shared and Isolated values");
        if (call.Filled("availability") is { } availability && !OfferingRules.Availabilities.Contains(availability))
            throw Refusal.Value("Invalid value for Availability. Supported types: Required, Optional");
        if (guest == "Shared" && call.Has("specifyvlan") && !call.Flag("specifyvlan") && !OfferingRules.HasServices(call))
            throw Refusal.Value("specifyVlan should be true for shared network offerings");
        var services = OfferingRules.Services(call);
        var offering = Json.Of(
            ("id", Guid.NewGuid().ToString()), ("name", call.Text("name")), ("displaytext", call.Filled("displaytext") ?? call.Text("name")), ("traffictype", traffic), ("isdefault", false),
            ("specifyvlan", call.Flag("specifyvlan")), ("conservemode", call.Flag("conservemode", absent: true)), ("specifyipranges", call.Flag("specifyipranges")), ("availability", call.Filled("availability") ?? "Optional"),
            ("networkrate", call.Number("networkrate") ?? 200), ("state", call.Flag("enable") ? "Enabled" : "Disabled"), ("guestiptype", guest), ("tags", call.Filled("tags")), ("service", services),
            ("forvpc", call.Flag("forvpc")), ("fortungsten", call.Flag("fortungsten")), ("ispersistent", call.Flag("ispersistent")), ("egressdefaultpolicy", call.Flag("egressdefaultpolicy")),
            ("maxconnections", call.Number("maxconnections")), ("supportsstrechedl2subnet", false), ("supportspublicaccess", false), ("supportsinternallb", false), ("created", ServerFacts.Date(call.Now)), ("hasannotations", false));
        call.Cloud.NetworkOfferingRows.Put(offering);
        call.Cloud.Log("NETWORK.OFFERING.CREATE", $"Successfully completed creating network offering {call.Text("name")}", null, call.Now);
        return Json.Of(("networkoffering", offering.DeepClone()));
    }
}
