using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>How it looks what a step does to its object.</summary>
internal static class PlanActionLook
{
    private const string Plus = "M7 2.5v9M2.5 7h9";

    public static StatusLook Of(PlanStep step) => step switch
    {
        { Action: PlanAction.Wait } => new("Waits", Tone.Neutral, StatusLook.Hourglass),
        { Action: PlanAction.Keep } => new("Keeps", Tone.Ok, StatusLook.Tick),
        { OnlyFinds: true } => new("Finds", Tone.Neutral, StatusLook.Eye),
        { Action: PlanAction.Change } => new("Changes", Tone.Info, StatusLook.Pencil),
        { Action: PlanAction.Remove } => new("Removes", Tone.Error, StatusLook.Cross),
        _ => new("Creates", Tone.Ok, Plus),
    };

    /// <summary>True for a step that leaves everything as it is.</summary>
    public static bool IsQuiet(PlanStep step) => step.Action == PlanAction.Keep || step.OnlyFinds;

    /// <summary>Whether it can be taken back, in a word.</summary>
    public static string Undo(PlanStep step) => IsQuiet(step) || step.Action == PlanAction.Wait ? "–" : step.Reversibility switch { Reversibility.OneWay => "one-way", Reversibility.WithOutage => "with outage", _ => "yes" };
}
