namespace CloudNetPortal.Web.Access;

/// <summary>Where to go after sign-in: only inside this portal, whatever the address bar says.</summary>
internal static class LocalUrl
{
    public static string Or(string? url, string otherwise) =>
        url is { Length: > 0 } && url[0] == '/' && !url.StartsWith("//", StringComparison.Ordinal) && !url.StartsWith("/\\", StringComparison.Ordinal)
        && !url.Any(char.IsControl) ? url : otherwise;
}
