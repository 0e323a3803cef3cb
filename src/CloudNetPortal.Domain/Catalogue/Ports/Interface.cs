using System.ComponentModel.DataAnnotations;
using System.Net.NetworkInformation;
using CloudNetPortal.Domain.Addressing;

namespace CloudNetPortal.Domain.Catalogue.Ports;

/// <summary>
/// One network device of a box. Structure is by reference: a bond's members point to it by <see cref="BondId"/>, a bridge's uplinks by
/// <see cref="BridgeId"/>, a VLAN device to its parent by <see cref="ParentId"/>, a panel's front port to its rear port by <see cref="RearPortId"/>.
/// </summary>
public sealed class Interface
{
    /// <summary>Row id.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The device it is part of.</summary>
    public Guid DeviceId { get; set; }

    /// <summary>Name as the device says it, unique per device. For a XenServer network: its bridge name.</summary>
    [Required, MaxLength(255)]
    public string Name { get; set; } = "";

    /// <summary>What it is made of.</summary>
    public InterfaceKind Kind { get; set; }

    /// <summary>Second name by which neighbours may call it (ifalias, SONiC alias).</summary>
    [MaxLength(255)]
    public string? Alias { get; set; }

    /// <summary>XenServer: the name-label of the network, which is what a label names there.</summary>
    [MaxLength(255)]
    public string? NameLabel { get; set; }

    /// <summary>Form factor in NetBox's words, such as 25gbase-x-sfp28.</summary>
    [MaxLength(60)]
    public string? Connector { get; set; }

    /// <summary>Own (permanent) MAC address, not the one a bond or bridge lends it.</summary>
    public PhysicalAddress? Mac { get; set; }

    /// <summary>Largest frame payload in bytes; null when not documented.</summary>
    [Range(68, 65535)]
    public int? Mtu { get; set; }

    /// <summary>Speed in Mbit/s; null when not documented.</summary>
    [Range(1, 1_600_000)]
    public int? SpeedMbps { get; set; }

    /// <summary>Administratively up.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Link seen on the port when the box was last read: true with carrier, false without; null when nobody looked or the port is shut down.</summary>
    public bool? HasLink { get; set; }

    /// <summary>For a member of a bond or LAG: what the box said of its part in it when it was last read; null when nobody looked.</summary>
    public MemberState? MemberState { get; set; }

    /// <summary>The controller's own port (BMC), never used for CloudStack traffic.</summary>
    public bool ManagementOnly { get; set; }

    /// <summary>Bond or LAG it is a member of.</summary>
    public Guid? BondId { get; set; }

    /// <summary>Bridge, virtual switch or Xen network it is an uplink of.</summary>
    public Guid? BridgeId { get; set; }

    /// <summary>For a VLAN device: the device below.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>For a VLAN device (or a tagged Xen network): its VLAN, 1–4094.</summary>
    [Range(1, 4094)]
    public int? VlanId { get; set; }

    /// <summary>For a bond: how it spreads frames.</summary>
    public BondMode? BondMode { get; set; }

    /// <summary>For a bond with LACP: true when it asks for a PDU every second.</summary>
    public bool? LacpFast { get; set; }

    /// <summary>For a LAG of two switches: the group both peers share (MLAG id).</summary>
    [MaxLength(100)]
    public string? MlagGroup { get; set; }

    /// <summary>For a VMware switch: true when distributed, false when standard.</summary>
    public bool? IsDistributed { get; set; }

    /// <summary>For a switch port: how it treats tags; null when not documented.</summary>
    public SwitchPortMode? Mode { get; set; }

    /// <summary>For a switch port: the untagged VLAN (access or native).</summary>
    [Range(1, 4094)]
    public int? UntaggedVlan { get; set; }

    /// <summary>For a trunk: the VLANs it lets through tagged; null when not documented.</summary>
    public VlanSet? TaggedVlans { get; set; }

    /// <summary>For a front port: the rear port behind it.</summary>
    public Guid? RearPortId { get; set; }

    /// <summary>For a front port: its position on the rear port, from 1.</summary>
    [Range(1, 1024)]
    public int? RearPosition { get; set; }

    /// <summary>For a rear port: how many front ports it carries.</summary>
    [Range(1, 1024)]
    public int? Positions { get; set; }

    /// <summary>What a port without traffic is kept for, such as “spare”.</summary>
    [MaxLength(100)]
    public string? Purpose { get; set; }

    /// <summary>Free text.</summary>
    [MaxLength(255)]
    public string? Description { get; set; }

    /// <summary>Addresses on the interface.</summary>
    public List<InterfaceAddress> Addresses { get; } = [];

    /// <summary>Row version of the store.</summary>
    public uint Version { get; set; }

    /// <summary>True for a device that CloudStack or libvirt makes by itself (cloud0, vnetN, brbond1-300, bond1.300 below such a bridge): shown, never edited.</summary>
    public bool MadeByCloudStack { get; set; }
}
