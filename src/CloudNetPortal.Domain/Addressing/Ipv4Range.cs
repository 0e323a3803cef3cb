namespace CloudNetPortal.Domain.Addressing;

/// <summary>Addresses from start to end, both included, as CloudStack's ranges are.</summary>
/// <param name="Start">Lowest address.</param>
/// <param name="End">Highest address, not below <paramref name="Start"/> in a good range.</param>
public readonly record struct Ipv4Range(Ipv4 Start, Ipv4 End)
{
    /// <summary>Reads two addresses; a missing end means the single start address, as the server reads it.</summary>
    public static bool TryParse(string? start, string? end, out Ipv4Range range)
    {
        range = default;
        if (!Ipv4.TryParse(start, out var from) || !Ipv4.TryParse(string.IsNullOrWhiteSpace(end) ? start : end, out var to))
            return false;
        range = new Ipv4Range(from, to);
        return true;
    }

    /// <summary>How many addresses; 0 when the ends are exchanged.</summary>
    public long Count => End < Start ? 0 : (long)End.Value - Start.Value + 1;

    /// <summary>True when the address lies inside, ends included.</summary>
    public bool Contains(Ipv4 address) => Start <= address && address <= End;

    /// <summary>True when both share an address.</summary>
    public bool Overlaps(Ipv4Range other) => Start <= other.End && other.Start <= End;

    /// <summary>The shared part, or null.</summary>
    public Ipv4Range? Intersect(Ipv4Range other) =>
        Overlaps(other) ? new(Start > other.Start ? Start : other.Start, End < other.End ? End : other.End) : null;

    /// <summary>For people: <c>10.0.1.10–20</c> with the last group only where the rest is equal.</summary>
    public override string ToString() =>
        Start == End ? $"{Start}" : Start.Value >> 8 == End.Value >> 8 ? $"{Start}–{End.Value & 255}" : $"{Start}–{End}";
}
