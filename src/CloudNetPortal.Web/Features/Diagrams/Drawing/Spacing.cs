namespace CloudNetPortal.Web.Features.Diagrams.Drawing;

/// <summary>
/// Puts things beside each other in a given order, each as near to its wished place as their widths allow (least squares, by pooling neighbours that
/// would overlap).
/// </summary>
internal static class Spacing
{
    /// <summary>Left edges for things of these widths, with at least <paramref name="gap"/> between them, whose centres are wished at <paramref name="wishes"/>.</summary>
    public static int[] Place(IReadOnlyList<double> wishes, IReadOnlyList<int> widths, int gap)
    {
        // With the widths before each thing taken off, "no overlap" becomes "never decreasing", which pooling solves.
        var offsets = new double[wishes.Count];
        for (var i = 1; i < wishes.Count; i++)
            offsets[i] = offsets[i - 1] + widths[i - 1] + gap;
        var pools = new List<(double Sum, int Count)>();
        for (var i = 0; i < wishes.Count; i++)
        {
            var pool = (Sum: wishes[i] - widths[i] / 2.0 - offsets[i], Count: 1);
            while (pools.Count > 0 && pools[^1].Sum / pools[^1].Count >= pool.Sum / pool.Count)
            {
                pool = (pool.Sum + pools[^1].Sum, pool.Count + pools[^1].Count);
                pools.RemoveAt(pools.Count - 1);
            }
            pools.Add(pool);
        }
        var lefts = new int[wishes.Count];
        var at = 0;
        foreach (var (sum, count) in pools)
            for (var i = 0; i < count; i++, at++)
            {
                lefts[at] = (int)Math.Round(sum / count + offsets[at]);
                if (at > 0)
                    lefts[at] = Math.Max(lefts[at], lefts[at - 1] + widths[at - 1] + gap);
            }
        return lefts;
    }
}
