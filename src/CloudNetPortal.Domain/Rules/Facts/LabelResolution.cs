using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>What a label means on one host: the network inside, the uplink CloudStack really uses, and the NICs below it.</summary>
public sealed record LabelResolution
{
    /// <summary>The host.</summary>
    public required HostFacts Host { get; init; }
    /// <summary>The label as sent.</summary>
    public required string Label { get; init; }
    /// <summary>Whether it resolves.</summary>
    public required LabelState State { get; init; }
    /// <summary>The bridge, device, XenServer network or virtual switch it names; null unless found.</summary>
    public Interface? Target { get; init; }
    /// <summary>Ports of the bridge or switch, without those CloudStack or libvirt makes.</summary>
    public IReadOnlyList<Interface> Members { get; init; } = [];
    /// <summary>Members CloudStack would take as uplink; the first one wins. KVM with native bridges knows uplinks by the start of their names.</summary>
    public IReadOnlyList<Interface> UplinkMembers { get; init; } = [];
    /// <summary>The device tags are put on: the uplink member, or its parent when that is a VLAN device. KVM's “pif”.</summary>
    public Interface? Uplink { get; init; }
    /// <summary>The VLAN device between label and uplink (bond0.100 under cloudbr0), or null.</summary>
    public Interface? VlanBelow { get; init; }
    /// <summary>The device by which the host itself tags what leaves untagged through the label: the VLAN device below it, or the labelled device when that is one (KVM: a VTEP on bond0.200; XenServer: a network with a VLAN).</summary>
    public Interface? HostTag => VlanBelow is { VlanId: not null } ? VlanBelow : Target is { Kind: InterfaceKind.Vlan or InterfaceKind.XenNetwork, VlanId: not null } ? Target : null;
    /// <summary>Physical ports below the uplink.</summary>
    public IReadOnlyList<Interface> Legs { get; init; } = [];
    /// <summary>Name on this host that was probably meant, when the label is missing.</summary>
    public string? NearName { get; init; }
    /// <summary>True when a XenServer network has the name-label and no NIC (PIF) on this host: nothing would leave it.</summary>
    public bool LacksNic { get; init; }
    /// <summary>True when the label names a thing of the wrong kind: a bridge name where XenServer wants a name-label.</summary>
    public bool IsWrongKind { get; init; }

    /// <summary>True when there is something on the host that the label names.</summary>
    public bool IsFound => State == LabelState.Found;
}

/// <summary>Whether a label resolves on a host.</summary>
public enum LabelState
{
    /// <summary>The host has it.</summary>
    Found,
    /// <summary>The host is documented and does not have it.</summary>
    Missing,
    /// <summary>Nothing is known of the inside of the host.</summary>
    Unknown,
    /// <summary>The hypervisor takes any text (simulator) or no label at all (bare metal).</summary>
    NotChecked,
}
