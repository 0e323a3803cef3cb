namespace CloudNetPortal.Web.Shared;

/// <summary>How a traffic type is drawn, on chips and in diagrams: a mark of 18 by 18 units, its letter and its colour token.</summary>
public static class TrafficShape
{
    public static string Path(string type) => type switch
    {
        "Management" => "M4 1h10a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3H4a3 3 0 0 1-3-3V4a3 3 0 0 1 3-3z",
        "Guest" => "M9 .6 17.4 9 9 17.4.6 9z",
        "Storage" => "M5 1h8l4 8-4 8H5L1 9z",
        _ => "M9 1a8 8 0 1 1 0 16A8 8 0 0 1 9 1z",
    };

    public static string Colour(string type) => IsOutline(type) ? "none" : $"var(--{type.ToLowerInvariant()})";

    /// <summary>The colour of lines that carry it.</summary>
    public static string Line(string type) => IsKnown(type) ? $"var(--{type.ToLowerInvariant()})" : "var(--control)";

    public static string Letter(string type) => type is { Length: > 0 } ? type[..1].ToUpperInvariant() : "?";

    public static bool IsOutline(string type) => !IsKnown(type);

    private static bool IsKnown(string type) => type is "Management" or "Public" or "Guest" or "Storage";
}
