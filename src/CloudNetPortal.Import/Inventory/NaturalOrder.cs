namespace CloudNetPortal.Import.Inventory;

/// <summary>Orders names as people do: eno2 before eno10.</summary>
public static class NaturalOrder
{
    /// <summary>Less than, equal to or greater than zero.</summary>
    public static int Compare(string a, string b)
    {
        int i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            if (char.IsAsciiDigit(a[i]) && char.IsAsciiDigit(b[j]))
            {
                var one = Run(a, ref i);
                var two = Run(b, ref j);
                var order = one.Length != two.Length ? one.Length - two.Length : string.CompareOrdinal(one, two);
                if (order != 0)
                    return order;
            }
            else
            {
                var order = char.ToLowerInvariant(a[i++]) - char.ToLowerInvariant(b[j++]);
                if (order != 0)
                    return order;
            }
        }
        return (a.Length - i) - (b.Length - j);
    }

    private static string Run(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return text[start..at].TrimStart('0');
    }
}
