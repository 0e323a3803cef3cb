using CloudNetPortal.Web.Shell;

namespace CloudNetPortal.Web.Features.Clouds;

internal static class CloudsFeature
{
    public static void AddClouds(this IServiceCollection services) => services.AddNavEntry(new("Clouds", PortalUrls.Clouds, Order: 95) { Group = "Administration" });
}
