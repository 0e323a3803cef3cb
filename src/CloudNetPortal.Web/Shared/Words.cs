using System.Globalization;

namespace CloudNetPortal.Web.Shared;

/// <summary>Numbers and names as the portal writes them.</summary>
public static class Words
{
    /// <summary>"no errors", "1 error", "3,412 errors".</summary>
    public static string Count(int n, string one, string? many = null) => n switch
    {
        0 => $"no {many ?? one + "s"}",
        1 => $"1 {one}",
        _ => $"{Number(n)} {many ?? one + "s"}",
    };

    /// <summary>With separators; above 100,000 it is an estimate and says so.</summary>
    public static string Number(long n) => (n > 100_000 ? "≈ " : "") + n.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"a", "a and b", "a, b and c"; at most <paramref name="most"/> of them, then "and 12 more".</summary>
    public static string List(IReadOnlyCollection<string> names, int most = 5) => names.Count switch
    {
        0 => "",
        1 => names.First(),
        var n when n > most => $"{string.Join(", ", names.Take(most))} and {Number(n - most)} more",
        _ => $"{string.Join(", ", names.SkipLast(1))} and {names.Last()}",
    };
}
