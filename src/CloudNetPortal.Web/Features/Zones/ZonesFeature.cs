using CloudNetPortal.Store.Catalogue;
using CloudNetPortal.Web.Shell;

namespace CloudNetPortal.Web.Features.Zones;

internal static class ZonesFeature
{
    public static void AddZones(this IServiceCollection services)
    {
        services.AddNavEntry(new("Zones", PortalUrls.Zones, Order: 30));
        services.AddHomePanel<ZonesPanel>(order: 20);
        services.AddFirstStep(new("Bring your hosts and switches", "NetBox tables, device types, and what the hosts themselves say: ip, bonding, bridges, LLDP.", PortalUrls.Import, 10,
            async (scope, cancel) => (await scope.GetRequiredService<CatalogueReader>().Read(cancel)).Snapshot.Devices.Count > 0));
        services.AddFirstStep(new("Design a zone", "In forms, or from a Marvin file. Rules judge it against the real cabling while you type.", PortalUrls.Zones, 20,
            async (scope, cancel) => (await scope.GetRequiredService<ZoneQueries>().List(cancel)).Count > 0));
    }
}
