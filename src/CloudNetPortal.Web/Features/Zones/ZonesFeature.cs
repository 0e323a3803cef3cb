using CloudNetPortal.Web.Shell;

namespace CloudNetPortal.Web.Features.Zones;

internal static class ZonesFeature
{
    public static void AddZones(this IServiceCollection services) => services.AddNavEntry(new("Zones", PortalUrls.Zones, Order: 30));
}
