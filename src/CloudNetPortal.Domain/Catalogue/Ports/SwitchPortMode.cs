namespace CloudNetPortal.Domain.Catalogue.Ports;

/// <summary>How a switch port treats VLAN tags (IEEE 802.1Q).</summary>
public enum SwitchPortMode
{
    /// <summary>One VLAN, untagged.</summary>
    Access,
    /// <summary>The allowed VLANs tagged, the native one untagged.</summary>
    Trunk,
    /// <summary>Every VLAN tagged; NetBox's “tagged-all”.</summary>
    TrunkAll,
}
