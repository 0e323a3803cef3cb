using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Domain.Catalogue;

namespace CloudNetPortal.Web.Shared;

/// <summary>How a state of some life cycle looks: word, colour, and an icon drawn in 14 by 14 units.</summary>
public sealed record StatusLook(string Text, Tone Tone, string Icon, bool Dotted = false)
{
    public const string Ring = "M7 2a5 5 0 1 1 0 10A5 5 0 0 1 7 2z";
    public const string Tick = "M2.5 7.5l3 3 6-7";
    public const string DoubleTick = "M1 7.5l3 3 5.5-7M7 10.2l.3.300 5.5-7";
    public const string Cross = "M3.5 3.5l7 7M10.5 3.5l-7 7";
    public const string Pencil = "M2.5 11.5l.7-2.8 6-6 2.1 2.1-6 6z";
    public const string Eye = "M1 7s2.2-3.8 6-3.8S13 7 13 7s-2.2 3.8-6 3.8S1 7 1 7zM7 5.6a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8z";
    public const string Bubble = "M2 2.5h10v7H6.5L4 12V9.5H2z";
    public const string Arrow = "M2 7h9.5M8 3.5L11.5 7 8 10.5";
    public const string Bars = "M5 3v8M9 3v8";
    public const string Hourglass = "M3.5 2h7M3.5 12h7M4.5 2c0 3 5 4 5 5s-5 2-5 5M9.5 2c0 3-5 4-5 5s5 2 5 5";
    public const string Chain = "M6 8l2-2M5.5 6.2L3.8 7.9a1.7 1.7 0 0 0 2.4 2.4L7.9 8.6M6.1 5.4l1.7-1.7a1.7 1.7 0 0 1 2.4 2.4L8.5 7.8";
    public const string Dash = "M3 7h8";
    public const string Back = "M4.5 3L2 5.5 4.5 8M2 5.5h6a3.3 3.3 0 0 1 0 6.5H5";
    public const string Clock = "M7 2a5 5 0 1 1 0 10A5 5 0 0 1 7 2zM7 4.5V7l2 1.2";
    public const string Alert = "M4.9 2h4.2L12 4.9v4.2L9.1 12H4.9L2 9.1V4.9zM7 4.8v2.6M7 9.2v.1";
    private const string Square = "M2.5 2.5h9v9h-9z";

    public static StatusLook Of(ChangeState state) => state switch
    {
        ChangeState.Draft => new("Draft", Tone.Neutral, Pencil),
        ChangeState.InReview => new("In review", Tone.Info, Eye),
        ChangeState.ChangesWanted => new("Changes wanted", Tone.Warning, Bubble),
        ChangeState.Approved => new("Approved", Tone.Ok, Tick),
        ChangeState.Pushing => new("Pushing", Tone.Info, Arrow),
        ChangeState.Paused => new("Paused", Tone.Warning, Bars),
        ChangeState.Done => new("Done", Tone.Ok, DoubleTick),
        ChangeState.Withdrawn => new("Withdrawn", Tone.Neutral, Cross),
        _ => new(state.ToString(), Tone.Neutral, Ring),
    };

    public static StatusLook Of(LifeCycle state) => state switch
    {
        LifeCycle.Planned => new("Planned", Tone.Neutral, Square, Dotted: true),
        LifeCycle.Staged => new("Staged", Tone.Info, Square + "M2.5 7h9M4 9.2h6"),
        LifeCycle.Active => new("Active", Tone.Ok, Square + "M4.7 7.1l1.6 1.7 3-3.6"),
        LifeCycle.Failed => new("Failed", Tone.Error, Square + "M5 5l4 4M9 5L5 9"),
        LifeCycle.Offline => new("Offline", Tone.Warning, Square),
        LifeCycle.Decommissioning => new("Decommissioning", Tone.Neutral, Square + "M7 4.5v5M5 7.5l2 2 2-2"),
        _ => new(state.ToString(), Tone.Neutral, Square),
    };
}
