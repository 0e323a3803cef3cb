namespace CloudNetPortal.Domain.Catalogue.Ports;

/// <summary>What an interface is made of.</summary>
public enum InterfaceKind
{
    /// <summary>A NIC or switch port: a place for a cable.</summary>
    Physical,
    /// <summary>A bond on a host or a LAG on a switch.</summary>
    Bond,
    /// <summary>A Linux bridge.</summary>
    Bridge,
    /// <summary>An Open vSwitch bridge.</summary>
    OvsBridge,
    /// <summary>A VLAN sub-interface, such as bond0.100.</summary>
    Vlan,
    /// <summary>A VXLAN device.</summary>
    Vxlan,
    /// <summary>A standard or distributed virtual switch of VMware or Hyper-V.</summary>
    VSwitch,
    /// <summary>A XenServer network, found by its name-label.</summary>
    XenNetwork,
    /// <summary>A front port of a patch panel.</summary>
    FrontPort,
    /// <summary>A rear port of a patch panel.</summary>
    RearPort,
    /// <summary>Loopback, tap, dummy and other devices without a wire.</summary>
    Virtual,
}
