using System.Globalization;
using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Rules;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>Every refusal is 530/9999 (CS-1409).</summary>
internal sealed class CreateASNRange : SyncCommand
{
    public override JsonObject Run(Call call)
    {
        var cloud = call.Cloud;
        try
        {
            var zone = RoutingRules.RoutedZone(call, "Cannot create ASN range as Routed networks and VPCs are not enabled for the zone.");
            long first = long.Parse(call.Text("startasn")!, CultureInfo.InvariantCulture), last = long.Parse(call.Text("endasn")!, CultureInfo.InvariantCulture);
            if (first > last)
                throw Refusal.Value("Please specify a valid AS Number range");
            if (cloud.AsnRanges.Present.FirstOrDefault(r => r.ZoneId == zone.Id && r.First <= last && first <= r.Last) is { } other)
                throw Refusal.Value($"New AS number range ({first}-{last}) has conflict with an existing AS number range ({other.First}-{other.Last})");
            return Json.Of(("asnumberrange", RoutingAnswer.Of(cloud.AsnRanges.Add(new AsnRange { ZoneId = zone.Id, First = first, Last = last }, call.Now))));
        }
        catch (Refusal refusal)
        {
            throw Refusal.Command(530, refusal.Text!);
        }
    }
}
