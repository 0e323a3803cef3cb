using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>Says which of several objects on the cloud a step means, or that none of them is ours and a new one is to be made; the push goes on.</summary>
internal sealed class ChooseObject(SteerPush steer)
{
    public Task<Outcome?> Execute(Caller caller, Guid runId, string step, string? objectId, CancellationToken cancel = default) =>
        steer.Execute(caller, this, runId, run => run.Choose(step, objectId), "This push does not wait for that choice", goesOn: true, cancel);
}
