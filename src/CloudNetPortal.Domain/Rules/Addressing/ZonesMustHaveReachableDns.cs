using System.Net;
using System.Net.Sockets;
using CloudNetPortal.Domain.Addressing;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Addressing;

/// <summary>CNP4013.</summary>
internal sealed class ZonesMustHaveReachableDns : Rule
{
    public override string Id => "CNP4013";
    public override string Title => "Zones must have reachable DNS";
    public override IReadOnlyList<RuleCase> Cases { get; } =
        [new("a", Error, Error, RefusedByServer: true, Meaning: "missing, or no address of the right kind"), new("b", Error, Warning, Meaning: "inside the guest CIDR")];
    public override string Team => "network";
    public override string Why => "createZone cannot do without a public and an internal DNS server and takes IPv4 addresses there, IPv6 addresses in the fields for IPv6. A server inside the guest CIDR is looked for among the guests of each network and never reached.";
    public override string Rejected => "Internal DNS 10.1.1.5 with guest CIDR 10.1.1.0/24; or DNS 2001:db8::53 in the field for IPv4.";
    public override string Accepted => "Internal DNS 10.0.0.2.";
    public override string Cure => "Enter the address of a DNS server that hosts and system VMs reach. A server inside an address range is told by CNP4008, one in the control network by CNP4014, a pod without a gateway to reach it by CNP4001; whether the server answers is not asked.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Zone | Reads.Kind | Reads.OtherZones;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var design = facts.Design;
        (string Path, string Title, string? Text, bool IsNeeded)[] servers =
            [("dns1", "DNS 1", design.Dns1, true), ("dns2", "DNS 2", design.Dns2, false), ("internalDns1", "Internal DNS 1", design.InternalDns1, true), ("internalDns2", "Internal DNS 2", design.InternalDns2, false)];
        var hasGuests = Ipv4Subnet.TryParse(design.GuestCidr ?? "", out var guests) && facts.Kind?.Key is not ("Basic" or "AdvancedSecurityGroups");
        foreach (var (path, title, text, isNeeded) in servers)
            if (string.IsNullOrWhiteSpace(text))
            {
                if (isNeeded)
                    yield return Found(path, $"{title} of zone {design.Name} is missing; CloudStack makes no zone without it.", "a") with { Fixes = [.. Known(facts, path, title, text)] };
            }
            else if (!Ipv4.TryParse(text, out var address))
                yield return Found(path, $"{title} of zone {design.Name}, “{text}”, is no IPv4 address.", "a") with { Fixes = [.. Known(facts, path, title, text)] };
            else if (hasGuests && guests.Contains(address))
                yield return Found(path, $"{title} of zone {design.Name}, {text}, lies inside the guest CIDR {guests}; no guest would reach it.", "b") with { Fixes = [.. Known(facts, path, title, text)] };
        foreach (var (path, title, text) in new[] { ("ip6Dns1", "IPv6 DNS 1", design.Ip6Dns1), ("ip6Dns2", "IPv6 DNS 2", design.Ip6Dns2) })
            if (!string.IsNullOrWhiteSpace(text) && !(IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6))
                yield return Found(path, $"{title} of zone {design.Name}, “{text}”, is no IPv6 address.", "a");
    }

    // Servers that other zones of the cloud have in the same place, the most frequent first.
    private static IEnumerable<Fix> Known(RuleFacts facts, string path, string title, string? text) => Fix.Choose("Choose a DNS server",
    [
        .. facts.Input.OtherZones.SelectMany(z => (path.StartsWith("internal", StringComparison.Ordinal) ? new[] { z.InternalDns1, z.InternalDns2 } : [z.Dns1, z.Dns2]).Select(s => (Server: s, Zone: z.Name)))
            .Where(s => Ipv4.TryParse(s.Server, out _) && s.Server != text).GroupBy(s => s.Server!).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(6)
            .Select(g => Set($"Use {g.Key}", path, text, g.Key) with { Note = $"zone {List(g.Select(s => s.Zone))} has it" }),
        Fix.Ask("Another", title, path, text),
    ]);
}
