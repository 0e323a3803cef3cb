using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Rules.Vlans;

/// <summary>The words for a work order, in the language of the switch where its platform is known.</summary>
public static class SwitchWords
{
    /// <summary>Lets VLANs through a port of the host's own switch.</summary>
    public static string AllowOnHost(Device host, Interface port, VlanSet vlans, bool openVSwitch) => $"# on {host.Name}, and in its configuration\n" + (openVSwitch
        ? $"ovs-vsctl set port {port.Name} trunks={string.Join(',', port.TaggedVlans!.Union(vlans).Ranges.SelectMany(r => Enumerable.Range(r.First, (int)r.Count)))}"
        : string.Join('\n', vlans.Ranges.Select(r => $"bridge vlan add dev {port.Name} vid {(r.First == r.Last ? $"{r.First}" : r.ToString())}")));

    /// <summary>Lets VLANs through a port, tagged, after making those that do not exist on the switch.</summary>
    public static string AllowVlans(Device device, Interface port, VlanSet vlans, bool isAccess, VlanSet? make = null)
    {
        var list = List(vlans);
        var platform = (device.Platform ?? "").ToLowerInvariant();
        if (platform.Contains("sonic"))
            return string.Concat((make?.Ranges ?? []).SelectMany(r => Enumerable.Range(r.First, r.Last - r.First + 1)).Select(v => $"config vlan add {v}\n")) + string.Join('\n', vlans.Ranges.Select(r => r.First == r.Last ? $"config vlan member add {r.First} {port.Name}" : $"config vlan member add -m {r.ToString().Replace('-', ':')} {port.Name}")) + $"   # on {device.Name}";
        if (platform.Contains("cumulus") || platform.Contains("linux") || platform.Contains("debian"))
            return $"# on {device.Name}\n" + string.Join('\n', vlans.Ranges.Select(r => $"bridge vlan add dev {port.Name} vid {(r.First == r.Last ? $"{r.First}" : r.ToString())}"));
        if (platform.Contains("junos"))
            return $"# on {device.Name}\n" + string.Concat((make?.Ranges ?? []).Select(r => r.First == r.Last ? $"set vlans v{r.First} vlan-id {r.First}\n" : $"set vlans v{r.First} vlan-id-list {r}\n")) + string.Join('\n', vlans.Ranges.Select(r => $"set interfaces {port.Name} unit 0 family ethernet-switching vlan members {(r.First == r.Last ? $"{r.First}" : r.ToString())}"));
        if (platform.Contains("eos") || platform.Contains("nx") || platform.Contains("ios"))
            return $"! on {device.Name}\n{(make is { IsEmpty: false } ? $"vlan {List(make)}\n" : "")}interface {port.Name}\n{(isAccess ? "  switchport mode trunk\n" : "")}  switchport trunk allowed vlan {(isAccess ? "" : "add ")}{list}";
        return $"On {device.Name}, port {port.Name}: {(isAccess ? "make it a trunk and " : "")}allow VLANs {list} tagged, and create them on the switch where they do not exist.";
    }

    /// <summary>What to upload so that the set-up of switches is known, as a sentence behind another; empty for no switch.</summary>
    public static string Upload(IEnumerable<Device?> switches)
    {
        var outputs = switches.OfType<Device>().Where(d => d.LogicalHost is null && d.Role != DeviceRoles.Hypervisor).Distinct().GroupBy(d => Configuration(d.Platform ?? ""))
            .Select(g => $"{g.Key} of {string.Join(", ", g.Take(3).Select(d => d.Name))}{(g.Count() > 3 ? $" and {g.Count() - 3} more" : "")}").ToList();
        return outputs.Count == 0 ? "" : $" Upload {string.Join(", ", outputs)}.";
    }

    private static string Configuration(string platform)
    {
        return Has("junos") ? "“show configuration”" : Has("sonic") ? "config_db.json" : Has("cumulus") || Has("linux") || Has("debian") ? "/etc/network/interfaces"
        : Has("eos") || Has("nx") || Has("ios") ? "“show running-config”" : "the running configuration";

        bool Has(string system) => platform.Contains(system, StringComparison.OrdinalIgnoreCase);
    }

    private static string List(VlanSet vlans) => string.Join(',', vlans.Ranges.Select(r => r.First == r.Last ? $"{r.First}" : r.ToString()));
}
