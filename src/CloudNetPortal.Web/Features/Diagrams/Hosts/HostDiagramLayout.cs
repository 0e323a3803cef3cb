using CloudNetPortal.Web.Features.Diagrams.Drawing;

namespace CloudNetPortal.Web.Features.Diagrams.Hosts;

/// <summary>
/// Turns the picture of a host into a drawing: system VMs, labels, VLAN devices, bonds, NICs, cables, far ports from top to bottom; the logical host in
/// one frame, the box in another. Nothing overlaps, at any size.
/// </summary>
internal sealed class HostDiagramLayout
{
    private const int Margin = 8;
    private const int Gutter = 122;
    private const int Header = 62;
    private const int FramePad = 18;
    private const int FrameGap = 18;
    private const int LeastWidth = 640;

    private readonly HostPicture picture;
    private readonly HostParts boxes;
    private readonly Dictionary<string, LayeredItem> items = [];
    private readonly List<(HostLayer Layer, List<LayeredItem> Items)> rows = [];
    private readonly Dictionary<LayeredLink, (HostLink? Link, HostPart? Machine, MachineNic? Nic)> links = [];

    private HostDiagramLayout(HostPicture picture)
    {
        this.picture = picture;
        boxes = new HostParts(picture);
    }

    public static Diagram Of(HostPicture picture) => new HostDiagramLayout(picture).Draw();

    private Diagram Draw()
    {
        foreach (var layer in Enum.GetValues<HostLayer>())
        {
            var row = layer switch
            {
                HostLayer.Nics => boxes.Nics.Select(p => Item(p.Key, boxes.Size(p))).ToList(),
                HostLayer.Ports => boxes.Groups.Select(g => Item("group:" + g.Name, (g.Width, g.Height))).ToList(),
                _ => picture.In(layer).Select((p, i) => Item(p.Key, boxes.Size(p), Rank(p, i))).ToList(),
            };
            if (row.Count > 0)
                rows.Add((layer, row));
        }
        if (rows.Count == 0)
            return new Diagram(LeastWidth, 0, "Nothing is documented");
        AddLinks();
        var last = rows.FindLastIndex(r => r.Layer != HostLayer.Ports);
        var baseRow = rows.FindIndex(r => r.Layer == HostLayer.Nics) is >= 0 and var nics ? nics : Math.Max(0, last);
        var layout = new LayeredLayout([.. rows.Select((r, i) => Row(r.Layer, r.Items, i))], [.. links.Keys], baseRow);
        return Dress(layout);
    }

    private static int Rank(HostPart part, int index) => part.Traffic.Count > 0 ? TrafficWords.Order(part.Traffic[0]) * 100 + index : 1000 + index;

    private LayeredItem Item(string key, (int Width, int Height) size, int rank = 0) => items[key] = new LayeredItem(key, size.Width, size.Height) { Rank = rank };

    private static bool IsLogical(HostLayer layer) => layer is HostLayer.Machines or HostLayer.Labels;

    private LayeredRow Row(HostLayer layer, List<LayeredItem> row, int index)
    {
        var leavesLogical = IsLogical(layer) && index + 1 < rows.Count && !IsLogical(rows[index + 1].Layer);
        var leavesBox = layer != HostLayer.Ports && index + 1 < rows.Count && rows[index + 1].Layer == HostLayer.Ports;
        var after = leavesBox ? HostParts.CableBand + FramePad + (leavesLogical ? FrameGap : 0) : leavesLogical ? FramePad + FrameGap + FramePad : 16;
        return new LayeredRow(row, layer is HostLayer.Labels or HostLayer.Vlans or HostLayer.Bonds or HostLayer.Ports, layer == HostLayer.Ports ? 24 : HostParts.Gap, layer == HostLayer.Ports ? 26 : 16, after);
    }

    private void AddLinks()
    {
        foreach (var machine in picture.In(HostLayer.Machines))
            foreach (var (nic, at) in machine.Nics.Zip(HostParts.NicPlaces(machine)))
                if (nic.Label is { } label && items.TryGetValue(label, out var below))
                    links.Add(new LayeredLink($"{nic.Traffic}:{label}", items[machine.Key], below, at), (null, machine, nic));
        foreach (var (index, link) in picture.Links.Index())
        {
            var below = picture.Find(link.To)!;
            var (to, between) = below.Layer == HostLayer.Ports ? (items["group:" + below.Group], ((int, int)?)boxes.PortBetween(below)) : (items[link.To], null);
            var fromNic = picture.Find(link.From)!.Layer == HostLayer.Nics;
            // A label with one uplink sends a line per traffic type, so that each can be followed by colour; with several uplinks one line each.
            var colours = !fromNic && picture.Find(link.From)!.Layer is HostLayer.Labels && link.Traffic.Count > 1 && picture.Links.Count(l => l.From == link.From) == 1 ? link.Traffic : [link.Colour ?? ""];
            foreach (var colour in colours)
                links.Add(new LayeredLink($"{index}{colour}", items[link.From], to, fromNic ? boxes.Socket(link.From, items[link.From].Width, link.To) : null, between),
                    (link with { Colour = colour.Length > 0 ? colour : null, Traffic = colours.Count > 1 ? [colour] : link.Traffic }, null, null));
        }
    }

    private Diagram Dress(LayeredLayout layout)
    {
        int dx = Margin + Gutter, dy = Margin + (rows.Exists(r => IsLogical(r.Layer)) ? Header : FramePad);
        foreach (var item in items.Values)
            (item.X, item.Y) = (item.X + dx, item.Y + dy);
        var width = Math.Max(LeastWidth, dx + layout.Width + FramePad + Margin);
        var lines = new List<DiagramLine>();
        foreach (var (key, (link, machine, nic)) in links)
        {
            List<DiagramPoint> points = [.. layout.Paths[key].Select(p => new DiagramPoint(p.X + dx, p.Y + dy))];
            if (machine is not null)
                points[0] = points[0] with { Y = items[machine.Key].Y + HostParts.NicLine };
            lines.Add(Line(key, points, link, nic));
        }
        var drawn = new List<DiagramBox>();
        foreach (var part in picture.Parts.Where(p => p.Layer != HostLayer.Ports))
            drawn.Add(boxes.Draw(part, items[part.Key], Next(part)));
        drawn.AddRange(links.Where(l => l.Value.Link?.Cable is not null).Select(l => boxes.Tag(l.Value.Link!, layout.Paths[l.Key][0] is var p ? new DiagramPoint(p.X + dx, p.Y + dy + FramePad) : default)));
        foreach (var part in picture.In(HostLayer.Ports))
        {
            var socket = lines.Zip(links.Values).Where(p => p.Second.Link?.To == part.Key).Select(p => p.First.Points[^1].X).ToList();
            drawn.Add(boxes.DrawPort(part, items["group:" + part.Group], socket));
        }
        List<DiagramBox> frames = [.. Frames(width), .. boxes.Groups.Select(g => HostParts.DrawGroup(g, items["group:" + g.Name]))];
        return new Diagram(width, frames.Max(f => f.Bottom) + Margin, HostWords.Title(picture))
        {
            Frames = frames,
            Boxes = drawn,
            Lines = lines,
        };
    }

    private DiagramLine Line(LayeredLink key, List<DiagramPoint> points, HostLink? link, MachineNic? nic) => link is null
        ? new DiagramLine($"{key.Net}>{key.To.Key}", points) { Colour = nic!.Traffic, Traffic = [nic.Traffic], Broken = picture.Find(nic.Label!)!.Missing }
        : new DiagramLine(key.Net, points) { Colour = link.Colour, Traffic = link.Traffic, Broken = link.Broken, Planned = link.Planned, Cable = link.Cable is not null };

    private IReadOnlyList<string> Next(HostPart part) => part.Layer == HostLayer.Machines
        ? [.. part.Nics.Select(n => n.Label).OfType<string>().Distinct()]
        : [.. picture.Links.Where(l => l.From == part.Key).Select(l => l.Cable is null ? l.To : HostParts.TagKey(l))];

    private IEnumerable<DiagramBox> Frames(int width)
    {
        var logical = rows.Where(r => IsLogical(r.Layer)).SelectMany(r => r.Items).ToList();
        var physical = rows.Where(r => !IsLogical(r.Layer) && r.Layer != HostLayer.Ports).SelectMany(r => r.Items).ToList();
        var top = Margin;
        if (logical.Count > 0)
        {
            var bottom = logical.Max(i => i.Y + i.Height) + FramePad;
            yield return boxes.LogicalFrame(Margin, Margin, width - 2 * Margin, bottom - Margin);
            top = bottom + FrameGap;
        }
        if (physical.Count > 0)
            yield return boxes.PhysicalFrame(Margin, top, width - 2 * Margin, physical.Max(i => i.Y + i.Height) + FramePad - top);
    }
}
