using System.Net;
using System.Net.Sockets;
using CloudNetPortal.CloudStackEmulator.Addresses;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Commands;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Rules;

internal static class ZoneRules
{
    private const string DomainRule = " Total length shouldn't exceed 190 chars. Each domain label must be between 1 and 63 characters long, " +
        "can contain ASCII letters 'a' through 'z', the digits '0' through '9', and the hyphen ('-'); can't start or end with \"-\"";

    /// <summary>CS-105.</summary>
    public static void GuestCidr(CloudState cloud, string? cidr)
    {
        if (cidr is not null && (!Cidr.TryRead(cidr, out var block) || (!block.IsPrivate() && cloud.Setting("allow.non.rfc1918.compliant.ips") != "true")))
            throw Refusal.Value("Please enter a valid guest cidr");
    }

    /// <summary>CS-106.</summary>
    public static void Domain(string? domain)
    {
        if (domain is not null && !DomainName.IsValid(domain))
            throw Refusal.Value("Invalid network domain." + DomainRule);
    }

    /// <summary>CS-120.</summary>
    public static void SearchOrder(IEnumerable<string> names)
    {
        if (names.Any(n => !DomainName.IsValid(n)))
            throw Refusal.Value("Invalid network domain suffixes." + DomainRule);
    }

    /// <summary>CS-107, CS-109, CS-110, CS-111, in the server's order. <paramref name="name"/> is null when it does not change.</summary>
    public static void Common(Call call, string? name)
    {
        // Names are compared as the database compares them: without case and without blanks at the end.
        if (name is not null && call.Cloud.Zones.Present.Any(z => call.Race.Sees(z) && z.Name.TrimEnd(' ').Equals(name.TrimEnd(' '), StringComparison.OrdinalIgnoreCase)))
            throw Refusal.Value("A zone with that name already exists. Please specify a unique zone name.");
        Ip4(call, "dns1", "DNS1");
        Ip4(call, "dns2", "DNS2");
        Ip4(call, "internaldns1", "internal DNS1");
        Ip4(call, "internaldns2", "internal DNS2");
        Ip6(call, "ip6dns1", "IP6 DNS1");
        Ip6(call, "ip6dns2", "IP6 DNS2");
        AllocationState(call);
    }

    /// <summary>CS-111: exactly Enabled or Disabled.</summary>
    public static void AllocationState(Call call)
    {
        if (call.Filled("allocationstate") is { } state && state is not ("Enabled" or "Disabled"))
            throw Refusal.Value($"Unable to resolve Allocation State '{state}' to a supported state");
    }

    /// <summary>CS-113, CS-114, CS-116: exactly one physical network carries the traffic.</summary>
    public static PhysicalNetwork OneCarrier(CloudState cloud, Zone zone, string trafficType)
    {
        var carriers = cloud.Carriers(zone, trafficType);
        return carriers.Count switch
        {
            0 => throw Refusal.Value($"Unable to find the default physical network with traffic={trafficType} in the specified zone id"),
            1 => carriers[0],
            _ => throw Refusal.Value($"More than one physical networks exist in zone id={zone.Number} with traffic type={trafficType}"),
        };
    }

    private static void Ip4(Call call, string parameter, string name)
    {
        if (call.Filled(parameter) is { } address && !Ipv4.IsValid(address))
            throw Refusal.Value($"Please enter a valid IP address for {name}");
    }

    public static bool IsIp6(string text) => IPAddress.TryParse(text, out var ip) && ip.AddressFamily == AddressFamily.InterNetworkV6;

    private static void Ip6(Call call, string parameter, string name)
    {
        if (call.Filled(parameter) is { } address && !IsIp6(address))
            throw Refusal.Value($"Please enter a valid IPv6 address for {name}");
    }
}
