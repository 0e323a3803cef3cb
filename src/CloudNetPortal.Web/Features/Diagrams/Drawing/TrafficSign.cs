using CloudNetPortal.Domain.Zones.TrafficTypes;
using Microsoft.AspNetCore.Components;

namespace CloudNetPortal.Web.Features.Diagrams.Drawing;

/// <summary>The sign of a traffic type inside a drawing: shape and letter carry it, colour helps.</summary>
internal static class TrafficSign
{
    public static string Colour(string traffic) => $"var(--{traffic.ToLowerInvariant()})";

    public static RenderFragment At(DiagramMark mark) => builder =>
    {
        var (x, y) = (mark.X, mark.Y);
        builder.OpenElement(0, "path");
        builder.AddAttribute(1, "d", mark.Traffic switch
        {
            "Management" => $"M{x - 8} {y - 5}a3 3 0 0 1 3 -3h10a3 3 0 0 1 3 3v10a3 3 0 0 1 -3 3h-10a3 3 0 0 1 -3 -3z",
            "Guest" => $"M{x} {y - 9}L{x + 9} {y}L{x} {y + 9}L{x - 9} {y}z",
            "Storage" => $"M{x - 4} {y - 8}h8l4 8l-4 8h-8l-4 -8z",
            _ => $"M{x - 8} {y}a8 8 0 1 0 16 0a8 8 0 1 0 -16 0z",
        });
        builder.AddAttribute(2, "fill", Colour(mark.Traffic));
        builder.CloseElement();
        builder.OpenElement(3, "text");
        builder.AddAttribute(4, "x", x);
        builder.AddAttribute(5, "y", FormattableString.Invariant($"{y + 3.6}"));
        builder.AddAttribute(6, "text-anchor", "middle");
        builder.AddAttribute(7, "font-size", 10);
        builder.AddAttribute(8, "font-weight", 700);
        builder.AddAttribute(9, "fill", "var(--surface)");
        builder.AddContent(10, TrafficKind.Find(mark.Traffic)?.Letter ?? mark.Traffic[0]);
        builder.CloseElement();
    };
}
