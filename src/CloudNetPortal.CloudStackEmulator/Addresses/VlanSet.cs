namespace CloudNetPortal.CloudStackEmulator.Addresses;

/// <summary>Arithmetic on sets of VLANs, kept as merged spans in ascending order.</summary>
internal static class VlanSet
{
    public static List<VlanSpan> Merge(IEnumerable<VlanSpan> spans)
    {
        var merged = new List<VlanSpan>();
        foreach (var span in spans.OrderBy(s => s.First))
        {
            if (merged.Count > 0 && span.First <= merged[^1].Last + 1L)
                merged[^1] = merged[^1] with { Last = Math.Max(merged[^1].Last, span.Last) };
            else
                merged.Add(span);
        }
        return merged;
    }

    /// <summary>What is in <paramref name="from"/> and not in <paramref name="taken"/>.</summary>
    public static List<VlanSpan> Subtract(IEnumerable<VlanSpan> from, IReadOnlyList<VlanSpan> taken)
    {
        var rest = new List<VlanSpan>();
        foreach (var span in from)
        {
            long next = span.First;
            foreach (var cut in taken.Where(t => t.Last >= span.First && t.First <= span.Last).OrderBy(t => t.First))
            {
                if (cut.First > next)
                    rest.Add(new VlanSpan((int)next, cut.First - 1));
                next = Math.Max(next, cut.Last + 1L);
            }
            if (next <= span.Last)
                rest.Add(new VlanSpan((int)next, span.Last));
        }
        return rest;
    }

    public static string? Write(IReadOnlyCollection<VlanSpan> spans) => spans.Count == 0 ? null : string.Join(',', spans);
}
