using System.Globalization;
using System.Numerics;

namespace CloudNetPortal.CloudStackEmulator.Addresses;

/// <summary>IPv4 as the server's own checks read it: four decimal groups, no leading zeros, no blanks.</summary>
internal static class Ipv4
{
    public static bool IsValid(string? text) => TryRead(text, out _);

    public static bool TryRead(string? text, out uint address)
    {
        address = 0;
        var groups = text?.Split('.') ?? [];
        if (groups.Length != 4)
            return false;
        foreach (var group in groups)
        {
            if (group.Length is 0 or > 3 || (group.Length > 1 && group[0] == '0') || !group.All(char.IsAsciiDigit))
                return false;
            var value = int.Parse(group, CultureInfo.InvariantCulture);
            if (value > 255)
                return false;
            address = (address << 8) | (uint)value;
        }
        return true;
    }

    /// <summary>The number of an address that was checked before; an unreadable one counts as 0.</summary>
    public static uint Read(string? text) => TryRead(text, out var address) ? address : 0;

    public static string Write(uint address) => $"{address >> 24}.{(address >> 16) & 255}.{(address >> 8) & 255}.{address & 255}";

    /// <summary>Contiguous ones; <c>0.0.0.0</c> is refused, <c>255.255.255.255</c> is not.</summary>
    public static bool IsNetmask(string? text) => TryRead(text, out var mask) && mask != 0 && BitOperations.PopCount(mask) == BitOperations.LeadingZeroCount(~mask);

    public static int PrefixOf(string netmask) => BitOperations.PopCount(Read(netmask));

    public static string NetmaskOf(int prefix) => Write(prefix == 0 ? 0 : uint.MaxValue << (32 - prefix));

    /// <summary>True when both addresses lie in one subnet of this netmask.</summary>
    public static bool SameSubnet(string a, string b, string netmask) => (Read(a) & Read(netmask)) == (Read(b) & Read(netmask));

    /// <summary>The server's comparison of two ranges, inclusive on both ends; a reversed range overlaps only where its ends say so.</summary>
    public static bool RangesOverlap(string start1, string? end1, string start2, string? end2)
    {
        uint s1 = Read(start1), e1 = end1 is null ? s1 : Read(end1), s2 = Read(start2), e2 = end2 is null ? s2 : Read(end2);
        if (s1 == s2 || s1 == e2 || e1 == s2 || e1 == e2)
            return true;
        return (s1 > s2 && s1 < e2) || (e1 > s2 && e1 < e2) || (s2 > s1 && s2 < e1) || (e2 > s1 && e2 < e1);
    }
}
