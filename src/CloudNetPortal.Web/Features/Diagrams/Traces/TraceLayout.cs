using CloudNetPortal.Web.Features.Diagrams.Drawing;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features.Diagrams.Traces;

/// <summary>
/// Draws a trace from left to right: labels under each other, then the bond over the whole height, then one straight line per leg. So no line ever turns.
/// </summary>
internal sealed class TraceLayout
{
    private const int Margin = 16;
    private const int PillHeight = 28;
    private const int RowGap = 20;
    private const int Pad = 12;
    private const int UseGap = 28;
    private const int LegGap = 24;
    private const int TagGap = 10;

    private readonly List<DiagramBox> boxes = [];
    private int rowHeight = 86;
    private readonly List<DiagramLine> lines = [];

    public static Diagram Of(Trace trace) => new TraceLayout().Draw(trace);

    private Diagram Draw(Trace trace)
    {
        rowHeight = 86 + (trace.Legs.Any(l => l.Hops.Any(h => h.Problems.Count > 0)) ? PillHeight : 0);
        var useHeight = trace.Uses.Select(u => 40 + (u.Lines.Count + 1) * 17).DefaultIfEmpty(0).Max();
        var height = Math.Max(trace.Legs.Count * (rowHeight + RowGap), trace.Uses.Count * (useHeight + RowGap)) - RowGap;
        var traffic = trace.Uses.SelectMany(u => u.Traffic).Distinct().ToList();
        var x = Margin;
        var column = 0;
        if (trace.Uses.Count > 0)
        {
            var width = Math.Clamp(trace.Uses.Max(UseWidth), 180, 380);
            var uplink = trace.Bond is null ? Key(0, trace.Legs[0].Hops[0]) : "bond";
            foreach (var (i, use) in trace.Uses.Index())
            {
                var y = Margin + Spread(i, trace.Uses.Count, useHeight, height);
                boxes.Add(Use(use, x, y, width, useHeight) with { Next = [uplink] });
                lines.Add(new DiagramLine($"use{i}", [new(x + width, y + useHeight / 2), new(x + width + UseGap, y + useHeight / 2)]) { Colour = use.Traffic.Count == 1 ? use.Traffic[0] : null, Traffic = use.Traffic });
            }
            x += width + UseGap;
            column++;
        }
        if (trace.Bond is not null)
        {
            var width = Math.Max(110, TextWidth.Of(trace.Bond, 13, true, true) + 2 * Pad);
            boxes.Add(Box("bond", $"Bond {trace.Bond} of {trace.Host}, {trace.Legs.Count} legs", x, Margin, width, height, BoxLook.Tinted, trace.Bond, [$"{trace.Legs.Count} legs"]) with
            {
                Row = column, Traffic = traffic, Next = [.. trace.Legs.Select((l, i) => Key(i, l.Hops[0]))],
            });
            foreach (var (i, _) in trace.Legs.Index())
            {
                var y = Margin + Spread(i, trace.Legs.Count, rowHeight, height) + rowHeight / 2;
                lines.Add(new DiagramLine($"leg{i}", [new(x + width, y), new(x + width + LegGap, y)]) { Traffic = traffic });
            }
            x += width + LegGap;
            column++;
        }
        var right = Hops(trace, x, column, height, traffic);
        return new Diagram(right + Margin, height + 2 * Margin, $"The way of {trace.Title}, {trace.Legs.Count} {(trace.Legs.Count == 1 ? "leg" : "legs")}") { Boxes = boxes, Lines = lines };
    }

    private int Hops(Trace trace, int x, int column, int height, IReadOnlyList<string> traffic)
    {
        // The NIC first, panels in order, and what the way ends on in the last column, so that far ends stand under each other.
        var places = trace.Legs.Select(l => Places(l).ToList()).ToList();
        var columns = places.Max(p => p.Count);
        for (var c = 0; c < columns; c++)
        {
            var here = places.Select((p, leg) => (Leg: leg, At: c == columns - 1 ? p.Count - 1 : c < p.Count - 1 ? c : -1)).Where(p => p.At >= 0).ToList();
            var width = here.Max(h => Width(places[h.Leg][h.At]));
            var tag = c == 0 ? 0 : here.Max(h => TextWidth.Of(places[h.Leg][h.At].Cable ?? "", 11, true) + 14);
            x += c == 0 ? 0 : tag + 2 * TagGap;
            foreach (var (leg, at) in here)
            {
                var place = places[leg][at];
                // A single leg without a bond takes the whole height, so that every label reaches it straight.
                var tall = c == 0 && trace.Bond is null && trace.Legs.Count == 1;
                var top = Margin + (tall ? 0 : Spread(leg, trace.Legs.Count, rowHeight, height));
                var middle = tall ? Margin + height / 2 : top + rowHeight / 2;
                boxes.Add(Box(place.Key(leg), place.Name, x, top, width, tall ? height : rowHeight, place.IsGap ? BoxLook.Missing : BoxLook.Plain, place.Title, place.Lines, place.IsGap) with
                {
                    Pills = Pills(place, x, top + (tall ? height : rowHeight)),
                    Row = column + 2 * c, Traffic = traffic, Next = at + 1 < places[leg].Count ? [$"cable{leg}-{at + 1}"] : [],
                });
                if (at == 0)
                    continue;
                var before = boxes.First(b => b.Key == places[leg][at - 1].Key(leg));
                lines.Add(new DiagramLine($"hop{leg}-{at}", [new(before.Right, middle), new(x, middle)]) { Cable = true, Broken = place.IsGap, Traffic = traffic });
                if (place.Cable is { } cable)
                {
                    var wide = TextWidth.Of(cable, 11, true) + 14;
                    var left = before.Right + (x - before.Right - wide) / 2;
                    boxes.Add(new DiagramBox($"cable{leg}-{at}", $"Cable {cable}", left, middle - 10, wide, 20, BoxLook.Tag)
                    {
                        Row = column + 2 * c - 1, Traffic = traffic, Next = [place.Key(leg)], Texts = [new DiagramText(left + 7, middle + 4, cable, TextLook.Tag, true)],
                    });
                }
            }
            x += width;
        }
        return x;
    }

    private static int Spread(int index, int count, int each, int height) => count == 1 ? (height - each) / 2 : index * (height - each) / (count - 1);

    private static string Key(int leg, TraceHop hop) => $"{leg}:{hop.Device}/{hop.Port}";

    private static int UseWidth(TraceUse use) => 2 * Pad + Math.Max(use.Traffic.Count * 20 + 6 + TextWidth.Of(use.Label, 13, true, true), use.Lines.Append(UseLine(use)).Max(l => TextWidth.Of(l, 12, false)));

    private static string UseLine(TraceUse use) => $"zone {use.Zone}{(use.VlanDevice is null ? "" : $", through {use.VlanDevice}")}";

    private static DiagramBox Use(TraceUse use, int x, int y, int width, int height)
    {
        var left = x + Pad + use.Traffic.Count * 20 + 4;
        return new DiagramBox($"use:{use.Label}", $"Label {use.Label}, {UseLine(use)}: {string.Join("; ", use.Lines)}", x, y, width, height, BoxLook.Plain)
        {
            Traffic = use.Traffic,
            Colour = use.Traffic.Count == 1 ? use.Traffic[0] : null,
            Marks = [.. use.Traffic.Select((t, i) => new DiagramMark(x + Pad + 8 + i * 20, y + 19, t))],
            Texts = [new DiagramText(left, y + 24, TextWidth.Fit(use.Label, x + width - Pad - left, 13, true, true), TextLook.Name, true),
                .. use.Lines.Prepend(UseLine(use)).Select((l, i) => new DiagramText(x + Pad, y + 43 + i * 17, TextWidth.Fit(l, width - 2 * Pad, 12, false)))],
        };
    }

    private static DiagramBox Box(string key, string name, int x, int y, int width, int height, BoxLook look, string title, IReadOnlyList<string> lines, bool bad = false) => new(key, name, x, y, width, height, look)
    {
        Texts = [new DiagramText(x + Pad, y + 24, TextWidth.Fit(title, width - 2 * Pad, 13, true, true), TextLook.Name, true),
            .. lines.Select((l, i) => new DiagramText(x + Pad, y + 43 + i * 17, TextWidth.Fit(l, width - 2 * Pad, 12, false), bad ? TextLook.Bad : TextLook.Quiet))],
    };

    private static int Width(Place place) => Math.Clamp(2 * Pad + Math.Max(TextWidth.Of(place.Title, 13, true, true), place.Lines.Select(l => TextWidth.Of(l, 12, false)).Append(PillWidth(place)).Max()), 130, 260);

    private static string PillText(Place place) => PartProblem.Sorted(place.Problems).First() is var worst && place.Problems.Count == 1 ? worst.Words : $"{worst.RuleId} and {place.Problems.Count - 1} more";

    private static int PillWidth(Place place) => place.Problems.Count == 0 ? 0 : TextWidth.Of(PillText(place), 12, false, true) + 36;

    private static IReadOnlyList<DiagramPill> Pills(Place place, int x, int bottom)
    {
        if (place.Problems.Count == 0)
            return [];
        var worst = PartProblem.Sorted(place.Problems).First();
        var text = TextWidth.Fit(PillText(place), 224, 12, false, true);
        return [new DiagramPill(x + Pad - 2, bottom - PillHeight, TextWidth.Of(text, 12, false, true) + 36, text, string.Join(" ", place.Problems.Select(p => p.Sentence)), worst.Word) { Url = worst.Url }];
    }

    private static IEnumerable<Place> Places(TraceLeg leg)
    {
        for (var i = 0; i < leg.Hops.Count; i++)
        {
            var hop = leg.Hops[i];
            // Both faces of a panel are one place.
            if (i + 1 < leg.Hops.Count && leg.Hops[i + 1] is { Cable: null } behind)
            {
                yield return new Place($"{hop.Device}/{hop.Port}", $"Panel {hop.Device}, {hop.Port} to {behind.Port}", hop.Device, ["panel", $"{hop.Port} to {behind.Port}"], hop.Cable, false) { Problems = [.. hop.Problems.Concat(behind.Problems).DistinctBy(p => (p.RuleId, p.Sentence))] };
                i++;
                continue;
            }
            IReadOnlyList<string> lines = [hop.Port, .. TextWidth.Wrap(hop.Vlans ?? hop.Kind, 216, 12, false, 2)];
            yield return new Place($"{hop.Device}/{hop.Port}", $"{hop.Kind} {hop.Port} of {hop.Device}{(hop.Vlans is null ? "" : $", {hop.Vlans}")}", hop.Device, lines, hop.Cable, false) { Problems = hop.Problems };
        }
        if (leg.Gap is { } gap)
            yield return new Place("gap", gap, "gap", TextWidth.Wrap(gap, 216, 12, false, 3), null, true);
    }

    private sealed record Place(string Id, string Name, string Title, IReadOnlyList<string> Lines, string? Cable, bool IsGap)
    {
        public string Key(int leg) => $"{leg}:{Id}";

        public IReadOnlyList<PartProblem> Problems { get; init; } = [];
    }
}
