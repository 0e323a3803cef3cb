namespace CloudNetPortal.Domain.Zones;

/// <summary>The vCenter datacenter whose clusters a zone uses.</summary>
public sealed class VmwareDatacenter : DesignObject
{
    /// <summary>Name of the datacenter in vCenter.</summary>
    public string Name { get; set; } = "";
    /// <summary>Address of vCenter.</summary>
    public string VCenter { get; set; } = "";
    /// <summary>User name.</summary>
    public string? UserName { get; set; }
    /// <summary>Reference to the encrypted password.</summary>
    public string? PasswordRef { get; set; }
}
