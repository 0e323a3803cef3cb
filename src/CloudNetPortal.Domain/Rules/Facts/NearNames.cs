namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>Finds the name somebody probably meant.</summary>
public static class NearNames
{
    /// <summary>The candidate that differs only in case or blanks, else by at most two letters (one for names below six); null when none is near.</summary>
    public static string? Nearest(string wanted, IEnumerable<string> candidates)
    {
        var trimmed = wanted.Trim();
        var farthest = trimmed.Length < 6 ? 1 : 2;
        return candidates.Select(c => (Name: c, Distance: string.Equals(c, trimmed, StringComparison.OrdinalIgnoreCase) ? 0 : Distance(trimmed, c, farthest)))
            // A different number at the end is a different bridge, not a slip: cloudbr1 is not cloudbr2.
            .Where(c => c.Distance <= farthest && Number(c.Name) == Number(trimmed))
            .OrderBy(c => c.Distance).ThenBy(c => c.Name, StringComparer.Ordinal).Select(c => c.Name).FirstOrDefault();
    }

    private static string Number(string name) => name[(name.AsSpan().TrimEnd("0123456789").Length)..];

    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
            return limit + 1;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, left) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j], left) + 1, diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1));
                (diagonal, left, row[j]) = (row[j], cost, cost);
            }
        }
        return row[b.Length];
    }
}
