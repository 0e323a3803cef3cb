using CloudNetPortal.Domain.Addressing;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Addressing;

/// <summary>CNP4003.</summary>
internal sealed class GuestCidrMustBePrivate : Rule
{
    private const string Allow = "allow.non.rfc1918.compliant.ips";
    private static readonly Ipv4Subnet[] Private = [new(Ipv4.Parse("10.0.0.0"), 8), new(Ipv4.Parse("172.16.0.0"), 12), new(Ipv4.Parse("192.168.0.0"), 16), new(Ipv4.Parse("100.64.0.0"), 10)];

    public override string Id => "CNP4003";
    public override string Title => "Guest CIDR must be private";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("a", Error, Error, RefusedByServer: true), new("b", Advice, Advice, Meaning: "host bits are set")];
    public override string Team => "network";
    public override string Why => "Isolated guest networks get their subnets out of the zone's guest CIDR behind a router with address translation; the server refuses anything but one private block, unless a setting allows others.";
    public override string Rejected => "203.0.113.0/24; “10.1.1.0/24,10.1.2.0/24”.";
    public override string Accepted => "10.1.1.0/24.";
    public override string Cure => "Take a block of 10/8, 172.16/12, 192.168/16 or 100.64/10. Guest networks of a design are shared ones, whose addresses may be public; isolated networks are made later and inherit this block.";
    public override RuleOrigins Origins => RuleOrigins.Server;
    public override Reads Reads => Reads.Zone | Reads.Kind | Reads.Cloud;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        if (facts.Design.GuestCidr is not { Length: > 0 } text || facts.Kind?.NetworkType == "Basic"
            || string.Equals(facts.Setting(Allow), "true", StringComparison.OrdinalIgnoreCase))
            yield break;
        if (!Ipv4Subnet.TryParse(text, out var cidr))
            yield return Found("guestCidr", $"“{text}” is not one IPv4 CIDR such as 10.1.1.0/24.", "a");
        else if (!Private.Any(p => p.Contains(cidr.Network) && p.PrefixLength <= cidr.PrefixLength))
            yield return Found("guestCidr", $"{text} is not private; the server takes blocks of {string.Join(", ", Private)} only{(facts.Setting(Allow) is null ? $", unless {Allow} is true, which was not read of the cloud" : "")}.", "a");
        else if (cidr.ToString() != text)
            yield return Found("guestCidr", $"{text} has host bits set; it means {cidr}.", "b") with { Fixes = [Set($"Use {cidr}", "guestCidr", text, cidr.ToString())] };
    }
}
