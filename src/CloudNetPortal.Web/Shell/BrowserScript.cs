using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace CloudNetPortal.Web.Shell;

/// <summary>Serves Blazor's browser script out of this assembly; build/BlazorScript.targets says why it is there.</summary>
internal static class BrowserScript
{
    public const string Path = "/_framework/blazor.web.js";

    private static readonly byte[] Content = Read();
    private static readonly EntityTagHeaderValue Tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(Content))[..16]}\"");

    public static void MapBrowserScript(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, (HttpContext http) =>
        {
            // The address never changes, so the browser asks each time and is told "not modified".
            http.Response.Headers.CacheControl = "no-cache";
            return Results.Bytes(Content, "text/javascript; charset=utf-8", entityTag: Tag);
        }).AllowAnonymous();

    private static byte[] Read()
    {
        using var from = typeof(BrowserScript).Assembly.GetManifestResourceStream("blazor.web.js")
            ?? throw new InvalidOperationException("The browser script is not in the assembly; see build/BlazorScript.targets.");
        var bytes = new byte[from.Length];
        from.ReadExactly(bytes);
        return bytes;
    }
}
