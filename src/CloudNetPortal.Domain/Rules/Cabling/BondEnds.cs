using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;

namespace CloudNetPortal.Domain.Rules.Cabling;

/// <summary>A bond of a host with the switch ports its legs end on.</summary>
internal sealed record BondEnds(HostFacts Host, Interface Bond, IReadOnlyList<LabelLeg> Legs)
{
    /// <summary>Bonds below labels whose legs all end on a switch.</summary>
    public static IReadOnlyList<BondEnds> Of(RuleFacts facts) => [.. facts.Legs.Where(l => l.Uplink.Kind == InterfaceKind.Bond).GroupBy(l => l.Uplink.Id)
        .Select(g => new BondEnds(g.First().Host, g.First().Uplink, [.. g])).Where(b => b.Legs.All(l => l.Path.End is { } end && end.Device.LogicalHost is null))];

    /// <summary>For people: “kvm1 bond0”.</summary>
    public string Name => $"{Host.Name} {Bond.Name}";

    /// <summary>True when the mode needs a LAG on the switch: 802.3ad one with LACP, the static modes a static one.</summary>
    public static bool NeedsLag(BondMode mode) => mode is BondMode.Lacp or BondMode.Static or BondMode.BalanceRoundRobin or BondMode.BalanceXor or BondMode.Broadcast;

    /// <summary>True when somebody documented how the ports of a switch are set up; a cable list alone says nothing about LAGs.</summary>
    public static bool IsDescribed(Device device) => device.Interfaces.Exists(i => i.Kind == InterfaceKind.Bond || i.Mode is not null);

    /// <summary>False when a port on the way is shut down or has no link: what LACP says there says nothing more.</summary>
    public static bool IsAlive(LabelLeg leg) => leg.Path.Hops.All(h => h.Port is { Enabled: true, HasLink: not false });
}
