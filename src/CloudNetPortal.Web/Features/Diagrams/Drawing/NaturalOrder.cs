namespace CloudNetPortal.Web.Features.Diagrams.Drawing;

/// <summary>Orders names as people count: Eth2 before Eth10, without regard to case.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Comparer { get; } = new();

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        int i = 0, j = 0;
        while (i < x.Length && j < y.Length)
        {
            int order;
            if (char.IsAsciiDigit(x[i]) && char.IsAsciiDigit(y[j]))
            {
                var (a, b) = (Number(x, ref i), Number(y, ref j));
                order = a.Length != b.Length ? a.Length - b.Length : string.CompareOrdinal(a, b);
            }
            else
            {
                order = char.ToLowerInvariant(x[i++]).CompareTo(char.ToLowerInvariant(y[j++]));
            }
            if (order != 0)
                return order;
        }
        var rest = x.Length - i - (y.Length - j);
        return rest != 0 ? rest : string.CompareOrdinal(x, y);
    }

    private static string Number(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return text[start..at].TrimStart('0');
    }
}
