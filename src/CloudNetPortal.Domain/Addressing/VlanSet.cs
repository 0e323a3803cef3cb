using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace CloudNetPortal.Domain.Addressing;

/// <summary>
/// An immutable set of VLAN ids (or 24-bit VXLAN identifiers), kept as sorted, disjoint, non-adjacent runs, so that every operation costs the number
/// of runs and never the number of ids. Equal sets are equal values.
/// </summary>
[JsonConverter(typeof(VlanSetJson))]
public sealed class VlanSet : IEquatable<VlanSet>
{
    /// <summary>The set without ids.</summary>
    public static VlanSet Empty { get; } = new([]);

    /// <summary>Every VLAN id that may be used on a wire: 1 to 4094 (IEEE 802.1Q).</summary>
    public static VlanSet All { get; } = new([new VlanRange(1, 4094)]);

    // Sets of one VLAN are asked for on every leg.
    private static readonly VlanSet?[] Singles = new VlanSet?[4096];

    private readonly ImmutableArray<VlanRange> _ranges;
    // Of the runs, worked out when it is first asked for: sets are keys of many look-ups.
    private int _hash;

    private VlanSet(ImmutableArray<VlanRange> ranges) => _ranges = ranges;

    /// <summary>The runs, ascending.</summary>
    public ImmutableArray<VlanRange> Ranges => _ranges;

    /// <summary>True when there is no id in the set.</summary>
    public bool IsEmpty => _ranges.IsEmpty;

    /// <summary>How many ids are in the set.</summary>
    public long Count => _ranges.Sum(r => r.Count);

    /// <summary>The id with the most digits: the highest one, or 0 for the empty set.</summary>
    public int Highest => _ranges.IsEmpty ? 0 : _ranges[^1].Last;

    /// <summary>A set of one id.</summary>
    public static VlanSet Of(int id) => id is >= 0 and < 4096 ? Singles[id] ??= new([new VlanRange(id, id)]) : new([new VlanRange(id, id)]);

    /// <summary>A set from runs in any order, overlapping or not. Runs with their ends exchanged are refused with an <see cref="ArgumentException"/>.</summary>
    public static VlanSet Of(IEnumerable<VlanRange> ranges)
    {
        var sorted = ranges.OrderBy(r => r.First).ToList();
        var merged = ImmutableArray.CreateBuilder<VlanRange>();
        foreach (var range in sorted)
        {
            if (range.Last < range.First)
                throw new ArgumentException($"{range} ends before it starts.", nameof(ranges));
            if (merged.Count > 0 && range.First <= merged[^1].Last + 1L)
                merged[^1] = new VlanRange(merged[^1].First, Math.Max(merged[^1].Last, range.Last));
            else
                merged.Add(range);
        }
        return merged.Count == 0 ? Empty : new VlanSet(merged.ToImmutable());
    }

    /// <summary>
    /// Reads what people and exports write: <c>100-199,300</c>, blanks around parts allowed, in any order. ASCII digits only: CloudStack 4.23 reads
    /// full-width digits and <c>10-20-30</c> without complaint, which is why neither is accepted here.
    /// </summary>
    /// <param name="text">Comma-separated ids and runs; empty or null is the empty set.</param>
    /// <param name="set">The set, when true is returned.</param>
    /// <param name="problem">What is wrong and with which part, when false is returned.</param>
    /// <param name="highest">Highest id accepted: 4094 for VLANs, 16777214 for VXLAN.</param>
    public static bool TryParse(string? text, out VlanSet set, out string? problem, int highest = 4094)
    {
        set = Empty;
        problem = null;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        var ranges = new List<VlanRange>();
        foreach (var part in text.Split(','))
        {
            var ends = part.Trim().Split('-');
            if (ends.Length > 2 || !TryId(ends[0], out var first) || !TryId(ends[^1], out var last))
                problem = $"“{part.Trim()}” is not a VLAN id or a range such as 100-199.";
            else if (last < first)
                problem = $"Range {part.Trim()} ends before it starts.";
            else if (first < 1 || last > highest)
                problem = $"Range {part.Trim()} leaves 1–{highest}.";
            else
                ranges.Add(new VlanRange(first, last));
            if (problem is not null)
                return false;
        }
        set = Of(ranges);
        return true;
    }

    /// <summary>Reads a text that is known to be good; throws <see cref="FormatException"/> otherwise.</summary>
    public static VlanSet Parse(string text, int highest = 4094) =>
        TryParse(text, out var set, out var problem, highest) ? set : throw new FormatException(problem);

    /// <summary>True when <paramref name="id"/> is in the set.</summary>
    public bool Contains(int id)
    {
        foreach (var range in _ranges.AsSpan())
            if (id <= range.Last)
                return range.First <= id;
        return false;
    }

    /// <summary>True when no id of <paramref name="other"/> is missing here.</summary>
    public bool ContainsAll(VlanSet other) => other.Except(this).IsEmpty;

    /// <summary>Ids in either set.</summary>
    public VlanSet Union(VlanSet other) => Of(_ranges.Concat(other._ranges));

    /// <summary>Ids in both sets.</summary>
    public VlanSet Intersect(VlanSet other)
    {
        var found = new List<VlanRange>();
        for (int i = 0, j = 0; i < _ranges.Length && j < other._ranges.Length;)
        {
            var first = Math.Max(_ranges[i].First, other._ranges[j].First);
            var last = Math.Min(_ranges[i].Last, other._ranges[j].Last);
            if (first <= last)
                found.Add(new VlanRange(first, last));
            if (_ranges[i].Last < other._ranges[j].Last) i++; else j++;
        }
        return Of(found);
    }

    /// <summary>Ids of this set that are not in <paramref name="other"/>.</summary>
    public VlanSet Except(VlanSet other)
    {
        var rest = new List<VlanRange>();
        foreach (var range in _ranges)
        {
            long from = range.First;
            foreach (var cut in other._ranges.Where(c => c.Last >= range.First && c.First <= range.Last))
            {
                if (cut.First > from)
                    rest.Add(new VlanRange((int)from, cut.First - 1));
                from = Math.Max(from, cut.Last + 1L);
            }
            if (from <= range.Last)
                rest.Add(new VlanRange((int)from, range.Last));
        }
        return Of(rest);
    }

    /// <summary>True when the sets share an id.</summary>
    public bool Overlaps(VlanSet other) => !Intersect(other).IsEmpty;

    /// <summary>The canonical text that is sent to CloudStack: <c>100-199,300-300</c>.</summary>
    public override string ToString() => string.Join(',', _ranges);

    /// <summary>For people: <c>100–199, 300</c>; an empty set is “none”.</summary>
    public string ToDisplay() => IsEmpty ? "none" : string.Join(", ", _ranges.Select(r => r.ToDisplay()));

    /// <inheritdoc/>
    public bool Equals(VlanSet? other) => ReferenceEquals(this, other) || other is not null && _ranges.AsSpan().SequenceEqual(other._ranges.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as VlanSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        if (_hash != 0)
            return _hash;
        var hash = new HashCode();
        foreach (var range in _ranges)
            hash.Add(range);
        return _hash = hash.ToHashCode();
    }

    private static bool TryId(string text, out int id)
    {
        var trimmed = text.Trim();
        id = 0;
        return trimmed.Length > 0 && trimmed.All(char.IsAsciiDigit) && int.TryParse(trimmed, NumberStyles.None, CultureInfo.InvariantCulture, out id);
    }
}
