using System.Text.RegularExpressions;

namespace CloudNetPortal.Import.Inventory;

/// <summary>What names of Linux network devices tell.</summary>
internal static partial class HostDevices
{
    /// <summary>True for names of NICs and switch ports, whatever the driver says (test labs make them of veth pairs).</summary>
    public static bool IsNicName(string name) => Nic().IsMatch(name);

    /// <summary>True for ports of a switch.</summary>
    public static bool IsSwitchPortName(string name) => SwitchPort().IsMatch(name);

    /// <summary>True for what CloudStack or libvirt makes whole, by its name alone: cloud0, vnet3, virbr0, brbond1-300, brvx-1000.</summary>
    public static bool IsMadeByCloudStack(string name) => Made().IsMatch(name);

    /// <summary>Uplink and VLAN of a guest bridge that the KVM agent names br‹uplink›-‹vlan›, or null.</summary>
    public static (string Uplink, int Vlan)? GuestBridge(string name) =>
        GuestBridgeName().Match(name) is { Success: true } match && int.Parse(match.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 4094 and var vlan
            ? (match.Groups[1].Value, vlan) : null;

    [GeneratedRegex(@"^(eth|eno|enp|ens|enx|enP|em|swp|sw\d+p|ge-|xe-|et-|ib)\w*\d|^p\d+p\d+|^Ethernet\d|^wl[pox]\w+|^wlan\d|^ww[pa]\w+|^usb\d|^\w+np\d+$")]
    private static partial Regex Nic();

    [GeneratedRegex(@"^(swp|sw\d+p|Ethernet)\d")]
    private static partial Regex SwitchPort();

    [GeneratedRegex(@"^(cloud0|cloudVirBr\d+|vnet\d+|virbr\d+(-nic)?|brvx-\d+|vxlan\d+)$")]
    private static partial Regex Made();

    [GeneratedRegex(@"^br([A-Za-z][\w.]*)-(\d{1,4})$")]
    private static partial Regex GuestBridgeName();
}
