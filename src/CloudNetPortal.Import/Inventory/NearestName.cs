namespace CloudNetPortal.Import.Inventory;

/// <summary>How far names are from each other, for “nearest: …”.</summary>
public static class NearestName
{
    /// <summary>Least number of signs to insert, remove or exchange (Levenshtein), without regard to case.</summary>
    public static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1));
                diagonal = above;
            }
        }
        return row[^1];
    }
}
