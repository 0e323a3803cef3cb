using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

namespace CloudNetPortal.Web.Features.Diagrams.Drawing;

/// <summary>Draws a finished drawing.</summary>
public sealed partial class DiagramView
{
    private readonly Dictionary<string, ElementReference> elements = [];
    private string? stop;

    [Parameter, EditorRequired] public required Diagram Diagram { get; set; }

    /// <summary>Traffic type that stays; what does not carry it fades.</summary>
    [Parameter] public string? Traffic { get; set; }

    /// <summary>A part was clicked, or Enter was pressed on it: its key.</summary>
    [Parameter] public EventCallback<string> OnOpen { get; set; }

    // A little too wide is made to fit; far too wide scrolls in its box and stays readable.
    private string Shrink => $"max-width:100%;min-width:{Diagram.Width * 84 / 100}px;height:auto";

    private string? Stop => Diagram.Find(stop)?.Key ?? Diagram.Step(null, "Home")?.Key;

    private bool Fades(IReadOnlyList<string> traffic) => Traffic is not null && !traffic.Contains(Traffic);

    private async Task Walk(KeyboardEventArgs args, DiagramBox from)
    {
        if (args.Key == "Enter")
            await Open(from);
        else if (Diagram.Step(from.Key, args.Key) is { } to && to.Key != from.Key && elements.TryGetValue(to.Key, out var element))
        {
            stop = to.Key;
            await element.FocusAsync();
        }
    }

    private Task Open(DiagramBox box) => OnOpen.InvokeAsync(box.Key);

    private static string Way(DiagramLine line) => "M" + string.Join(" L", line.Points.Select(p => $"{p.X} {p.Y}"));

    private static string Colour(DiagramLine line) => line.Broken ? "var(--error)" : line.Colour is null ? "var(--text-2)" : TrafficSign.Colour(line.Colour);

    private static string Fill(DiagramBox box) => box.Look switch
    {
        BoxLook.Tinted => "var(--surface-2)",
        BoxLook.Missing => "var(--error-soft)",
        BoxLook.Tag => "var(--bg)",
        BoxLook.Accent => "var(--accent-soft)",
        BoxLook.Cell or BoxLook.BrokenCell => "transparent",
        _ => "var(--surface)",
    };

    private static string Stroke(DiagramBox box) => box.Look switch
    {
        BoxLook.Missing => "var(--error)",
        BoxLook.Accent => "var(--accent)",
        BoxLook.Tinted or BoxLook.Tag or BoxLook.Quiet => "var(--border)",
        BoxLook.Cell or BoxLook.BrokenCell => "transparent",
        _ => box.Colour is null ? "var(--border-strong)" : TrafficSign.Colour(box.Colour),
    };

    private static string? Dashes(DiagramBox box) => box.Look switch { BoxLook.Missing => "5 4", BoxLook.Quiet => "2 3", _ => null };

    private static RenderFragment Words(DiagramText text) => builder =>
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", text.X);
        builder.AddAttribute(2, "y", text.Y);
        builder.AddAttribute(3, "font-size", text.Size);
        builder.AddAttribute(4, "font-weight", text.Look switch { TextLook.Heading => 650, TextLook.Name => 600, _ => 400 });
        builder.AddAttribute(5, "fill", text.Look switch { TextLook.Heading or TextLook.Name => "var(--text)", TextLook.Bad => "var(--error)", _ => "var(--text-2)" });
        if (text.Mono)
            builder.AddAttribute(6, "font-family", "var(--mono)");
        if (text.FromEnd)
            builder.AddAttribute(7, "text-anchor", "end");
        builder.AddContent(8, text.Text);
        builder.CloseElement();
    };

    private static RenderFragment Sockets(DiagramBox box) => box.Look is BoxLook.Cell or BoxLook.BrokenCell ? Sockets(box, box.Y - 9) : _ => { };

    private static RenderFragment SocketsInside(DiagramBox box) => Sockets(box, box.Bottom - 18);

    private static RenderFragment Sockets(DiagramBox box, int y) => builder =>
    {
        foreach (var x in box.Sockets)
            Rect(builder, x - 16, y, 32, 18, 2, "var(--surface-2)", box.SocketsBad ? "var(--error)" : "var(--text-2)");
    };

    private static RenderFragment Pill(DiagramPill pill) => builder =>
    {
        var tone = pill.Severity.ToLowerInvariant() switch { "error" => "error", "warning" => "warning", "waived" => "practice", _ => "info" };
        Rect(builder, pill.X, pill.Y, pill.Width, 22, 11, $"var(--{tone}-soft)", $"var(--{tone})");
        var (x, y) = (pill.X + 13, pill.Y + 11);
        Path(builder, tone switch
        {
            "error" => $"M{x - 7} {y}a7 7 0 1 0 14 0a7 7 0 1 0 -14 0z",
            "warning" => $"M{x} {y - 7}L{x + 7} {y + 6}L{x - 7} {y + 6}z",
            "practice" => $"M{x} {y - 8}L{x + 7} {y - 5}V{y}C{x + 7} {y + 4} {x + 4} {y + 6} {x} {y + 8}C{x - 4} {y + 6} {x - 7} {y + 4} {x - 7} {y}V{y - 5}z",
            _ => $"M{x - 7} {y}a7 7 0 1 0 14 0a7 7 0 1 0 -14 0z",
        }, $"var(--{tone})", null);
        Path(builder, tone == "practice" ? $"M{x - 3} {y}l2.2 2.2L{x + 3.4} {y - 2.6}" : $"M{x} {y - 4}v4.6M{x} {y + 3.2}v.8", "none", "var(--surface)");
        builder.OpenElement(20, "text");
        builder.AddAttribute(21, "x", pill.X + 26);
        builder.AddAttribute(22, "y", pill.Y + 15);
        builder.AddAttribute(23, "font-size", 12);
        builder.AddAttribute(24, "font-weight", 600);
        builder.AddAttribute(25, "fill", $"var(--{tone})");
        builder.AddContent(26, pill.Text);
        builder.CloseElement();
    };

    private static void Rect(RenderTreeBuilder builder, int x, int y, int width, int height, int radius, string fill, string stroke)
    {
        builder.OpenElement(0, "rect");
        builder.AddAttribute(1, "x", x);
        builder.AddAttribute(2, "y", y);
        builder.AddAttribute(3, "width", width);
        builder.AddAttribute(4, "height", height);
        builder.AddAttribute(5, "rx", radius);
        builder.AddAttribute(6, "fill", fill);
        builder.AddAttribute(7, "stroke", stroke);
        builder.CloseElement();
    }

    private static void Path(RenderTreeBuilder builder, FormattableString way, string fill, string? stroke) => Path(builder, FormattableString.Invariant(way), fill, stroke);

    private static void Path(RenderTreeBuilder builder, string way, string fill, string? stroke)
    {
        builder.OpenElement(10, "path");
        builder.AddAttribute(11, "d", way);
        builder.AddAttribute(12, "fill", fill);
        if (stroke is not null)
        {
            builder.AddAttribute(13, "stroke", stroke);
            builder.AddAttribute(14, "stroke-width", "1.8");
            builder.AddAttribute(15, "stroke-linecap", "round");
        }
        builder.CloseElement();
    }
}
