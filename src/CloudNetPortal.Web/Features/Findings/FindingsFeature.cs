using CloudNetPortal.Web.Shell;

namespace CloudNetPortal.Web.Features.Findings;

internal static class FindingsFeature
{
    public static void AddFindings(this IServiceCollection services)
    {
        services.AddNavEntry(new("Findings", PortalUrls.Findings, Order: 40));
        services.AddNavEntry(new("Rules", PortalUrls.Rules, Order: 45));
        services.AddHomePanel<AnswersPanel>(order: 15);
    }
}
