using CloudNetPortal.Web.Features.Diagrams.Drawing;
using CloudNetPortal.Web.Features.Diagrams.Hosts;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features.Diagrams;

internal static class DiagramsFeature
{
    public static void AddDiagrams(this IServiceCollection services)
    {
        services.AddScoped<HostPictures>();
        services.AddScoped<SvgFile>();
    }

    public static void MapDiagrams(this WebApplication app) =>
        app.MapGet("/diagrams/host/{id}.svg", async (string id, string? theme, HostPictures pictures, SvgFile file, CancellationToken cancel) =>
            await pictures.Of(id, cancel) is { } picture
                ? Results.Text(await file.Of(HostDiagramLayout.Of(picture), theme == "dark"), "image/svg+xml")
                : new NotFound($"There is no device {id}.").ToHttp()).WithName("HostDiagram");
}
