using CloudNetPortal.Web.Shell;

namespace CloudNetPortal.Web.Features.Cabling;

internal static class CablingFeature
{
    public static void AddCabling(this IServiceCollection services)
    {
        services.AddScoped<CableQueries>();
        services.AddScoped<SaveCable>();
        services.AddScoped<RemoveCable>();
        services.AddNavEntry(new("Cabling", PortalUrls.Cables, Order: 20) { AlsoUnder = ["/cabling", "/trace"] });
    }

    public static void MapCabling(this WebApplication app) =>
        app.MapGet("/api/v1/cables", async (string? q, int? page, CableQueries queries, CancellationToken cancel) => Results.Ok(await queries.List(q, page ?? 1, cancel))).WithName("ListCables");
}
