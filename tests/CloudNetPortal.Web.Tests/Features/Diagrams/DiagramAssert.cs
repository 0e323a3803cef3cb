using CloudNetPortal.Web.Features.Diagrams.Drawing;

namespace CloudNetPortal.Web.Tests.Features.Diagrams;

/// <summary>What holds for every drawing, however large: nothing overlaps, nothing leaves its place, every line can be followed.</summary>
internal static class DiagramAssert
{
    public static void IsClean(Diagram drawing, string what = "")
    {
        Assert.Equal(drawing.Boxes.Count, drawing.Boxes.Select(b => b.Key).Distinct().Count());
        foreach (var box in drawing.Boxes.Concat(drawing.Frames))
        {
            Assert.True(box.X >= 0 && box.Y >= 0 && box.Right <= drawing.Width && box.Bottom <= drawing.Height, $"{what} {box.Key} leaves the drawing");
            foreach (var text in box.Texts)
            {
                var x = text.FromEnd ? text.X - text.Width : text.X;
                Assert.True(x >= box.X && x + text.Width <= box.Right && text.Y <= box.Bottom && text.Y - text.Size >= box.Y, $"{what} “{text.Text}” leaves {box.Key}");
            }
            foreach (var pill in box.Pills)
                Assert.True(pill.X >= box.X && pill.X + pill.Width <= box.Right && pill.Y >= box.Y && pill.Y + 22 <= box.Bottom, $"{what} pill {pill.Text} leaves {box.Key}");
        }
        Disjoint(drawing.Boxes, what);
        Disjoint(drawing.Frames, what);
        foreach (var line in drawing.Lines)
            FollowsItsWay(line, drawing, what);
        foreach (var (i, a) in drawing.Lines.Index())
            foreach (var b in drawing.Lines.Skip(i + 1).Where(b => b.Net != a.Net))
                Assert.False(RunTogether(a, b), $"{what} lines {a.Net} and {b.Net} run on top of each other");
    }

    private static void Disjoint(IReadOnlyList<DiagramBox> boxes, string what)
    {
        foreach (var (i, a) in boxes.Index())
            foreach (var b in boxes.Skip(i + 1))
                Assert.False(a.X < b.Right && b.X < a.Right && a.Y < b.Bottom && b.Y < a.Bottom, $"{what} {a.Key} overlaps {b.Key}");
    }

    private static void FollowsItsWay(DiagramLine line, Diagram drawing, string what)
    {
        foreach (var (a, b) in line.Points.Zip(line.Points.Skip(1)))
        {
            Assert.True(a.X == b.X || a.Y == b.Y, $"{what} {line.Net} is slanted");
            foreach (var box in drawing.Boxes.Where(box => box.Look != BoxLook.Tag || !Holds(box, line)))
            {
                var inside = Math.Min(a.X, b.X) < box.Right - 1 && Math.Max(a.X, b.X) > box.X + 1 && Math.Min(a.Y, b.Y) < box.Bottom - 1 && Math.Max(a.Y, b.Y) > box.Y + 1;
                // A line may start inside the machine whose NIC it leaves.
                Assert.False(inside && !Starts(box, line), $"{what} {line.Net} crosses {box.Key}");
            }
        }
    }

    private static bool Starts(DiagramBox box, DiagramLine line) => line.Points[0] is var p && p.X > box.X && p.X < box.Right && p.Y > box.Y && p.Y <= box.Bottom;

    // A tag sits in the middle of its own line.
    private static bool Holds(DiagramBox tag, DiagramLine line) => line.Points.Zip(line.Points.Skip(1)).Any(p =>
        p.First.X == p.Second.X && Math.Abs(p.First.X - tag.Centre) <= 1 || p.First.Y == p.Second.Y && p.First.Y == tag.Y + tag.Height / 2);

    private static bool RunTogether(DiagramLine a, DiagramLine b) =>
        Pieces(a).Any(p => Pieces(b).Any(q => p.Upright == q.Upright && p.At == q.At && p.From < q.To - 1 && q.From < p.To - 1));

    private static IEnumerable<(bool Upright, int At, int From, int To)> Pieces(DiagramLine line) => line.Points.Zip(line.Points.Skip(1)).Select(p => p.First.X == p.Second.X
        ? (true, p.First.X, Math.Min(p.First.Y, p.Second.Y), Math.Max(p.First.Y, p.Second.Y))
        : (false, p.First.Y, Math.Min(p.First.X, p.Second.X), Math.Max(p.First.X, p.Second.X)));
}
