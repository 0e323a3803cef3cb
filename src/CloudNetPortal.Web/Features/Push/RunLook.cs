using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>How the state of a push looks.</summary>
internal static class RunLook
{
    public static StatusLook Of(PushState state) => state switch
    {
        PushState.Waiting => new("Waiting for a worker", Tone.Neutral, StatusLook.Clock),
        PushState.Running => new("Running", Tone.Info, StatusLook.Arrow),
        PushState.Paused => new("Paused", Tone.Warning, StatusLook.Bars),
        PushState.Stopped => new("Stopped", Tone.Error, StatusLook.Alert),
        PushState.Cancelled => new("Cancelled", Tone.Neutral, StatusLook.Cross),
        PushState.Done => new("Done", Tone.Ok, StatusLook.DoubleTick),
        _ => new(state.ToString(), Tone.Neutral, StatusLook.Ring),
    };
}
