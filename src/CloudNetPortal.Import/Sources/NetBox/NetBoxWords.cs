using System.Globalization;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Import.Sources.NetBox;

/// <summary>NetBox's words in ours.</summary>
internal static class NetBoxWords
{
    /// <summary>A status; null for words that mean none of ours.</summary>
    public static string? Status(string? word) => word?.ToLowerInvariant() switch
    {
        null => null,
        "active" or "connected" => nameof(LifeCycle.Active),
        "planned" => nameof(LifeCycle.Planned),
        "staged" or "staging" => nameof(LifeCycle.Staged),
        "failed" => nameof(LifeCycle.Failed),
        "offline" or "inventory" => nameof(LifeCycle.Offline),
        "decommissioning" or "retired" => nameof(LifeCycle.Decommissioning),
        _ => word,
    };

    /// <summary>Kind of an interface by its type.</summary>
    public static string Kind(string type, bool hasParent) => type.ToLowerInvariant() switch
    {
        "lag" => nameof(InterfaceKind.Bond),
        "bridge" => nameof(InterfaceKind.Bridge),
        "virtual" => hasParent ? nameof(InterfaceKind.Vlan) : nameof(InterfaceKind.Virtual),
        _ => nameof(InterfaceKind.Physical),
    };

    /// <summary>How a port treats tags.</summary>
    public static string? Mode(string? mode) => mode?.ToLowerInvariant() switch
    {
        null => null,
        "access" => nameof(SwitchPortMode.Access),
        "tagged" => nameof(SwitchPortMode.Trunk),
        "tagged-all" => nameof(SwitchPortMode.TrunkAll),
        _ => mode,
    };

    /// <summary>A length in metres as text; null when the unit is unknown.</summary>
    public static string? Metres(string length, string? unit) =>
        decimal.TryParse(length, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && (unit?.ToLowerInvariant() ?? "m") switch
        {
            "m" => 1m, "cm" => 0.01m, "km" => 1000m, "ft" => 0.3048m, "in" => 0.0254m, "mi" => 1609.344m, _ => 0m,
        } is var factor and > 0 ? Math.Round(number * factor, 2).ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>A short name for addresses: lower-case letters, digits, single hyphens.</summary>
    public static string Slug(string name)
    {
        var slug = new string([.. name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);
        while (slug.Contains("--", StringComparison.Ordinal))
            slug = slug.Replace("--", "-");
        return slug.Trim('-') is { Length: > 0 } good ? good.Length > 100 ? good[..100].Trim('-') : good : "x";
    }
}
