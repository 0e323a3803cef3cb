using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>Asks a running push to stop after the calls that are under way.</summary>
internal sealed class PausePush(SteerPush steer)
{
    public Task<Outcome?> Execute(Caller caller, Guid runId, CancellationToken cancel = default) =>
        steer.Execute(caller, this, runId, run => run.RequestPause(), "This push cannot be paused", goesOn: false, cancel);
}
