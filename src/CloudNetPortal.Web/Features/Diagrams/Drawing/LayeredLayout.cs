namespace CloudNetPortal.Web.Features.Diagrams.Drawing;

/// <summary>A thing in a row of a layered drawing; its size is given, its place is found.</summary>
internal sealed class LayeredItem(string key, int width, int height)
{
    public string Key { get; } = key;
    public int Width { get; } = width;
    public int Height { get; } = height;

    /// <summary>Place among things that hang on the same parts below.</summary>
    public int Rank { get; init; }

    public int X { get; set; }
    public int Y { get; set; }
    public int Right => X + Width;
    public double Centre => X + Width / 2.0;
    internal int Row { get; set; }
    internal bool Passage { get; init; }
}

/// <summary>
/// Joins two things of different rows. Links of one net towards one thing become one line with several feet. FromAt is a fixed place on the lower edge
/// of the upper thing, from its left edge, or null to choose; ToBetween are limits on the upper edge of the lower thing, or null for the whole edge.
/// </summary>
internal sealed record LayeredLink(string Net, LayeredItem From, LayeredItem To, int? FromAt = null, (int Low, int High)? ToBetween = null);

/// <summary>A row, from the top.</summary>
/// <param name="Items">In their natural order.</param>
/// <param name="Sorted">True to order the row by what its things are joined to, false to keep the order.</param>
/// <param name="Gap">Between neighbours.</param>
/// <param name="Before">Space between the lowest lane above the row and the row.</param>
/// <param name="After">Space between the row and the highest lane below it.</param>
internal sealed record LayeredRow(IReadOnlyList<LayeredItem> Items, bool Sorted, int Gap, int Before, int After);

/// <summary>
/// Places rows of things under each other and leads lines between them. A line over several rows gets a passage of its own in each row between, so no
/// line can cross a thing.
/// </summary>
internal sealed class LayeredLayout
{
    private const int PassageWidth = 18;
    private const int Inset = 14;

    private sealed record Segment(LayeredLink Link, LayeredItem From, LayeredItem To, int Row);

    private readonly List<List<LayeredItem>> rows;
    private readonly IReadOnlyList<LayeredRow> given;
    private readonly List<Segment> segments = [];
    private readonly int baseRow;

    public LayeredLayout(IReadOnlyList<LayeredRow> given, IReadOnlyList<LayeredLink> links, int baseRow)
    {
        this.given = given;
        this.baseRow = baseRow;
        rows = [.. given.Select(row => row.Items.ToList())];
        for (var row = 0; row < rows.Count; row++)
            foreach (var item in rows[row])
                item.Row = row;
        foreach (var link in links)
            AddSegments(link);
        PlaceRows();
        Height = Route();
    }

    /// <summary>Lines by link, in pixels; links of one net towards one thing appear once per foot.</summary>
    public Dictionary<LayeredLink, List<DiagramPoint>> Paths { get; } = [];

    /// <summary>From the first row's upper edge to the last row's lower edge.</summary>
    public int Height { get; }

    /// <summary>From the leftmost to the rightmost thing; everything starts at 0.</summary>
    public int Width { get; private set; }

    private void AddSegments(LayeredLink link)
    {
        var from = link.From;
        for (var row = link.From.Row + 1; row < link.To.Row; row++)
        {
            var passage = new LayeredItem($"{link.Net}>{link.To.Key}@{row}", PassageWidth, 0) { Row = row, Passage = true, Rank = link.From.Rank };
            rows[row].Add(passage);
            segments.Add(new Segment(link, from, passage, row - 1));
            from = passage;
        }
        segments.Add(new Segment(link, from, link.To, link.To.Row - 1));
    }

    private void PlaceRows()
    {
        var at = 0;
        foreach (var item in rows[baseRow])
        {
            item.X = at;
            at += item.Width + given[baseRow].Gap;
        }
        for (var row = baseRow - 1; row >= 0; row--)
            PlaceRow(row, segments.Where(s => s.Row == row).ToLookup(s => s.From, s => TargetCentre(s)));
        for (var row = baseRow + 1; row < rows.Count; row++)
            PlaceRow(row, segments.Where(s => s.Row == row - 1).ToLookup(s => s.To, s => s.From.Centre - (ToCentre(s) - s.To.Width / 2.0)));
        var left = rows.SelectMany(r => r).Min(i => i.X);
        foreach (var item in rows.SelectMany(r => r))
            item.X -= left;
        Width = rows.SelectMany(r => r).Max(i => i.Right);
    }

    private void PlaceRow(int row, ILookup<LayeredItem, double> joined)
    {
        double? Wish(LayeredItem item) => joined.Contains(item) ? joined[item].Average() : null;
        var items = given[row].Sorted
            ? rows[row].OrderBy(i => Wish(i) ?? double.MaxValue).ThenBy(i => i.Rank).ThenBy(i => i.Key, NaturalOrder.Comparer).ToList()
            : rows[row];
        rows[row] = items;
        var last = items.Select(Wish).Max() ?? 0;
        var lefts = Spacing.Place([.. items.Select(i => Wish(i) ?? last)], [.. items.Select(i => i.Width)], given[row].Gap);
        for (var i = 0; i < items.Count; i++)
            items[i].X = lefts[i];
    }

    private static double TargetCentre(Segment s) => s.To.X + ToCentre(s);

    private static double ToCentre(Segment s) => s.To == s.Link.To && s.Link.ToBetween is var (low, high) ? (low + high) / 2.0 : s.To.Width / 2.0;

    private int Route()
    {
        var starts = new Dictionary<Segment, int>();
        var routed = new Dictionary<Segment, ChannelRouter.Net>();
        var y = 0;
        var bottoms = new int[rows.Count];
        var laneTop = new int[rows.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var item in rows[row])
                item.Y = y;
            bottoms[row] = y + rows[row].Max(i => i.Height);
            if (row == rows.Count - 1)
                return Finish(bottoms[row]);
            var router = new ChannelRouter();
            var here = segments.Where(s => s.Row == row).ToList();
            foreach (var item in rows[row])
                Start(item, [.. here.Where(s => s.From == item)], starts, routed);
            foreach (var feet in here.GroupBy(s => (s.Link.Net, s.To)))
            {
                var first = feet.First();
                var (low, high) = first.To.Passage ? (2, PassageWidth - 2) : first.Link.ToBetween ?? (Inset, first.To.Width - Inset);
                var above = feet.Select(s => starts[s]).ToList();
                var wish = first.Link.ToBetween is null || first.To.Passage ? (int)above.Average() : (int)TargetCentre(first);
                var net = router.Add($"{feet.Key.Net}>{first.To.Key}", above, wish, first.To.X + low, first.To.X + high);
                foreach (var foot in feet)
                    routed[foot] = net;
            }
            var lanes = router.Route();
            laneTop[row] = bottoms[row] + given[row].After;
            y = laneTop[row] + Math.Max(0, lanes - 1) * ChannelRouter.LaneHeight + given[row + 1].Before;
        }
        return y;

        int Finish(int height)
        {
            foreach (var segment in segments)
            {
                var net = routed[segment];
                var path = Paths.TryGetValue(segment.Link, out var known) ? known : Paths[segment.Link] = [];
                var x = starts[segment];
                if (path.Count == 0)
                    path.Add(new DiagramPoint(x, segment.From.Y + segment.From.Height));
                if (x != net.Below)
                {
                    var lane = laneTop[segment.Row] + Math.Max(0, net.Lane) * ChannelRouter.LaneHeight;
                    path.Add(new DiagramPoint(x, lane));
                    path.Add(new DiagramPoint(net.Below, lane));
                }
                if (segment.To == segment.Link.To)
                    path.Add(new DiagramPoint(net.Below, segment.To.Y));
            }
            return height;
        }
    }

    // Where lines leave a thing: below what they lead to when that is under it, else at the edge nearest to it.
    private static void Start(LayeredItem item, List<Segment> leaving, Dictionary<Segment, int> starts, Dictionary<Segment, ChannelRouter.Net> routed)
    {
        foreach (var segment in leaving.Where(s => s.From.Passage))
            starts[segment] = routed.Values.First(n => n.Key == $"{segment.Link.Net}>{item.Key}").Below;
        foreach (var segment in leaving.Where(s => !s.From.Passage && s.Link.FromAt is not null))
            starts[segment] = item.X + segment.Link.FromAt!.Value;
        var free = leaving.Where(s => !starts.ContainsKey(s)).Select(s => (Segment: s, Wish: Math.Clamp(Aim(s), item.X + Inset, item.Right - Inset)))
            .OrderBy(s => s.Wish).ThenBy(s => TargetCentre(s.Segment)).ThenBy(s => s.Segment.Link.Net, StringComparer.Ordinal).ToList();
        if (free.Count == 0)
            return;
        var gap = Math.Min(12, (item.Width - 2 * Inset) / Math.Max(1, free.Count - 1));
        var places = Spacing.Place([.. free.Select(s => s.Wish)], [.. free.Select(_ => 0)], gap);
        var shift = Math.Min(0, item.Right - Inset - places[^1]);
        shift = Math.Max(shift, item.X + Inset - places[0]);
        for (var i = 0; i < free.Count; i++)
            starts[free[i].Segment] = places[i] + shift;
    }

    private static double Aim(Segment s) => s.Link.ToBetween is null && s.From.Centre > s.To.X + Inset && s.From.Centre < s.To.Right - Inset ? s.From.Centre : TargetCentre(s);
}
