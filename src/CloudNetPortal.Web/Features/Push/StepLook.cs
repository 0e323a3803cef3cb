using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Push;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>How the state of a step looks.</summary>
internal static class StepLook
{
    public static StatusLook Of(StepReport report, PlanStep? step = null) => report.State switch
    {
        CloudNetPortal.Push.StepState.Done when step is { OnlyFinds: true } => new("Found", Tone.Ok, StatusLook.Eye),
        CloudNetPortal.Push.StepState.Done when step is { Action: PlanAction.Keep } => new("Unchanged", Tone.Ok, StatusLook.Eye),
        CloudNetPortal.Push.StepState.Done when step is { Action: PlanAction.Wait } => new("Reached", Tone.Ok, StatusLook.Tick),
        CloudNetPortal.Push.StepState.Done when step is { Action: PlanAction.Remove } => new("Removed", Tone.Ok, StatusLook.Tick),
        CloudNetPortal.Push.StepState.Done when report.How == StepEffect.Adopted => new("Adopted", Tone.Ok, StatusLook.Chain),
        CloudNetPortal.Push.StepState.Done => new("Done", Tone.Ok, StatusLook.Tick),
        CloudNetPortal.Push.StepState.Running when step is { Action: PlanAction.Wait } => new("Waits", Tone.Info, StatusLook.Clock),
        CloudNetPortal.Push.StepState.Running => new("Running", Tone.Info, StatusLook.Arrow),
        CloudNetPortal.Push.StepState.Refused => new("Refused", Tone.Error, StatusLook.Alert),
        CloudNetPortal.Push.StepState.Differs => new("Differs", Tone.Error, StatusLook.Alert),
        CloudNetPortal.Push.StepState.NeedsChoice => new("Asks", Tone.Warning, StatusLook.Bubble),
        CloudNetPortal.Push.StepState.Skipped when report.SkipReason is null => new("Not started", Tone.Neutral, StatusLook.Dash),
        CloudNetPortal.Push.StepState.Skipped => new("Skipped", Tone.Neutral, StatusLook.Dash),
        _ => new("Waiting", Tone.Neutral, StatusLook.Ring),
    };
}
