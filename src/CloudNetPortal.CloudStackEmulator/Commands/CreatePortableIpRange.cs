using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>CS-1413. The range exists as soon as the call is answered.</summary>
internal sealed class CreatePortableIpRange : AsyncCreateCommand
{
    public override string? InstanceType => "PortableIpAddress";

    public override CloudObject Create(Call call)
    {
        var region = call.Number("regionid")!.Value;
        if (region != 1)
            throw Refusal.Value($"Invalid region ID: {region}");
        var range = new PortableRange
        {
            RegionId = region, Vlan = call.Filled("vlan"), Gateway = call.Text("gateway")!, Netmask = call.Text("netmask")!, Start = call.Text("startip")!, End = call.Text("endip")!,
        };
        PortableRangeRules.Check(call.Cloud, range);
        call.Cloud.Log("PORTABLE.IP.RANGE.CREATE", "Successfully created entity for creating portable ip range", range, call.Now);
        return call.Cloud.PortableRanges.Add(range, call.Now);
    }

    public override JsonObject Run(Call call) => Json.Of(("portableiprange", RangeAnswer.Of((PortableRange)call.Made!)));
}
