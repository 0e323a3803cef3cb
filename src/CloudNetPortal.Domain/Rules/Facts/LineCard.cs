using System.Text.RegularExpressions;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>
/// The line card (or member of a stack) a switch port sits on, where port names tell: Eth3/17, xe-1/0/4, Gi2/0/24. A box all of whose ports have one first
/// number has no cards; numbers after the slash that stop at four are lanes of a breakout, not ports of a card.
/// </summary>
public static partial class LineCard
{
    /// <summary>Number of the card per port of a box; empty when it has none.</summary>
    public static IReadOnlyDictionary<Guid, int> Of(Device device)
    {
        var read = device.Interfaces.Where(i => i.Kind == InterfaceKind.Physical && !i.ManagementOnly).Select(i => (Port: i, Match: Name().Match(i.Name))).Where(p => p.Match.Success)
            .Select(p => (p.Port.Id, Card: Number(p.Match.Groups["card"]), Port: Number(p.Match.Groups["port"]))).ToList();
        return read.Select(p => p.Card).Distinct().Count() > 1 && read.Max(p => p.Port) > 4 ? read.ToDictionary(p => p.Id, p => p.Card) : [];
    }

    private static int Number(Group group) => int.TryParse(group.ValueSpan, out var number) ? number : 0;

    [GeneratedRegex(@"^[A-Za-z-]+(?<card>\d{1,3})/(?:\d+/)?(?<port>\d{1,3})$")]
    private static partial Regex Name();
}
