namespace CloudNetPortal.Domain.Catalogue.Devices;

/// <summary>Roles the rules know; teams may use words of their own beside them.</summary>
public static class DeviceRoles
{
    /// <summary>A physical host that runs a hypervisor.</summary>
    public const string Hypervisor = "hypervisor";
    /// <summary>A switch.</summary>
    public const string Switch = "switch";
    /// <summary>A patch panel: front ports wired to rear ports.</summary>
    public const string PatchPanel = "patch-panel";
    /// <summary>A router or firewall.</summary>
    public const string Router = "router";
    /// <summary>A storage server.</summary>
    public const string Storage = "storage";
    /// <summary>A CloudStack management server.</summary>
    public const string ManagementServer = "management-server";
    /// <summary>A power distribution unit.</summary>
    public const string Pdu = "pdu";
    /// <summary>Anything else.</summary>
    public const string Other = "other";
}
