using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;

namespace CloudNetPortal.Domain.Rules.Addressing;

/// <summary>Finds the addresses somebody has inside a range, in a list sorted by address.</summary>
internal static class UsedBetween
{
    public static IReadOnlyList<UsedAddress> Of(IReadOnlyList<UsedAddress> used, Ipv4Range range)
    {
        var (low, high) = (0, used.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = used[middle].Address < range.Start ? (middle + 1, high) : (low, middle);
        }
        var inside = new List<UsedAddress>();
        for (; low < used.Count && used[low].Address <= range.End; low++)
            inside.Add(used[low]);
        return inside;
    }
}
