using CloudNetPortal.Domain.Drift;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features.Drift;

/// <summary>How drift looks. A zone that cannot be read is never shown as in order.</summary>
internal static class DriftLook
{
    public static StatusLook Of(DriftLine line) =>
        line.Check.Problem is not null ? new("Not readable", Tone.Warning, StatusLook.Clock)
        : line.IsStale ? new("Old", Tone.Warning, StatusLook.Clock)
        : line.Open > 0 ? new("Drift", Tone.Error, StatusLook.Alert) : new("As pushed", Tone.Ok, StatusLook.Tick);

    public static StatusLook Of(DriftRow row) =>
        row.IsIgnored ? new("Ignored", Tone.Neutral, StatusLook.Dash)
        : row.DraftMoved ? new("Both moved", Tone.Warning, StatusLook.Bubble)
        : row.Finding.RevertedIn is { } change ? new($"Reverted in CH-{change}", Tone.Info, StatusLook.Back)
        : row.Finding.Kind switch
        {
            DriftKind.Added => new("Added", Tone.Error, StatusLook.Alert),
            DriftKind.Removed => new("Removed", Tone.Error, StatusLook.Cross),
            DriftKind.State => new("State", Tone.Warning, StatusLook.Alert),
            _ => new("Changed", Tone.Error, StatusLook.Pencil),
        };
}
