using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Traffic;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Addressing;

/// <summary>CNP4001.</summary>
internal sealed class RangesMustLieInsideTheirSubnet : Rule
{
    public override string Id => "CNP4001";
    public override string Title => "Ranges must lie inside their subnet";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Error)];
    public override string Team => "network";
    public override string Why => "System VMs, routers and instances take addresses of the range and use its gateway; outside the subnet they do not reach it. The server refuses most of this, but of a storage range it checks only the netmask.";
    public override string Rejected => "Storage range 10.0.5.50–10.0.5.10, netmask 255.255.255.0.";
    public override string Accepted => "10.0.5.10–10.0.5.50, gateway 10.0.5.1.";
    public override string Cure => "Swap the ends or cut the range to the subnet (one click), or correct gateway and netmask.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Addresses;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var claim in facts.Addresses)
        {
            // Fields of a management range's subnet belong to its pod.
            var subnetPath = claim.Kind == "management" ? DesignPath.Of(claim.Pod!) : claim.Path;
            Finding Say(string field, string message, params Fix[] fixes) =>
                Found($"{(field is "gateway" or "netmask" ? subnetPath : claim.Path)}/{field}", message) with
                {
                    Objects = [claim.Reference], Fixes = fixes,
                    // What is simply not there may be told by the rule for shared networks.
                    Subjects = [claim.Kind == "shared guest" && string.IsNullOrWhiteSpace(field switch { "gateway" => claim.GatewayText, "netmask" => claim.NetmaskText, _ => claim.StartText }) ? $"{claim.Path}/missing" : claim.Path],
                };

            // What a shared network lacks is told with what its offering asks for (CNP2008).
            var isShared = claim.Kind == "shared guest" && KnownOfferings.Find(facts, facts.Design.GuestNetworks.Find(g => DesignPath.Of(g) == claim.Path)?.Offering) is { GuestType: "Shared" };
            if (!(isShared && string.IsNullOrWhiteSpace(claim.GatewayText)) && (!Ipv4.TryParse(claim.GatewayText, out var gateway) || !IsUnicast(gateway)))
                yield return Say("gateway", $"The gateway of the {claim.Title}, “{claim.GatewayText}”, is no IPv4 address of a router.");
            if (!(isShared && string.IsNullOrWhiteSpace(claim.NetmaskText)) && !Ipv4Subnet.TryNetmask(claim.NetmaskText, out _))
                yield return Say("netmask", $"The netmask of the {claim.Title}, “{claim.NetmaskText}”, is no contiguous mask such as 255.255.255.0.");
            var good = true;
            foreach (var (field, text) in new[] { ("startIp", claim.StartText), ("endIp", claim.EndText) })
                if ((field == "startIp" || !string.IsNullOrWhiteSpace(text)) && (!Ipv4.TryParse(text, out var address) || !IsUnicast(address)))
                {
                    good = false;
                    yield return Say(field, $"“{text}” in the {claim.Title} is no usable IPv4 address{(Ipv4.TryParse(text?.Trim(), out _) && text != text!.Trim() ? ": it has a blank at an end" : "")}.", Ipv4.TryParse(text?.Trim(), out var trimmed) && IsUnicast(trimmed) ? [Set($"Use {trimmed}", $"{claim.Path}/{field}", text, trimmed.ToString())] : []);
                }
            if (!good || !Ipv4Range.TryParse(claim.StartText, claim.EndText, out var range))
                continue;
            if (range.Count == 0)
            {
                yield return Say("endIp", $"The {claim.Title} ends before it starts.", new Fix("Swap the ends", [.. Set("", $"{claim.Path}/startIp", claim.StartText, claim.EndText).DesignEdits!, .. Set("", $"{claim.Path}/endIp", claim.EndText, claim.StartText).DesignEdits!]));
                continue;
            }
            if (claim.Subnet is not { } subnet)
                continue;
            var usable = subnet.PrefixLength >= 31 ? subnet.Range : new Ipv4Range(subnet.Network.Plus(1), subnet.Broadcast.Plus(-1));
            if (range.Start < usable.Start || range.End > usable.End)
                yield return Say("startIp", $"The {claim.Title} leaves the usable addresses {usable} of its subnet {subnet}.", range.Intersect(usable) is { } cut
                    ? [new Fix($"Cut it to {cut}", [.. new[] { Set("", $"{claim.Path}/startIp", claim.StartText, cut.Start.ToString()), Set("", $"{claim.Path}/endIp", claim.EndText, cut.End.ToString()) }.SelectMany(f => f.DesignEdits!).Where(e => (string?)e.From != (string?)e.To)])] : []);
        }
    }

    private static bool IsUnicast(Ipv4 address) => address.Value >> 24 is > 0 and < 224 and not 127;
}
