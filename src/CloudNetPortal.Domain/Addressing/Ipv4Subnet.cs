using System.Globalization;
using System.Numerics;

namespace CloudNetPortal.Domain.Addressing;

/// <summary>A subnet: a network address and a prefix length of 0 to 32 bits.</summary>
/// <param name="Network">Lowest address; host bits are zero.</param>
/// <param name="PrefixLength">Bits of the mask, 0–32.</param>
public readonly record struct Ipv4Subnet(Ipv4 Network, int PrefixLength)
{
    /// <summary>The subnet that holds <paramref name="address"/>.</summary>
    public static Ipv4Subnet Holding(Ipv4 address, int prefixLength) => new(new Ipv4(address.Value & MaskOf(prefixLength)), prefixLength);

    /// <summary>Reads <c>a.b.c.d/n</c>; host bits may be set, as the server allows.</summary>
    public static bool TryParse(string? text, out Ipv4Subnet subnet)
    {
        subnet = default;
        var parts = text?.Split('/');
        if (parts is not { Length: 2 } || !Ipv4.TryParse(parts[0], out var address) || !parts[1].All(char.IsAsciiDigit)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length > 32)
            return false;
        subnet = Holding(address, length);
        return true;
    }

    /// <summary>Reads gateway (or any address) and a contiguous netmask; <c>0.0.0.0</c> is refused, as the server does.</summary>
    public static bool TryParse(string? address, string? netmask, out Ipv4Subnet subnet)
    {
        subnet = default;
        if (!Ipv4.TryParse(address, out var inside) || !TryNetmask(netmask, out var length))
            return false;
        subnet = Holding(inside, length);
        return true;
    }

    /// <summary>The prefix length of a netmask of contiguous ones, 1–32.</summary>
    public static bool TryNetmask(string? text, out int prefixLength)
    {
        prefixLength = 0;
        if (!Ipv4.TryParse(text, out var mask) || mask.Value == 0)
            return false;
        prefixLength = BitOperations.LeadingZeroCount(~mask.Value);
        return MaskOf(prefixLength) == mask.Value;
    }

    /// <summary>Highest address of the subnet.</summary>
    public Ipv4 Broadcast => new(Network.Value | ~MaskOf(PrefixLength));

    /// <summary>All addresses, network and broadcast included.</summary>
    public Ipv4Range Range => new(Network, Broadcast);

    /// <summary>The mask as dotted text.</summary>
    public string Netmask => new Ipv4(MaskOf(PrefixLength)).ToString();

    /// <summary>True when the address lies inside.</summary>
    public bool Contains(Ipv4 address) => Range.Contains(address);

    /// <summary>True when both share an address: compared at the shorter prefix, as the server does.</summary>
    public bool Overlaps(Ipv4Subnet other) => Range.Overlaps(other.Range);

    /// <inheritdoc/>
    public override string ToString() => $"{Network}/{PrefixLength}";

    private static uint MaskOf(int length) => length == 0 ? 0 : uint.MaxValue << 32 - length;
}
