using CloudNetPortal.Web.Shell;

namespace CloudNetPortal.Web.Features.Import;

internal static class ImportFeature
{
    public static void AddImport(this IServiceCollection services)
    {
        services.AddNavEntry(new("Import", PortalUrls.Import, Order: 80));
        services.AddSingleton<ImportEvidence>();
        services.AddSingleton<ImportQueries>();
        services.AddSingleton<BringFiles>();
        services.AddSingleton<ReadImport>();
        services.AddSingleton<DecideImport>();
        services.AddSingleton<AcceptImport>();
        services.AddSingleton<AcceptZones>();
        services.AddSingleton<DiscardImport>();
    }
}
