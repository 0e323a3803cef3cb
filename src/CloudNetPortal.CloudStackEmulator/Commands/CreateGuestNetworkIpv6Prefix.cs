using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>CS-1411.</summary>
internal sealed class CreateGuestNetworkIpv6Prefix : AsyncCommand
{
    public override JsonObject Run(Call call)
    {
        var zone = call.Row<Zone>("zoneid")!;
        var text = call.Text("prefix")!;
        if (!System.Net.IPNetwork.TryParse(text, out var prefix) || prefix.BaseAddress.AddressFamily != System.Net.Sockets.AddressFamily.InterNetworkV6)
            throw Refusal.Value($"Invalid IPv6 prefix {text}");
        if (prefix.PrefixLength > 64)
            throw Refusal.Value("IPv6 prefix must be /64 or less");
        foreach (var other in call.Cloud.GuestPrefixes.Present.Where(o => o.ZoneId == zone.Id))
        {
            var block = System.Net.IPNetwork.Parse(other.Prefix);
            if (block.Contains(prefix.BaseAddress) || prefix.Contains(block.BaseAddress))
                throw Refusal.Value($"IPv6 prefix {text} overlaps with the existing IPv6 prefix {other.Prefix}");
        }
        return Json.Of((call.Contract.ObjectKey!, RoutingAnswer.Of(call.Cloud.GuestPrefixes.Add(new GuestPrefix { ZoneId = zone.Id, Prefix = text }, call.Now))));
    }
}
