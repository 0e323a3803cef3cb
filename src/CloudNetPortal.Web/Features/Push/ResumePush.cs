using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>Lets a paused or stopped push go on where it stands; what was refused is tried again.</summary>
internal sealed class ResumePush(SteerPush steer)
{
    public Task<Outcome?> Execute(Caller caller, Guid runId, CancellationToken cancel = default) =>
        steer.Execute(caller, this, runId, run => run.Resume(), "This push cannot go on", goesOn: true, cancel);
}
