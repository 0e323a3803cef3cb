using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>
/// VLANs a switch port lets through. They may be documented on the port, on the LAG it is a member of, or on both; where both say something, only what both
/// allow passes. Of what is allowed only the VLANs pass that exist on the switch, where its VLANs are documented.
/// </summary>
/// <param name="Port">The port itself.</param>
/// <param name="Lag">The LAG it is a member of, or null.</param>
/// <param name="Tagged">VLANs that pass tagged; null when nobody documented it.</param>
/// <param name="Untagged">Untagged VLAN (access or native); null when there is none or it is not documented.</param>
public sealed record PortVlans(Interface Port, Interface? Lag, VlanSet? Tagged, int? Untagged)
{
    /// <summary>VLANs the port allows that do not exist on the switch: allowing them again does not help. Empty when the VLANs of the switch are not documented.</summary>
    public VlanSet NotCreated { get; init; } = VlanSet.Empty;

    /// <summary>The untagged VLAN of the port when it does not exist on the switch: untagged frames go nowhere.</summary>
    public int? UntaggedNotCreated { get; init; }

    /// <summary>True when the tagged VLANs are documented.</summary>
    public bool IsDocumented => Tagged is not null;

    /// <summary>True when the port takes one VLAN, untagged.</summary>
    public bool IsAccess => (Lag ?? Port).Mode == SwitchPortMode.Access || Port.Mode == SwitchPortMode.Access;

    /// <summary>Whether a VLAN passes, tagged or untagged; null when nothing is documented.</summary>
    public bool? Passes(int vlan) => Untagged == vlan || Tagged?.Contains(vlan) == true ? true : Tagged is null ? null : false;

    /// <summary>The interface on which a VLAN has to be added: the LAG when it is the one that documents VLANs and lacks it, else the port.</summary>
    public Interface PlaceMissing(VlanSet missing) =>
        Lag is not null && Of(Lag) is { } onLag && (Of(Port) is null || !onLag.ContainsAll(missing)) ? Lag : Port;

    /// <summary>Reads a port and its LAG.</summary>
    public static PortVlans Read(Interface port, CatalogueIndex catalogue)
    {
        var lag = catalogue.Port(port.BondId);
        var (own, shared) = (Of(port), lag is null ? null : Of(lag));
        var allowed = own is not null && shared is not null ? own.Intersect(shared) : shared ?? own;
        var untagged = lag?.UntaggedVlan ?? port.UntaggedVlan;
        if (catalogue.DeviceOf(port).Vlans is not { } existing)
            return new PortVlans(port, lag, allowed, untagged);
        return new PortVlans(port, lag, allowed?.Intersect(existing), untagged is { } id && existing.Contains(id) ? untagged : null) 
        {
            NotCreated = allowed?.Except(existing) ?? VlanSet.Empty, UntaggedNotCreated = untagged is { } gone && !existing.Contains(gone) ? gone : null,
        };
    }

    private static VlanSet? Of(Interface port) => port.Mode switch
    {
        SwitchPortMode.Access => VlanSet.Empty,
        SwitchPortMode.TrunkAll => VlanSet.All,
        SwitchPortMode.Trunk => port.TaggedVlans,
        _ => port.TaggedVlans is { IsEmpty: false } ? port.TaggedVlans : null,
    };
}
