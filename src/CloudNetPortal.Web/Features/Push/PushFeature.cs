using CloudNetPortal.Web.Features.Push.Rehearsing;
using CloudNetPortal.Web.Shell;

namespace CloudNetPortal.Web.Features.Push;

internal static class PushFeature
{
    public static void AddPushes(this IServiceCollection services)
    {
        services.AddSchedule<PickUpPushes>(TimeSpan.FromSeconds(2));
        services.AddSchedule<HoldRehearsals>(TimeSpan.FromSeconds(3));
        services.AddNavEntry(new("Pushes", PortalUrls.Pushes, Order: 60));
        services.AddFirstStep(new("Push it", "Step by step, safe to interrupt, with a proof at the end that the cloud holds what was approved.", PortalUrls.Pushes, 50,
            async (scope, cancel) => (await scope.GetRequiredService<PushQueries>().List(cancel)).Any(line => line.Run.Differences == 0)));
    }
}
