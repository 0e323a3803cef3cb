using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Rules.Traffic;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Addressing;

/// <summary>CNP4001.</summary>
internal sealed class RangesMustLieInsideTheirSubnet : Rule
{
    public override string Id => "CNP4001";
    public override string Title => "Ranges must lie inside their subnet";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, RefusedByServer: true, Meaning: "what the server refuses: no address, no mask, outside the subnet, ends exchanged; of a storage range its netmask only"),
        new("b", Error, Error, Meaning: "what it takes: a storage range, or an address that no machine can have"),
    ];
    public override string Team => "network";
    public override string Why => "System VMs, routers and instances take addresses of the range and use its gateway; outside the subnet they do not reach it. The server refuses most of this, but of a storage range it checks only the netmask.";
    public override string Rejected => "Storage range 10.0.5.50–10.0.5.10, netmask 255.255.255.0.";
    public override string Accepted => "10.0.5.10–10.0.5.50, gateway 10.0.5.1.";
    public override string Cure => "Swap the ends or cut the range to the subnet (one click), or correct gateway and netmask. Further management ranges of a pod have the pod's gateway and netmask, there is no field for others. Ranges are IPv4; an IPv6 range is added on the cloud itself.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Addresses;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var pods = new HashSet<Pod>();
        foreach (var claim in facts.Addresses)
        {
            // Fields of a management range's subnet belong to its pod.
            var subnetPath = claim.Kind == "management" ? DesignPath.Of(claim.Pod!) : claim.Path;
            Finding Say(string field, string message, bool refused, params Fix[] fixes) =>
                Found($"{(field is "gateway" or "netmask" ? subnetPath : claim.Path)}/{field}", message, refused && (claim.Kind != "storage" || field == "netmask") ? "a" : "b") with
                {
                    Objects = [claim.Reference], Fixes = fixes,
                    // What is simply not there may be told by the rule for shared networks.
                    Subjects = [claim.Kind == "shared guest" && string.IsNullOrWhiteSpace(field switch { "gateway" => claim.GatewayText, "netmask" => claim.NetmaskText, _ => claim.StartText }) ? $"{claim.Path}/missing" : claim.Path],
                };

            // What a shared network lacks is told with what its offering asks for (CNP2008).
            var isShared = claim.Kind == "shared guest" && KnownOfferings.Find(facts, facts.Design.GuestNetworks.Find(g => DesignPath.Of(g) == claim.Path)?.Offering) is { GuestType: "Shared" };
            // Once per pod, whatever ranges it has.
            if (claim.Kind != "management" || pods.Add(claim.Pod!))
            {
                var of = claim.Kind == "management" ? $"pod {claim.Pod!.Name}" : $"the {claim.Title}";
                var isAddress = Ipv4.TryParse(claim.GatewayText, out var gateway);
                if (!(isShared && string.IsNullOrWhiteSpace(claim.GatewayText)) && (!isAddress || !IsUnicast(gateway)))
                    yield return Say("gateway", $"The gateway of {of}, “{claim.GatewayText}”, is no IPv4 address of a router{Blank(claim.GatewayText)}.", !isAddress, Trimmed(claim.GatewayText, $"{subnetPath}/gateway"));
                else if (claim.Subnet is { PrefixLength: < 31 } around && (gateway == around.Network || gateway == around.Broadcast))
                    yield return Say("gateway", $"The gateway of {of}, {gateway}, is the {(gateway == around.Network ? "network" : "broadcast")} address of its subnet {around}; no router has it.", false);
                if (!(isShared && string.IsNullOrWhiteSpace(claim.NetmaskText)) && !Ipv4Subnet.TryNetmask(claim.NetmaskText, out _))
                    yield return Say("netmask", $"The netmask of {of}, “{claim.NetmaskText}”, is no contiguous mask such as 255.255.255.0{Blank(claim.NetmaskText)}.", true, Ipv4Subnet.TryNetmask(claim.NetmaskText?.Trim(), out _) ? Trimmed(claim.NetmaskText, $"{subnetPath}/netmask", false) : []);
            }
            var good = true;
            foreach (var (field, text) in new[] { ("startIp", claim.StartText), ("endIp", claim.EndText) })
                if ((field == "startIp" || !string.IsNullOrWhiteSpace(text)) && (!Ipv4.TryParse(text, out var address) || !IsUnicast(address)))
                {
                    good = false;
                    yield return Say(field, $"“{text}” in the {claim.Title} is no usable IPv4 address{Blank(text)}.", !Ipv4.TryParse(text, out _), Trimmed(text, $"{claim.Path}/{field}"));
                }
            if (!good || !Ipv4Range.TryParse(claim.StartText, claim.EndText, out var range))
                continue;
            if (range.Count == 0)
            {
                yield return Say("endIp", $"The {claim.Title} ends before it starts.", true, new Fix("Swap the ends", [.. Set("", $"{claim.Path}/startIp", claim.StartText, claim.EndText).DesignEdits!, .. Set("", $"{claim.Path}/endIp", claim.EndText, claim.StartText).DesignEdits!]));
                continue;
            }
            if (claim.Subnet is not { } subnet)
                continue;
            var usable = subnet.PrefixLength >= 31 ? subnet.Range : new Ipv4Range(subnet.Network.Plus(1), subnet.Broadcast.Plus(-1));
            if (range.Start < usable.Start || range.End > usable.End)
                yield return Say("startIp", $"The {claim.Title} leaves the usable addresses {usable} of its subnet {subnet}.", range.Start < subnet.Network || range.End > subnet.Broadcast, range.Intersect(usable) is { } cut
                    ? [new Fix($"Cut it to {cut}", [.. new[] { Set("", $"{claim.Path}/startIp", claim.StartText, cut.Start.ToString()), Set("", $"{claim.Path}/endIp", claim.EndText, cut.End.ToString()) }.SelectMany(f => f.DesignEdits!).Where(e => (string?)e.From != (string?)e.To)])] : []);
        }
    }

    private static string Blank(string? text) => text is not null && text != text.Trim() && Ipv4.TryParse(text.Trim(), out _) ? ": it has a blank at an end" : "";

    private static Fix[] Trimmed(string? text, string path, bool unicast = true) =>
        text is not null && text != text.Trim() && Ipv4.TryParse(text.Trim(), out var trimmed) && (!unicast || IsUnicast(trimmed)) ? [Set($"Use {trimmed}", path, text, trimmed.ToString())] : [];

    private static bool IsUnicast(Ipv4 address) => address.Value >> 24 is > 0 and < 224 and not 127;
}
