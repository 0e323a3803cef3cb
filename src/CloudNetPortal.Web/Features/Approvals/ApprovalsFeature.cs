using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shell;

namespace CloudNetPortal.Web.Features.Approvals;

internal static class ApprovalsFeature
{
    public static void AddApprovals(this IServiceCollection services) => services.AddNavEntry(new("Changes", PortalUrls.Changes, Order: 50)
    {
        Count = async (scope, cancel) => await scope.GetRequiredService<ChangeQueries>().WaitingFor(await scope.GetRequiredService<CurrentCaller>().Get(), cancel),
    });
}
