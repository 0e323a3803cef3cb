namespace CloudNetPortal.Web.Features.Diagrams.Drawing;

/// <summary>
/// Leads nets from the boxes above a channel to those below it: down, level in a lane, down. Upright pieces of different nets never share a place,
/// level ones never share a lane where they meet; they may cross.
/// </summary>
internal sealed class ChannelRouter
{
    public const int LaneHeight = 10;
    private const int Apart = 7;
    private const int Nearly = 20;

    /// <summary>What one channel has to lead: fixed places above, one place below that may move within limits.</summary>
    internal sealed class Net(string key, IReadOnlyList<int> above, int below, int lowest, int highest)
    {
        public string Key { get; } = key;
        public IReadOnlyList<int> Above { get; } = above;
        public int Below { get; set; } = below;
        public int Lowest { get; } = lowest;
        public int Highest { get; } = highest;
        public int Lane { get; set; } = -1;
        public bool Straight => Above.Count == 1 && Above[0] == Below;
        public int Left => Math.Min(Above.Min(), Below);
        public int Right => Math.Max(Above.Max(), Below);
    }

    private readonly List<Net> nets = [];

    public Net Add(string key, IReadOnlyList<int> above, int wish, int lowest, int highest)
    {
        // A line that is nearly straight is made straight.
        if (above.Count == 1 && Math.Abs(above[0] - wish) <= Nearly && above[0] >= lowest && above[0] <= highest)
            wish = above[0];
        var net = new Net(key, above, Math.Clamp(wish, lowest, Math.Max(lowest, highest)), lowest, Math.Max(lowest, highest));
        nets.Add(net);
        return net;
    }

    /// <summary>Finds places and lanes; returns how many lanes there are.</summary>
    public int Route()
    {
        var below = new List<(int X, Net Net)>();
        foreach (var net in nets.OrderBy(n => n.Below).ThenBy(n => n.Key, StringComparer.Ordinal))
        {
            net.Below = FreePlace(net, below);
            below.Add((net.Below, net));
        }
        // To the right the rightmost starts in the highest lane, to the left the leftmost does: so lines that go the same way do not cross.
        var lanes = 0;
        var placed = new List<Net>();
        foreach (var net in nets.Where(n => !n.Straight).OrderBy(Way).ThenBy(n => Way(n) == 0 ? n.Above.Min() : -n.Above.Max()).ThenBy(n => n.Key, StringComparer.Ordinal))
        {
            net.Lane = placed.Where(p => p.Left - Apart <= net.Right && net.Left - Apart <= p.Right).Select(p => p.Lane).DefaultIfEmpty(-1).Max() + 1;
            lanes = Math.Max(lanes, net.Lane + 1);
            placed.Add(net);
        }
        return lanes;
    }

    private static int Way(Net net) => net.Below < net.Above.Min() ? 0 : 1;

    private int FreePlace(Net net, List<(int X, Net Net)> below)
    {
        bool Free(int x) => x >= net.Lowest && x <= net.Highest
            && below.All(b => Math.Abs(b.X - x) >= Apart)
            && nets.All(n => n == net || n.Above.All(a => Math.Abs(a - x) >= Apart));
        for (var step = 0; step <= net.Highest - net.Lowest; step++)
        {
            if (Free(net.Below + step))
                return net.Below + step;
            if (Free(net.Below - step))
                return net.Below - step;
        }
        // More lines than the box has room for at this distance: take the place with the most room.
        return Enumerable.Range(net.Lowest, net.Highest - net.Lowest + 1)
            .OrderByDescending(x => below.Select(b => Math.Abs(b.X - x)).Concat(nets.Where(n => n != net).SelectMany(n => n.Above).Select(a => Math.Abs(a - x))).DefaultIfEmpty(int.MaxValue).Min())
            .First();
    }
}
