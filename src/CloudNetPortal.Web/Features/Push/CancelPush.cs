using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>Ends a push before its end. The calls under way are finished, and what was made stays on the cloud.</summary>
internal sealed class CancelPush(SteerPush steer, TimeProvider time)
{
    public Task<Outcome?> Execute(Caller caller, Guid runId, CancellationToken cancel = default) =>
        steer.Execute(caller, this, runId, run => run.RequestCancel(time.GetUtcNow()), "This push cannot be cancelled", goesOn: false, cancel);
}
