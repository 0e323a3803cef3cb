using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Import.Inventory.Fields;

/// <summary>Fields of interfaces; references to other interfaces of the device are by name.</summary>
internal static class InterfaceFields
{
    public static readonly CatalogueField[] All =
    [
        new("kind", "Kind", Canonical.Choice<InterfaceKind>(), (e, _) => Of(e).Kind.ToString(), (e, t, _) => Of(e).Kind = t is null ? InterfaceKind.Physical : Enum.Parse<InterfaceKind>(t)),
        new("alias", "Alias", Canonical.Text(255), (e, _) => Of(e).Alias, (e, t, _) => Of(e).Alias = t),
        new("connector", "Connector", Canonical.Text(60), (e, _) => Of(e).Connector, (e, t, _) => Of(e).Connector = t),
        new("mac", "MAC address", Canonical.Mac, (e, _) => Canonical.Write(Of(e).Mac), (e, t, _) => Of(e).Mac = t is null ? null : PhysicalAddress.Parse(t)),
        // The loop-back of Linux has an MTU above what a frame can be; it is never imported with one.
        Whole("mtu", "MTU", 68, 65535, p => p.Mtu, (p, v) => p.Mtu = v),
        Whole("speed", "Speed (Mbit/s)", 1, 1_600_000, p => p.SpeedMbps, (p, v) => p.SpeedMbps = v),
        new("enabled", "Enabled", Canonical.Switch, (e, _) => Of(e).Enabled ? "true" : "false", (e, t, _) => Of(e).Enabled = t != "false"),
        new("link", "Link", Canonical.Switch, (e, _) => Of(e).HasLink is { } link ? link ? "true" : "false" : null, (e, t, _) => Of(e).HasLink = t is null ? null : t == "true"),
        new("memberState", "State in the bond", Canonical.Choice<MemberState>(), (e, _) => Of(e).MemberState?.ToString(), (e, t, _) => Of(e).MemberState = t is null ? null : Enum.Parse<MemberState>(t)),
        new("managementOnly", "Management only", Canonical.Switch, (e, _) => Of(e).ManagementOnly ? "true" : "false", (e, t, _) => Of(e).ManagementOnly = t == "true"),
        Reference("bond", "Bond or LAG", p => p.BondId, (p, v) => p.BondId = v),
        Reference("bridge", "Bridge", p => p.BridgeId, (p, v) => p.BridgeId = v),
        Reference("parent", "Parent", p => p.ParentId, (p, v) => p.ParentId = v),
        Whole("vlan", "VLAN", 1, 4094, p => p.VlanId, (p, v) => p.VlanId = v),
        new("bondMode", "Bond mode", Canonical.Choice<BondMode>(), (e, _) => Of(e).BondMode?.ToString(), (e, t, _) => Of(e).BondMode = t is null ? null : Enum.Parse<BondMode>(t)),
        new("lacpFast", "LACP fast", Canonical.Switch, (e, _) => Of(e).LacpFast is { } fast ? fast ? "true" : "false" : null, (e, t, _) => Of(e).LacpFast = t is null ? null : t == "true"),
        new("mlagGroup", "MLAG group", Canonical.Text(100), (e, _) => Of(e).MlagGroup, (e, t, _) => Of(e).MlagGroup = t),
        new("mode", "VLAN mode", Canonical.Choice<SwitchPortMode>(), (e, _) => Of(e).Mode?.ToString(), (e, t, _) => Of(e).Mode = t is null ? null : Enum.Parse<SwitchPortMode>(t)),
        Whole("untaggedVlan", "Untagged VLAN", 1, 4094, p => p.UntaggedVlan, (p, v) => p.UntaggedVlan = v),
        new("taggedVlans", "Tagged VLANs", Canonical.Vlans, (e, _) => Canonical.Write(Of(e).TaggedVlans), (e, t, _) => Of(e).TaggedVlans = Canonical.ToVlans(t)),
        Reference("rearPort", "Rear port", p => p.RearPortId, (p, v) => p.RearPortId = v),
        Whole("rearPosition", "Position on the rear port", 1, 1024, p => p.RearPosition, (p, v) => p.RearPosition = v),
        Whole("positions", "Positions", 1, 1024, p => p.Positions, (p, v) => p.Positions = v),
        new("description", "Description", Canonical.Text(255), (e, _) => Of(e).Description, (e, t, _) => Of(e).Description = t) { SourcesShouldAgree = false },
        new("madeByCloudStack", "Made by CloudStack", Canonical.Switch, (e, _) => Of(e).MadeByCloudStack ? "true" : "false", (e, t, _) => Of(e).MadeByCloudStack = t == "true"),
        new("addresses", "Addresses", Canonical.Addresses, (e, _) => Canonical.Addresses(string.Join(',', Of(e).Addresses.Select(a => $"{a.Address}/{a.PrefixLength}"))).Item1, SetAddresses),
    ];

    private static Interface Of(object entity) => (Interface)entity;

    private static CatalogueField Whole(string name, string title, int least, int most, Func<Interface, int?> get, Action<Interface, int?> set) =>
        new(name, title, Canonical.Whole(least, most), (e, _) => get(Of(e))?.ToString(CultureInfo.InvariantCulture), (e, t, _) => set(Of(e), Canonical.ToInt(t)));

    private static CatalogueField Reference(string name, string title, Func<Interface, Guid?> get, Action<Interface, Guid?> set) =>
        new(name, title, Canonical.Text(255), (e, i) => i.NameOf(get(Of(e))), (e, t, i) => set(Of(e), i.Sibling(Of(e), t))) { IsName = true };

    private static void SetAddresses(object entity, string? text, CatalogueIndex index)
    {
        var port = Of(entity);
        var wanted = text?.Split(',').ToHashSet() ?? [];
        port.Addresses.RemoveAll(a => !wanted.Remove($"{a.Address}/{a.PrefixLength}"));
        foreach (var part in wanted.Order(StringComparer.Ordinal))
        {
            var halves = part.Split('/');
            var address = new InterfaceAddress { InterfaceId = port.Id, Address = IPAddress.Parse(halves[0]), PrefixLength = int.Parse(halves[1], CultureInfo.InvariantCulture) };
            port.Addresses.Add(address);
            index.Made.Add(address);
        }
    }
}
