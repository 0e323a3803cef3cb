using CloudNetPortal.Web.Shell;

namespace CloudNetPortal.Web.Features.Drift;

internal static class DriftFeature
{
    public static void AddDrift(this IServiceCollection services)
    {
        services.AddSchedule<CheckZones>(CheckZones.Every);
        services.AddNavEntry(new("Drift", PortalUrls.Drift, Order: 65) { Count = async (scope, cancel) => await scope.GetRequiredService<DriftQueries>().Open(cancel) });
    }
}
