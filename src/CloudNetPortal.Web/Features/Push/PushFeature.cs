using CloudNetPortal.Web.Shell;

namespace CloudNetPortal.Web.Features.Push;

internal static class PushFeature
{
    public static void AddPushes(this IServiceCollection services) => services.AddNavEntry(new("Pushes", PortalUrls.Pushes, Order: 60));
}
