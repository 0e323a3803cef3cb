namespace CloudNetPortal.Web.Shell;

/// <summary>What this browser was told to look like, from its cookies: read before the first byte of a page, so that nothing flashes.</summary>
/// <param name="Theme">light, dark or system.</param>
/// <param name="TimeZone">IANA name, such as Europe/Amsterdam; UTC until the browser has said otherwise.</param>
/// <param name="Compact">Rows of 28 instead of 36 pixels.</param>
public sealed record BrowserPreferences(string Theme, string TimeZone, bool Compact)
{
    public static readonly BrowserPreferences Default = new("system", "UTC", Compact: false);

    public static BrowserPreferences From(HttpRequest request) => new(
        request.Cookies["theme"] is "light" or "dark" ? request.Cookies["theme"]! : "system",
        TimeZoneInfo.TryFindSystemTimeZoneById(request.Cookies["zone"] ?? "", out var zone) ? zone.Id : "UTC",
        request.Cookies["density"] == "compact");

    public TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;
}
