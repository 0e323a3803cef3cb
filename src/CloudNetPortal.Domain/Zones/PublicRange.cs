namespace CloudNetPortal.Domain.Zones;

/// <summary>Public addresses: system VMs and virtual routers reach the outside through them.</summary>
public sealed class PublicRange : DesignObject
{
    /// <summary>Gateway.</summary>
    public string Gateway { get; set; } = "";
    /// <summary>Netmask.</summary>
    public string Netmask { get; set; } = "";
    /// <summary>First address.</summary>
    public string StartIp { get; set; } = "";
    /// <summary>Last address.</summary>
    public string? EndIp { get; set; }
    /// <summary>VLAN as typed; empty or <c>untagged</c> for none. CloudStack takes any text here (CNP5001).</summary>
    public string? Vlan { get; set; }
    /// <summary>True when kept for system VMs.</summary>
    public bool ForSystemVms { get; set; }
    /// <summary>Account or domain it is kept for; null for everybody.</summary>
    public Owner? DedicatedTo { get; set; }
}
