using CloudNetPortal.Web.Shell;

namespace CloudNetPortal.Web.Features.Drift;

internal static class DriftFeature
{
    public static void AddDrift(this IServiceCollection services)
    {
        services.AddSingleton<DriftQueries>();
        services.AddSingleton<DriftBase>();
        services.AddSingleton<KnownObjects>();
        services.AddSingleton<DriftBoard>();
        services.AddSingleton<CheckDrift>();
        services.AddSingleton<AcceptDrift>();
        services.AddSingleton<IgnoreDrift>();
        services.AddSingleton<RevertDrift>();
        services.AddSingleton<ResolveThreeWay>();
        services.AddNavEntry(new("Drift", PortalUrls.Drift, Order: 65) { Count = async (scope, cancel) => await scope.GetRequiredService<DriftQueries>().Open(cancel) });
    }
}
