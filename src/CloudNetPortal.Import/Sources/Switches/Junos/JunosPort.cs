using System.Globalization;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Import.Sources.Switches.Junos;

/// <summary>What a Junos port says of family ethernet-switching or bridge.</summary>
internal sealed class JunosPort
{
    /// <summary>True once the port has the family; a native VLAN alone makes no switch port.</summary>
    private bool _isFamily;
    private string? _mode;

    public int? Native { get; set; }

    /// <summary>Names, ids and ranges of VLANs with their lines.</summary>
    public List<(string Name, int Line)> Members { get; } = [];

    public JunosConfig.Understood Read(string[] words, int line)
    {
        _isFamily = true;
        switch (words)
        {
            case []:
                return JunosConfig.Understood.Read;
            case ["interface-mode" or "port-mode", var mode]:
                _mode = mode;
                return JunosConfig.Understood.Read;
            case ["vlan", "members", _] or ["vlan-id-list" or "vlan-id", _]:
                Members.Add((words[^1], line));
                return JunosConfig.Understood.Read;
            case ["native-vlan-id", var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var native):
                Native = native;
                return JunosConfig.Understood.Read;
            case ["storm-control" or "recovery-timeout" or "filter" or "policer" or "reflective-relay" or "vlan-rewrite", ..]:
                return words[0] == "vlan-rewrite" ? JunosConfig.Understood.No : JunosConfig.Understood.Known;
            default:
                return JunosConfig.Understood.No;
        }
    }

    public void Settle(SwitchPort port, Func<string, int, VlanSet?> resolve)
    {
        if (!_isFamily && Members.Count == 0)
            return;
        var vlans = Members.Select(m => resolve(m.Name, m.Line)).OfType<VlanSet>().Aggregate(VlanSet.Empty, (all, set) => all.Union(set));
        if (_mode is "trunk" or "tagged-access")
        {
            port.Mode = SwitchPortMode.Trunk;
            port.NativeVlan = Native;
            var allowed = Native is { } native ? vlans.Union(VlanSet.Of(native)) : vlans;
            port.Allowed = allowed.Equals(VlanSet.All) ? null : allowed;
        }
        else
        {
            port.Mode = SwitchPortMode.Access;
            port.AccessVlan = vlans.IsEmpty ? Members.Count == 0 ? 1 : null : vlans.Ranges[0].First;
        }
    }
}
