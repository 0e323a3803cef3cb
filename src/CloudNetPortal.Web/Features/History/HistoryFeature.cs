using CloudNetPortal.Web.Shell;

namespace CloudNetPortal.Web.Features.History;

internal static class HistoryFeature
{
    public static void AddHistory(this IServiceCollection services) => services.AddNavEntry(new("Audit log", PortalUrls.History, Order: 98) { Group = "Administration" });
}
