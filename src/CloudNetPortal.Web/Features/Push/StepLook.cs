using CloudNetPortal.Push;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>How the state of a step looks.</summary>
internal static class StepLook
{
    public static StatusLook Of(StepReport report, bool onlyFinds = false) => report.State switch
    {
        CloudNetPortal.Push.StepState.Done when onlyFinds => new("Found", Tone.Ok, StatusLook.Eye),
        CloudNetPortal.Push.StepState.Done when report.How == StepEffect.Adopted => new("Adopted", Tone.Ok, StatusLook.Chain),
        CloudNetPortal.Push.StepState.Done => new("Done", Tone.Ok, StatusLook.Tick),
        CloudNetPortal.Push.StepState.Running => new("Running", Tone.Info, StatusLook.Arrow),
        CloudNetPortal.Push.StepState.Refused => new("Refused", Tone.Error, StatusLook.Alert),
        CloudNetPortal.Push.StepState.Differs => new("Differs", Tone.Error, StatusLook.Alert),
        CloudNetPortal.Push.StepState.NeedsChoice => new("Asks", Tone.Warning, StatusLook.Bubble),
        CloudNetPortal.Push.StepState.Skipped => new("Skipped", Tone.Neutral, StatusLook.Dash),
        _ => new("Waiting", Tone.Neutral, StatusLook.Ring),
    };
}
