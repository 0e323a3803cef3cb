using CloudNetPortal.Web.Shared;
using CloudNetPortal.Web.Features.Diagrams.Drawing;

namespace CloudNetPortal.Web.Features.Diagrams.Hosts;

/// <summary>Sizes of the parts of a host before they have a place, and their words and marks once they have one.</summary>
internal sealed class HostParts
{
    /// <summary>Where a line leaves a machine: below the sign of its NIC, from the machine's upper edge.</summary>
    public const int NicLine = 78;

    /// <summary>Room below the NICs' frame for the cables' tags.</summary>
    public const int CableBand = 42;

    /// <summary>Between neighbours in a row.</summary>
    public const int Gap = 16;

    private const int Pad = 12;
    private const int LineHeight = 17;
    private const int PillHeight = 22;

    private readonly HostPicture picture;

    public HostParts(HostPicture picture)
    {
        this.picture = picture;
        Nics = OrderNics();
        var groups = picture.In(HostLayer.Ports).GroupBy(p => p.Group ?? "").Select(g => Group(g.Key, [.. g.OrderBy(FirstNic).ThenBy(p => p.Name, NaturalOrder.Comparer)])).ToList();
        Groups = [.. groups.Select(g => g with { Height = groups.Max(other => other.Height) })];
    }

    /// <summary>NICs from left to right: members of a bond beside each other, otherwise as people count; controller ports last.</summary>
    public IReadOnlyList<HostPart> Nics { get; }

    public IReadOnlyList<PortGroup> Groups { get; }

    private List<HostPart> OrderNics()
    {
        var nics = picture.In(HostLayer.Nics).OrderBy(p => p.Quiet).ThenBy(p => p.Name, NaturalOrder.Comparer).ToList();
        string Bond(HostPart nic) => picture.Links.FirstOrDefault(l => l.To == nic.Key && picture.Find(l.From)!.Layer == HostLayer.Bonds)?.From ?? nic.Key;
        return [.. nics.GroupBy(Bond).SelectMany(g => g)];
    }

    private int FirstNic(HostPart port) => picture.Links.Where(l => l.To == port.Key).Select(l => Nics.ToList().FindIndex(n => n.Key == l.From)).DefaultIfEmpty(99).Min();

    // A bond spans the columns of its NICs, so that their lines are straight.
    public (int Width, int Height) Size(HostPart part) => part.Layer switch
    {
        HostLayer.Machines => (Math.Max(150, Slots(part).Sum() + Pad), 94),
        HostLayer.Bonds => (Math.Max(Text(part), Members(part) * (NicWidth + Gap) - Gap), Height(part)),
        HostLayer.Nics => (NicWidth, Height(part) + 24),
        HostLayer.Labels => (Math.Clamp(Text(part), 168, 300), Height(part)),
        _ => (Math.Clamp(Text(part), 150, 280), Height(part)),
    };

    private int NicWidth => Math.Clamp(Nics.Max(n => Math.Max(
        TextWidth.Of(n.Name, 13, true, true) + (n.Beside is null ? 0 : 12 + TextWidth.Of(n.Beside, 11, false)),
        Math.Max(TextWidth.Of(n.Lines[0], 12, true), picture.Links.Where(l => l.From == n.Key && l.Cable is not null).Select(l => TextWidth.Of(l.Cable!, 11, true) - 4).DefaultIfEmpty().Max())) + 2 * Pad), 168, 240);

    private int Members(HostPart bond) => picture.Links.Count(l => l.From == bond.Key);

    private static int Height(HostPart part) => 30 + part.Lines.Count * LineHeight + 8 + (part.Problems.Count > 0 ? PillHeight + 6 : 0);

    private static int Text(HostPart part) => Math.Max(PillWidth(part), 2 * Pad + Math.Max(TextWidth.Of(part.Name, 13, true, true) + (part.Layer == HostLayer.Labels ? part.Traffic.Count * 20 : 0), part.Lines.Select(l => TextWidth.Of(l, 12, false)).DefaultIfEmpty().Max()));

    private static IReadOnlyList<int> Slots(HostPart machine) => [.. machine.Nics.Select(n => 40 + TextWidth.Of(n.Name, 11, true))];

    /// <summary>Centres of the signs of a machine's NICs, from its left edge.</summary>
    public static IReadOnlyList<int> NicPlaces(HostPart machine)
    {
        var slots = Slots(machine);
        return [.. slots.Select((_, i) => Pad + 10 + slots.Take(i).Sum())];
    }

    /// <summary>Where the cable towards <paramref name="to"/> leaves a NIC: its middle, or beside it for a breakout.</summary>
    public int Socket(string nic, int width, string to)
    {
        var cables = picture.Links.Where(l => l.From == nic && l.Cable is not null).ToList();
        return width / 2 + (cables.FindIndex(l => l.To == to) - (cables.Count - 1) / 2) * 8;
    }

    public DiagramBox Draw(HostPart part, LayeredItem at, IReadOnlyList<string> next)
    {
        var marks = new List<DiagramMark>();
        var texts = new List<DiagramText>();
        var x = at.X + Pad;
        if (part.Layer == HostLayer.Labels && !part.Quiet)
            foreach (var traffic in part.Traffic)
            {
                marks.Add(new DiagramMark(x + 8, at.Y + 19, traffic));
                x += 20;
            }
        if (marks.Count > 0)
            x += 3;
        var sans = part.Layer == HostLayer.Machines;
        texts.Add(new DiagramText(x, at.Y + 24, TextWidth.Fit(part.Name, at.Right - Pad - x, 13, !sans, true), TextLook.Name, !sans));
        if (part.Beside is not null)
            texts.Add(new DiagramText(at.Right - Pad, at.Y + 24, part.Beside, TextLook.Small, FromEnd: true));
        var mono = part.Layer == HostLayer.Nics || part.IsHypervisor;
        foreach (var (i, line) in part.Lines.Index())
            texts.Add(new DiagramText(at.X + Pad, at.Y + 43 + i * LineHeight, TextWidth.Fit(line, at.Width - 2 * Pad, 12, mono), part.Missing && i == 0 ? TextLook.Bad : TextLook.Quiet, mono));
        foreach (var (nic, place) in part.Nics.Zip(NicPlaces(part)))
        {
            marks.Add(new DiagramMark(at.X + place, at.Y + 66, nic.Traffic));
            texts.Add(new DiagramText(at.X + place + 12, at.Y + 70, nic.Name, TextLook.Small, true));
        }
        return new DiagramBox(part.Key, HostWords.Name(part), at.X, at.Y, at.Width, at.Height, Look(part))
        {
            Row = (int)part.Layer,
            Next = next,
            Traffic = part.Traffic,
            Colour = part.Layer == HostLayer.Labels && part.Traffic.Count == 1 && !part.Quiet ? part.Traffic[0] : null,
            Texts = texts,
            Marks = marks,
            Stems = part.Layer == HostLayer.Machines,
            Pills = Pills(part, at.X + Pad - 2, at.Y + 43 + part.Lines.Count * LineHeight - 9, at.Width - 2 * Pad + 4),
            Sockets = part.Layer == HostLayer.Nics ? [.. picture.Links.Where(l => l.From == part.Key && l.Cable is not null).Select(l => at.X + Socket(part.Key, at.Width, l.To)).DefaultIfEmpty(at.X + at.Width / 2).Distinct()] : [],
        };
    }

    private static BoxLook Look(HostPart part) => part switch
    {
        { Missing: true } => BoxLook.Missing,
        { Quiet: true } => BoxLook.Quiet,
        { IsHypervisor: true } => BoxLook.Accent,
        { Layer: HostLayer.Machines or HostLayer.Bonds or HostLayer.Vlans } => BoxLook.Tinted,
        _ => BoxLook.Plain,
    };

    private static IReadOnlyList<DiagramPill> Pills(HostPart part, int x, int y, int width)
    {
        if (part.Problems.Count == 0)
            return [];
        var worst = PartProblem.Sorted(part.Problems).First();
        var text = PillText(part);
        // Where the words do not fit, the rule and its sign say enough.
        text = part.Problems.Count == 1 && TextWidth.Of(text, 12, false, true) > width - 36 ? worst.RuleId : TextWidth.Fit(text, width - 36, 12, false, true);
        return [new DiagramPill(x, y, TextWidth.Of(text, 12, false, true) + 36, text, string.Join(" ", part.Problems.Select(p => p.Sentence)), worst.Word) { Url = worst.Url }];
    }

    private static string PillText(HostPart part) => PartProblem.Sorted(part.Problems).First() is var worst && part.Problems.Count == 1 ? worst.Words : $"{worst.RuleId} and {part.Problems.Count - 1} more";

    private static int PillWidth(HostPart part) => part.Problems.Count == 0 ? 0 : TextWidth.Of(PillText(part), 12, false, true) + 36 + 2 * Pad;

    public static string TagKey(HostLink link) => $"cable:{link.From}>{link.To}";

    /// <summary>The tag on a cable, in the band below the box.</summary>
    public DiagramBox Tag(HostLink link, DiagramPoint below)
    {
        var text = TextWidth.Fit(link.Cable!, NicWidth - 4, 11, true);
        var width = TextWidth.Of(text, 11, true) + 14;
        var ends = $"from {picture.Find(link.From)!.Name} to {HostWords.Far(picture.Find(link.To)!)}";
        return new DiagramBox(TagKey(link), $"Cable {link.Cable} {ends}{(link.Planned ? ", planned" : "")}", below.X - width / 2, below.Y + 8, width, 20, BoxLook.Tag)
        {
            Row = (int)HostLayer.Ports,
            Next = [link.To],
            Traffic = link.Traffic,
            Texts = [new DiagramText(below.X - width / 2 + 7, below.Y + 22, text, TextLook.Tag, true)],
        };
    }

    private static PortGroup Group(string name, List<HostPart> ports)
    {
        var cells = ports.ConvertAll(p => (Part: p, Lines: p.Lines.SelectMany(l => TextWidth.Wrap(l, 166, 12, true, 2)).ToList()));
        var widths = cells.ConvertAll(c => Math.Clamp(Math.Max(PillWidth(c.Part), 2 * Pad + Math.Max(TextWidth.Of(c.Part.Name, 13, true, true), c.Lines.Select(l => TextWidth.Of(l, 12, true)).DefaultIfEmpty().Max())), 118, 280));
        var tall = cells.Max(c => 40 + c.Lines.Count * LineHeight + (c.Part.Problems.Count > 0 ? PillHeight + 6 : 0));
        var words = ports[0].GroupWords ?? "";
        var title = name.Length == 0 ? "not connected" : name;
        var width = Math.Max(widths.Sum() + 16, 32 + TextWidth.Of(title, 14, false, true) + 8 + TextWidth.Of(words, 12, false));
        var left = 8 + (width - 16 - widths.Sum()) / 2;
        var lefts = widths.Select((_, i) => left + widths.Take(i).Sum()).ToList();
        return new PortGroup(name, title, words, width, tall + 36, [.. cells.Select((c, i) => new PortCell(c.Part, lefts[i], widths[i], tall, c.Lines))]);
    }

    public (int Low, int High) PortBetween(HostPart port)
    {
        var cell = Groups.SelectMany(g => g.Cells).First(c => c.Part.Key == port.Key);
        return (cell.Left + 22, cell.Left + cell.Width - 22);
    }

    public DiagramBox DrawPort(HostPart part, LayeredItem group, IReadOnlyList<int> sockets)
    {
        var cell = Groups.SelectMany(g => g.Cells).First(c => c.Part.Key == part.Key);
        int x = group.X + cell.Left, y = group.Y;
        var bad = part.Missing || part.Problems.Any(p => p.IsError);
        return new DiagramBox(part.Key, HostWords.Name(part), x, y, cell.Width, cell.Height, part.Missing ? BoxLook.BrokenCell : BoxLook.Cell)
        {
            Row = (int)HostLayer.Ports + 1,
            Traffic = part.Traffic,
            Texts = [new DiagramText(x + Pad, y + 32, TextWidth.Fit(part.Name, cell.Width - 2 * Pad, 13, true, true), TextLook.Name, true),
                .. cell.Lines.Select((l, i) => new DiagramText(x + Pad, y + 50 + i * LineHeight, TextWidth.Fit(l, cell.Width - 2 * Pad, 12, true), bad && i == 0 ? TextLook.Bad : TextLook.Quiet, true))],
            Pills = Pills(part, x + Pad - 4, y + 50 + cell.Lines.Count * LineHeight - 10, cell.Width - 2 * Pad + 8),
            Sockets = sockets,
            SocketsOnTop = true,
            SocketsBad = bad,
        };
    }

    public static DiagramBox DrawGroup(PortGroup group, LayeredItem at) => new("group:" + group.Name, group.Title, at.X, at.Y, at.Width, at.Height, BoxLook.Frame)
    {
        Texts = [new DiagramText(at.X + 16, at.Y + at.Height - 16, group.Title, TextLook.Heading),
            new DiagramText(at.X + 24 + TextWidth.Of(group.Title, 14, false, true), at.Y + at.Height - 16, group.Words)],
    };

    public DiagramBox LogicalFrame(int x, int y, int width, int height)
    {
        var left = x + 18 + TextWidth.Of("Logical host", 14, false, true) + 10;
        var lines = TextWidth.Wrap(picture.Sentence, x + width - 16 - left, 12, false, 2);
        return new DiagramBox("frame:logical", "Logical host", x, y, width, height, BoxLook.Frame)
        {
            Texts = [new DiagramText(x + 18, y + 26, "Logical host", TextLook.Heading), .. lines.Select((l, i) => new DiagramText(left, y + 26 + i * LineHeight, l))],
        };
    }

    public DiagramBox PhysicalFrame(int x, int y, int width, int height) => new("frame:physical", "Physical host", x, y, width, height, BoxLook.Frame)
    {
        Texts = [new DiagramText(x + 18, y + 26, "Physical host", TextLook.Heading), .. picture.Box.SelectMany(l => TextWidth.Wrap(l, 104, 12, false, 2)).Select((l, i) => new DiagramText(x + 18, y + 45 + i * LineHeight, l))],
    };
}

/// <summary>A device at the far end, with a cell per port.</summary>
internal sealed record PortGroup(string Name, string Title, string Words, int Width, int Height, IReadOnlyList<PortCell> Cells);

internal sealed record PortCell(HostPart Part, int Left, int Width, int Height, IReadOnlyList<string> Lines);
