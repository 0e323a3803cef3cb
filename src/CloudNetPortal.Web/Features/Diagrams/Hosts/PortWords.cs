using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Web.Features.Diagrams.Hosts;

/// <summary>Facts of an interface in the words people use.</summary>
internal static class PortWords
{
    public static string Speed(int mbps) => mbps % 1000 == 0 ? $"{mbps / 1000} Gbit/s" : $"{mbps} Mbit/s";

    public static string Mac(Interface port) =>
        port.Mac is null ? "MAC not documented" : string.Join(':', port.Mac.GetAddressBytes().Select(b => b.ToString("x2", null)));

    /// <summary>How a switch port treats tags: "trunk 50, 500–599", "access 100".</summary>
    public static string Vlans(Interface port) => port.Mode switch
    {
        SwitchPortMode.Access => port.UntaggedVlan is { } vlan ? $"access {vlan}" : "access, VLAN not documented",
        SwitchPortMode.TrunkAll => "trunk, all VLANs" + Native(port),
        SwitchPortMode.Trunk => (port.TaggedVlans is { } tagged ? $"trunk {tagged.ToDisplay()}" : "trunk, VLANs not documented") + Native(port),
        _ => "VLANs not documented",
    };

    /// <summary>What the port lets through tagged; null when that is not documented.</summary>
    public static VlanSet? Tagged(Interface port) => port.Mode switch
    {
        SwitchPortMode.Access => VlanSet.Empty,
        SwitchPortMode.TrunkAll => VlanSet.All,
        SwitchPortMode.Trunk => port.TaggedVlans,
        _ => null,
    };

    public static string Bond(BondMode? mode) => mode switch
    {
        BondMode.Lacp => "802.3ad",
        BondMode.Static => "static LAG",
        BondMode.BalanceRoundRobin => "balance-rr",
        BondMode.ActiveBackup => "active-backup",
        BondMode.BalanceXor => "balance-xor",
        BondMode.Broadcast => "broadcast",
        BondMode.BalanceTlb => "balance-tlb",
        BondMode.BalanceAlb => "balance-alb",
        BondMode.BalanceSlb => "balance-slb",
        _ => "mode not documented",
    };

    public static string Kind(Interface port) => port.Kind switch
    {
        InterfaceKind.Physical => port.ManagementOnly ? "controller port" : "NIC",
        InterfaceKind.Bond => "bond",
        InterfaceKind.Bridge => "bridge",
        InterfaceKind.OvsBridge => "Open vSwitch bridge",
        InterfaceKind.Vlan => "VLAN device",
        InterfaceKind.Vxlan => "VXLAN device",
        InterfaceKind.VSwitch => port.IsDistributed == true ? "distributed vSwitch" : "standard vSwitch",
        InterfaceKind.XenNetwork => "network",
        InterfaceKind.FrontPort => "front port",
        InterfaceKind.RearPort => "rear port",
        _ => "virtual device",
    };

    private static string Native(Interface port) => port.UntaggedVlan is { } native ? $", native {native}" : "";
}
