using System.Globalization;
using System.Net;

namespace CloudNetPortal.Domain.Addressing;

/// <summary>An IPv4 address as a number, so that ranges and subnets are arithmetic. Ordered like the wire.</summary>
/// <param name="Value">The address in host byte order: 10.0.0.1 is 0x0A000001.</param>
public readonly record struct Ipv4(uint Value) : IComparable<Ipv4>
{
    /// <summary>
    /// Reads four decimal groups 0–255 without leading zeros and without blanks, as CloudStack's own checks do (server rules, NetUtils).
    /// </summary>
    public static bool TryParse(string? text, out Ipv4 address)
    {
        address = default;
        var groups = text?.Split('.');
        if (groups is not { Length: 4 })
            return false;
        uint value = 0;
        foreach (var group in groups)
        {
            if (group.Length is 0 or > 3 || !group.All(char.IsAsciiDigit) || (group.Length > 1 && group[0] == '0'))
                return false;
            var number = uint.Parse(group, NumberStyles.None, CultureInfo.InvariantCulture);
            if (number > 255)
                return false;
            value = value << 8 | number;
        }
        address = new Ipv4(value);
        return true;
    }

    /// <summary>Reads an address known to be good; throws <see cref="FormatException"/> otherwise.</summary>
    public static Ipv4 Parse(string text) => TryParse(text, out var address) ? address : throw new FormatException($"“{text}” is not an IPv4 address.");

    /// <summary>From the framework's type; IPv6 addresses are refused with an <see cref="ArgumentException"/>.</summary>
    public static Ipv4 From(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        if (bytes.Length != 4)
            throw new ArgumentException($"{address} is not an IPv4 address.", nameof(address));
        return new Ipv4((uint)bytes[0] << 24 | (uint)bytes[1] << 16 | (uint)bytes[2] << 8 | bytes[3]);
    }

    /// <summary>The framework's type.</summary>
    public IPAddress ToIPAddress() => new([(byte)(Value >> 24), (byte)(Value >> 16), (byte)(Value >> 8), (byte)Value]);

    /// <inheritdoc/>
    public int CompareTo(Ipv4 other) => Value.CompareTo(other.Value);

    /// <summary>The address <paramref name="steps"/> further on; wraps at the ends.</summary>
    public Ipv4 Plus(long steps) => new((uint)(Value + steps));

    /// <inheritdoc/>
    public override string ToString() => $"{Value >> 24}.{Value >> 16 & 255}.{Value >> 8 & 255}.{Value & 255}";

    /// <summary>Order by number.</summary>
    public static bool operator <(Ipv4 a, Ipv4 b) => a.Value < b.Value;
    /// <summary>Order by number.</summary>
    public static bool operator >(Ipv4 a, Ipv4 b) => a.Value > b.Value;
    /// <summary>Order by number.</summary>
    public static bool operator <=(Ipv4 a, Ipv4 b) => a.Value <= b.Value;
    /// <summary>Order by number.</summary>
    public static bool operator >=(Ipv4 a, Ipv4 b) => a.Value >= b.Value;
}
