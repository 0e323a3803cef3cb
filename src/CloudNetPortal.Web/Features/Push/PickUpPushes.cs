using Quartz;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>Lets one of the portals look for pushes that wait, or whose worker is gone.</summary>
internal sealed class PickUpPushes(PushBell bell) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        bell.Ring();
        return ValueTask.CompletedTask;
    }
}
