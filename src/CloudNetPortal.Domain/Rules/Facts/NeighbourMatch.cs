using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Observations;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>Whether an LLDP record speaks of a device and a port. One match of each is enough: boxes differ in what they send.</summary>
public static class NeighbourMatch
{
    /// <summary>By system name with or without domain, chassis MAC, or management address.</summary>
    public static bool Device(LldpNeighbour neighbour, Device device) =>
        SameSystem(neighbour.SystemName, device.Name)
        || device.Interfaces.Exists(i => Same(Hex(neighbour.ChassisId), i.Mac?.ToString()))
        || device.Interfaces.Exists(i => i.Addresses.Exists(a => Same(neighbour.ManagementAddress, a.Address.ToString())));

    /// <summary>By name, alias, MAC or description, abbreviations of vendors expanded (Eth1/1 is Ethernet1/1). A record that says nothing comparable matches.</summary>
    public static bool Port(LldpNeighbour neighbour, Interface port)
    {
        if (Same(neighbour.PortId, port.Name))
            return true;
        var said = new[] { neighbour.PortId, neighbour.PortDescription }.Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t!.Trim()).ToList();
        if (said.Exists(t => SamePort(t, port.Name) || SamePort(t, port.Alias) || Same(Hex(t), port.Mac?.ToString()) || Same(t, port.Description)))
            return true;
        // Only a MAC was sent and ours is not documented: nothing to compare.
        return said.TrueForAll(t => Hex(t) is { Length: 12 }) && port.Mac is null;
    }

    private static bool SamePort(string a, string? b)
    {
        if (b is null)
            return false;
        if (Same(a, b))
            return true;
        var (wordA, numberA) = Split(a);
        var (wordB, numberB) = Split(b);
        return numberA.Length > 0 && numberA == numberB && wordA.Length > 0 && wordB.Length > 0
            && (wordA.StartsWith(wordB, StringComparison.OrdinalIgnoreCase) || wordB.StartsWith(wordA, StringComparison.OrdinalIgnoreCase));
    }

    private static (string Word, string Number) Split(string name)
    {
        var at = name.AsSpan().IndexOfAnyInRange('0', '9');
        return at < 0 ? (name, "") : (name[..at].Trim(), name[at..].Trim());
    }

    private static bool Same(string? a, string? b) => a is { Length: > 0 } && string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    // sw-b1 and sw-b1.example.net are one system; sw.b1 and sw.b2, or two addresses used as names, are not.
    private static bool SameSystem(string? a, string b)
    {
        var (said, ours) = (a?.Trim().TrimEnd('.') ?? "", b.Trim().TrimEnd('.'));
        return said.Length > 0 && ours.Length > 0 && (Same(said, ours) || said.StartsWith(ours + ".", StringComparison.OrdinalIgnoreCase) || ours.StartsWith(said + ".", StringComparison.OrdinalIgnoreCase));
    }

    private static string? Hex(string? mac) => mac is null ? null : string.Concat(mac.Where(char.IsAsciiHexDigit)) is { Length: 12 } hex && mac.All(c => char.IsAsciiHexDigit(c) || c is ':' or '-' or '.') ? hex : null;
}
