using System.Globalization;

namespace CloudNetPortal.CloudStackEmulator.Addresses;

/// <summary>A block of IPv4 addresses; host bits may be set.</summary>
internal readonly record struct Cidr(uint Address, int Prefix)
{
    private static readonly Cidr[] PrivateBlocks = [new(10u << 24, 8), new((172u << 24) | (16u << 16), 12), new((192u << 24) | (168u << 16), 16), new((100u << 24) | (64u << 16), 10)];

    public static Cidr Of(string address, string netmask) => new(Ipv4.Read(address), Ipv4.PrefixOf(netmask));

    public static bool TryRead(string? text, out Cidr cidr)
    {
        cidr = default;
        var parts = text?.Split('/') ?? [];
        if (parts.Length != 2 || !Ipv4.TryRead(parts[0], out var address) || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var prefix) || prefix > 32)
            return false;
        cidr = new Cidr(address, prefix);
        return true;
    }

    public uint Network => Address & Mask(Prefix);

    public uint Last => Network | ~Mask(Prefix);

    public bool Contains(string address) => (Ipv4.Read(address) & Mask(Prefix)) == Network;

    /// <summary>Both sides are compared at the shorter prefix.</summary>
    public bool Overlaps(Cidr other)
    {
        var mask = Mask(Math.Min(Prefix, other.Prefix));
        return (Address & mask) == (other.Address & mask);
    }

    /// <summary>True inside 10/8, 172.16/12, 192.168/16 or 100.64/10 (CS-105).</summary>
    public bool IsPrivate()
    {
        foreach (var block in PrivateBlocks)
        {
            if (Prefix >= block.Prefix && (Address & Mask(block.Prefix)) == block.Network)
                return true;
        }
        return false;
    }

    public override string ToString() => $"{Ipv4.Write(Network)}/{Prefix}";

    private static uint Mask(int prefix) => prefix == 0 ? 0 : uint.MaxValue << (32 - prefix);
}
