using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>Decides that a step of a push that stands still is not done, with the reason, and lets the push go on. What needs the object of that step stays undone.</summary>
internal sealed class SkipStep(SteerPush steer, TimeProvider time)
{
    public Task<Outcome?> Execute(Caller caller, Guid runId, string step, string reason, CancellationToken cancel = default) =>
        caller.MayPush() && reason.Trim().Length is 0 or > 500
            ? Task.FromResult<Outcome?>(new Refused("Say in at most 500 characters why the step is skipped."))
            : steer.Execute(caller, this, runId, run => run.Skip(new PushSkip(step, reason.Trim(), caller.Name, time.GetUtcNow())), "No step of this push can be skipped now", goesOn: true, cancel);
}
