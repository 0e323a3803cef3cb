using System.Globalization;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;

namespace CloudNetPortal.Import.Sources.Switches;

/// <summary>What a switch says of one of its ports, whatever its system; what is null was not said. The defaults of a system are filled in by its reader.</summary>
public sealed class SwitchPort(string name, int? line)
{
    /// <summary>Its name, in full.</summary>
    public string Name { get; } = name;
    /// <summary>Line it was met in.</summary>
    public int? Line { get; set; } = line;
    /// <summary>What it is made of.</summary>
    public InterfaceKind Kind { get; set; }
    /// <summary>Second name.</summary>
    public string? Alias { get; set; }
    /// <summary>Description.</summary>
    public string? Description { get; set; }
    /// <summary>Administratively up.</summary>
    public bool? Enabled { get; set; }
    /// <summary>Largest payload in bytes.</summary>
    public int? Mtu { get; set; }
    /// <summary>How far the MTU goes: what the box shows of itself counts more than its configuration, <see cref="SourceWeight.Stamped"/> is the default of a system that nothing states.</summary>
    public SourceWeight MtuWeight { get; set; } = SourceWeight.Documented;
    /// <summary>Speed in Mbit/s.</summary>
    public int? Speed { get; set; }
    /// <summary>The port for management.</summary>
    public bool IsManagement { get; set; }
    /// <summary>How it treats tags; null for a routed port and for what is no switch port.</summary>
    public SwitchPortMode? Mode { get; set; }
    /// <summary>VLAN of an access port.</summary>
    public int? AccessVlan { get; set; }
    /// <summary>Native VLAN of a trunk; null when it takes no untagged frames.</summary>
    public int? NativeVlan { get; set; }
    /// <summary>VLANs a trunk allows, the native one with them; null when it allows all that exist.</summary>
    public VlanSet? Allowed { get; set; }
    /// <summary>LAG it is a member of.</summary>
    public string? Lag { get; set; }
    /// <summary>For a LAG: LACP or static.</summary>
    public BondMode? LagMode { get; set; }
    /// <summary>For a LAG: asks for a PDU every second.</summary>
    public bool? LacpFast { get; set; }
    /// <summary>Group it shares with a LAG of another switch (MLAG, vPC, ESI).</summary>
    public string? MlagGroup { get; set; }
    /// <summary>Bridge it is a port of, where the system has bridges.</summary>
    public string? Bridge { get; set; }
    /// <summary>For a sub-interface: the port below.</summary>
    public string? Parent { get; set; }
    /// <summary>VLAN of a sub-interface or a routed VLAN.</summary>
    public int? Vlan { get; set; }
    /// <summary>Routing table of its addresses.</summary>
    public string? Vrf { get; set; }
    /// <summary>How far the addresses go: a file that a box starts from may say fewer than the box has.</summary>
    public SourceWeight AddressWeight { get; set; } = SourceWeight.Observed;
    /// <summary>Addresses with prefix length.</summary>
    public List<string> Addresses { get; } = [];

    /// <summary>
    /// Writes it down. In the catalogue the native VLAN of a trunk is untagged and not among the tagged ones, and only a native VLAN that is allowed passes; a
    /// trunk without a list lets every VLAN through, which the list of VLANs of the switch narrows.
    /// </summary>
    public bool Say(InventoryReading reading)
    {
        var key = RecordKey.Interface(reading.Device, Name);
        var source = reading.Source(Line);
        var ok = Put("kind", Kind.ToString()) & Put("alias", Alias) & Put("description", Description) & Put("enabled", Enabled is { } enabled ? Text(enabled) : null)
            & Put("speed", Number(Speed)) & Put("managementOnly", IsManagement ? "true" : null) & Put("bond", Lag) & Put("bridge", Bridge)
            & Put("bondMode", LagMode?.ToString()) & Put("lacpFast", LacpFast is { } fast ? Text(fast) : null) & Put("mlagGroup", MlagGroup)
            & Put("parent", Parent) & Put("vlan", Number(Vlan));
        if (Addresses.Count > 0)
            ok &= reading.Draft.Say(key, "addresses", string.Join(',', Addresses), source with { Weight = AddressWeight }, reading.Log, "addresses");
        if (Mtu is { } mtu)
            ok &= reading.Draft.Say(key, "mtu", Number(mtu), source with { Weight = MtuWeight }, reading.Log, "mtu");
        switch (Mode)
        {
            case SwitchPortMode.Access:
                return ok & Put("mode", nameof(SwitchPortMode.Access)) & Put("untaggedVlan", Number(AccessVlan));
            case not null when Allowed is null:
                return ok & Put("mode", nameof(SwitchPortMode.TrunkAll)) & Put("untaggedVlan", Number(NativeVlan));
            case not null:
                var native = NativeVlan is { } id && Allowed.Contains(id) ? NativeVlan : null;
                return ok & Put("mode", nameof(SwitchPortMode.Trunk)) & Put("untaggedVlan", Number(native))
                    & Put("taggedVlans", (native is { } own ? Allowed.Except(VlanSet.Of(own)) : Allowed) is { IsEmpty: false } tagged ? tagged.ToString() : "none");
            default:
                return ok;
        }

        bool Put(string field, string? text) => text is null ? reading.Draft.Say(key, field, null, source, reading.Log) : reading.Draft.Say(key, field, text, source, reading.Log, field);
    }

    private static string Text(bool value) => value ? "true" : "false";

    private static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);
}
