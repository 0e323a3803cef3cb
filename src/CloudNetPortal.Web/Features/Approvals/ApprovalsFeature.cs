using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shell;

namespace CloudNetPortal.Web.Features.Approvals;

internal static class ApprovalsFeature
{
    public static void AddApprovals(this IServiceCollection services)
    {
        services.AddNavEntry(new("Changes", PortalUrls.Changes, Order: 50)
        {
            Count = async (scope, cancel) => await scope.GetRequiredService<ChangeQueries>().WaitingFor(await scope.GetRequiredService<CurrentCaller>().Get(), cancel),
        });
        services.AddNavEntry(new("Approval policy", PortalUrls.Policy, Order: 97) { Group = "Administration" });
        services.AddHomePanel<WaitingPanel>(order: 10);
        services.AddFirstStep(new("Have it approved", "Submit the draft: each team it concerns agrees to one frozen revision and its plan.", PortalUrls.Changes, 40,
            async (scope, cancel) => (await scope.GetRequiredService<ChangeQueries>().List(cancel)).Count > 0));
    }
}
