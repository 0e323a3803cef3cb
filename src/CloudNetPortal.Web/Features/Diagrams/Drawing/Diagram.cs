namespace CloudNetPortal.Web.Features.Diagrams.Drawing;

/// <summary>A finished drawing in pixels: what a layout computes and the view only draws. Equal input gives an equal drawing.</summary>
/// <param name="Width">Width of everything, margin included.</param>
/// <param name="Height">Height of everything.</param>
/// <param name="Title">What a screen reader says for the whole.</param>
public sealed record Diagram(int Width, int Height, string Title)
{
    /// <summary>Frames around boxes, such as the physical host; lines may pass their edges.</summary>
    public IReadOnlyList<DiagramBox> Frames { get; init; } = [];

    /// <summary>Everything that can be pointed at. Boxes never overlap and no line crosses one.</summary>
    public IReadOnlyList<DiagramBox> Boxes { get; init; } = [];

    /// <summary>Lines, drawn below the boxes.</summary>
    public IReadOnlyList<DiagramLine> Lines { get; init; } = [];

    public DiagramBox? Find(string? key) => Boxes.FirstOrDefault(box => box.Key == key);

    /// <summary>The box an arrow key leads to from <paramref name="key"/>, along the structure; the same box at the edge.</summary>
    public DiagramBox? Step(string? key, string arrow)
    {
        if (Find(key) is not { } from)
            return Boxes.OrderBy(b => b.Row).ThenBy(b => b.X).FirstOrDefault();
        var row = Boxes.Where(b => b.Row == from.Row).OrderBy(b => b.X).ToList();
        var found = arrow switch
        {
            "ArrowLeft" => row.LastOrDefault(b => b.X < from.X),
            "ArrowRight" => row.FirstOrDefault(b => b.X > from.X),
            "ArrowUp" => Boxes.Where(b => b.Row < from.Row && b.Next.Contains(from.Key)).OrderBy(b => Distance(b, from)).FirstOrDefault(),
            "ArrowDown" => Boxes.Where(b => b.Row > from.Row && from.Next.Contains(b.Key)).OrderBy(b => Distance(b, from)).FirstOrDefault(),
            "Home" => Boxes.OrderBy(b => b.Row).ThenBy(b => b.X).First(),
            "End" => Boxes.OrderBy(b => b.Row).ThenBy(b => b.X).Last(),
            _ => null,
        };
        return found ?? from;
    }

    private static int Distance(DiagramBox a, DiagramBox b) => Math.Abs(a.Row - b.Row) * 10_000 + Math.Abs(a.Centre - b.Centre);
}

/// <summary>
/// A rectangle with its words and marks. Its key is unique in the drawing and stable between drawings of the same thing; its name is what a screen
/// reader says: kind, name, state, problems.
/// </summary>
public sealed record DiagramBox(string Key, string Name, int X, int Y, int Width, int Height, BoxLook Look)
{
    /// <summary>Which row it belongs to, from the top (or column, from the left): arrow keys walk in it.</summary>
    public int Row { get; init; }

    /// <summary>Keys of the boxes in later rows that it is joined to.</summary>
    public IReadOnlyList<string> Next { get; init; } = [];

    /// <summary>Traffic types that run through it; a filter fades the others.</summary>
    public IReadOnlyList<string> Traffic { get; init; } = [];

    /// <summary>Traffic type whose colour its border has; null for a plain one.</summary>
    public string? Colour { get; init; }

    public IReadOnlyList<DiagramText> Texts { get; init; } = [];

    public IReadOnlyList<DiagramMark> Marks { get; init; } = [];

    public IReadOnlyList<DiagramPill> Pills { get; init; } = [];

    /// <summary>Signs whose line starts inside the box get a stem down to its edge.</summary>
    public bool Stems { get; init; }

    /// <summary>Centres of sockets for plugs, on the lower edge unless <see cref="SocketsOnTop"/>.</summary>
    public IReadOnlyList<int> Sockets { get; init; } = [];

    public bool SocketsOnTop { get; init; }

    public bool SocketsBad { get; init; }

    public int Right => X + Width;

    public int Bottom => Y + Height;

    public int Centre => X + Width / 2;
}

/// <summary>How a box is drawn.</summary>
public enum BoxLook
{
    /// <summary>White with a border.</summary>
    Plain,
    /// <summary>Tinted: bonds, machines.</summary>
    Tinted,
    /// <summary>Around other boxes.</summary>
    Frame,
    /// <summary>Dashed and red: it should be there and is not.</summary>
    Missing,
    /// <summary>Dotted and grey: there, but nobody's business, or nothing is known of it.</summary>
    Quiet,
    /// <summary>A small rounded label on a line.</summary>
    Tag,
    /// <summary>A port within a device's frame: no border of its own.</summary>
    Cell,
    /// <summary>The same where a path stops.</summary>
    BrokenCell,
    /// <summary>The logical host itself.</summary>
    Accent,
}

/// <summary>A text with its baseline.</summary>
public sealed record DiagramText(int X, int Y, string Text, TextLook Look = TextLook.Quiet, bool Mono = false, bool FromEnd = false)
{
    public int Size => Look switch { TextLook.Heading => 14, TextLook.Name => 13, TextLook.Small or TextLook.Tag => 11, _ => 12 };

    /// <summary>Pixels it takes at most.</summary>
    public int Width => TextWidth.Of(Text, Size, Mono, Look is TextLook.Heading or TextLook.Name);
}

public enum TextLook { Heading, Name, Quiet, Small, Tag, Bad }

/// <summary>The sign of a traffic type: letter, shape and colour. The centre is given.</summary>
public sealed record DiagramMark(int X, int Y, string Traffic);

/// <summary>A problem where it is: severity (or Waived) and rule, with the whole sentence as title.</summary>
public sealed record DiagramPill(int X, int Y, int Width, string Text, string Title, string Severity)
{
    /// <summary>The finding in its list; null where the drawing is a file of its own.</summary>
    public string? Url { get; init; }
}

/// <summary>A line of straight pieces, all level or upright. Lines of one net may touch and run on top of each other.</summary>
public sealed record DiagramLine(string Net, IReadOnlyList<DiagramPoint> Points)
{
    /// <summary>Traffic type that gives the colour; null for a neutral line.</summary>
    public string? Colour { get; init; }

    public IReadOnlyList<string> Traffic { get; init; } = [];

    public bool Broken { get; init; }

    /// <summary>Planned, not there yet: dashed without red.</summary>
    public bool Planned { get; init; }

    /// <summary>Thick: a cable.</summary>
    public bool Cable { get; init; }
}

public readonly record struct DiagramPoint(int X, int Y);
