namespace CloudNetPortal.Domain.Zones;

/// <summary>A part of the guest VLANs that only one owner may use (dedicateGuestVlanRange). Must lie inside one run of the physical network.</summary>
public sealed class VlanDedication : DesignObject
{
    /// <summary>The run as typed: <c>550-559</c>.</summary>
    public string Vlans { get; set; } = "";
    /// <summary>Its owner.</summary>
    public Owner Owner { get; set; } = new();
}
