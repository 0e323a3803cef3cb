namespace CloudNetPortal.Domain.Zones;

/// <summary>Ids of objects inside a design.</summary>
public static class DesignId
{
    /// <summary>A new id: twelve hex digits, practically unique, without meaning.</summary>
    public static string New() => Guid.NewGuid().ToString("N")[..12];

    /// <summary>True for one or more letters, digits, hyphens, dots or underscores: safe in a path.</summary>
    public static bool IsValid(string? id) => id is { Length: > 0 and <= 64 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_');
}
