namespace CloudNetPortal.Domain.Rules;

/// <summary>A named, versioned list of severities and a few parameters: data, not logic. The zone's environment decides which one applies.</summary>
/// <param name="Name">production or lab.</param>
/// <param name="Version">Version of the list.</param>
/// <param name="LiveDataMaxAge">How old LLDP, host and switch data may be.</param>
/// <param name="SparePodAddresses">Spare management addresses asked of each pod (CNP9001).</param>
/// <param name="GrowthPercent">Growth asked of VLAN pools (CNP9003).</param>
public sealed record PolicyPack(string Name, int Version, TimeSpan LiveDataMaxAge, int SparePodAddresses, int GrowthPercent)
{
    /// <summary>Default of every rule.</summary>
    public static PolicyPack Production { get; } = new("production", 1, TimeSpan.FromDays(7), 2, 20);
    /// <summary>One or few hosts, no redundancy, may be rebuilt.</summary>
    public static PolicyPack Lab { get; } = new("lab", 1, TimeSpan.FromDays(30), 0, 0);

    /// <summary>The pack of that name, or null.</summary>
    public static PolicyPack? Find(string? name) => name switch { "production" => Production, "lab" => Lab, _ => null };
}
