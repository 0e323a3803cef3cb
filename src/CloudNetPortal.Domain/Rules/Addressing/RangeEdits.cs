using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Rules.Addressing;

/// <summary>Edits that make a range smaller.</summary>
internal static class RangeEdits
{
    /// <summary>Gives a range other ends; an end that stays is not touched.</summary>
    public static IReadOnlyList<FieldEdit> Cut(AddressClaim claim, Ipv4Range to)
    {
        var edits = new List<FieldEdit>();
        if (claim.StartText != to.Start.ToString())
            edits.Add(FieldEdit.Text($"{claim.Path}/startIp", claim.StartText, to.Start.ToString()));
        if (claim.EndText != to.End.ToString())
            edits.Add(FieldEdit.Text($"{claim.Path}/endIp", claim.EndText, to.End.ToString()));
        return edits;
    }

    /// <summary>The longest run of a range that is left without the given addresses; null when nothing is.</summary>
    public static Ipv4Range? LongestFree(Ipv4Range range, IEnumerable<Ipv4> taken)
    {
        Ipv4Range? best = null;
        var from = range.Start;
        foreach (var address in taken.Order().Append(range.End.Plus(1)))
        {
            var run = new Ipv4Range(from, address.Plus(-1));
            if (address.Value > from.Value && run.Count > (best?.Count ?? 0))
                best = run;
            from = address.Plus(1);
        }
        return best;
    }
}
