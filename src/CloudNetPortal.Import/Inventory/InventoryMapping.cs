using CloudNetPortal.Domain.Catalogue.Devices;

namespace CloudNetPortal.Import.Inventory;

/// <summary>What a person may decide before the files are read: words of the source and what they mean here.</summary>
public sealed class InventoryMapping
{
    /// <summary>Defaults by a part of the source's word, the first that fits.</summary>
    private static readonly (string Part, string Role)[] Defaults =
    [
        ("hypervisor", DeviceRoles.Hypervisor), ("compute", DeviceRoles.Hypervisor), ("kvm", DeviceRoles.Hypervisor), ("esx", DeviceRoles.Hypervisor), ("xen", DeviceRoles.Hypervisor), ("vmhost", DeviceRoles.Hypervisor),
        ("patch", DeviceRoles.PatchPanel), ("panel", DeviceRoles.PatchPanel), ("storage", DeviceRoles.Storage), ("nas", DeviceRoles.Storage), ("management-server", DeviceRoles.ManagementServer),
        ("pdu", DeviceRoles.Pdu), ("power", DeviceRoles.Pdu), ("switch", DeviceRoles.Switch), ("leaf", DeviceRoles.Switch), ("spine", DeviceRoles.Switch), ("tor", DeviceRoles.Switch), ("aggregation", DeviceRoles.Switch),
        ("router", DeviceRoles.Router), ("firewall", DeviceRoles.Router), ("gateway", DeviceRoles.Router), ("server", DeviceRoles.Hypervisor), ("host", DeviceRoles.Hypervisor), ("node", DeviceRoles.Hypervisor),
    ];

    /// <summary>Role by the source's word, decided by a person.</summary>
    public Dictionary<string, string> Roles { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Device by file path, decided by a person, for files that do not say themselves whose they are.</summary>
    public Dictionary<string, string> Devices { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Kind of file (an importer's key) by file path, decided by a person.</summary>
    public Dictionary<string, string> Kinds { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words of the source that were met, with the role each was given: shown before anything is stored.</summary>
    public SortedDictionary<string, string> RolesMet { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What sources call the type of a device, by device: other sources of the same import may need to know.</summary>
    internal Dictionary<string, string> TypesMet { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The role a word means here.</summary>
    public string Role(string word)
    {
        var trimmed = word.Trim();
        var slug = trimmed.ToLowerInvariant().Replace(' ', '-').Replace('_', '-');
        var role = Roles.TryGetValue(trimmed, out var chosen) ? chosen : Default(slug);
        RolesMet[trimmed] = role;
        return role;
    }

    private static string Default(string slug)
    {
        foreach (var (part, role) in Defaults)
            if (part.Length > 3 ? slug.Contains(part, StringComparison.Ordinal) : slug.Split('-').Contains(part))
                return role;
        return DeviceRoles.Other;
    }
}
