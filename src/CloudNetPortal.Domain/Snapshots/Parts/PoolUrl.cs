using System.Text.Json;

namespace CloudNetPortal.Domain.Snapshots.Parts;

/// <summary>The URL of a storage pool, which CloudStack lists in parts: type, address and path.</summary>
internal static class PoolUrl
{
    /// <summary>The URL that gives this pool; null when the parts do not tell it (keys of RBD, targets of others).</summary>
    public static string? Of(JsonElement row)
    {
        var (type, address, path) = (FieldPath.Text(row, "type"), FieldPath.Text(row, "ipaddress"), FieldPath.Text(row, "path"));
        return type switch
        {
            "NetworkFilesystem" => $"nfs://{address}{path}",
            "SharedMountPoint" => $"SharedMountPoint://{address ?? "localhost"}{path}",
            "PreSetup" => $"presetup://{address ?? "localhost"}{path}",
            "SMB" => $"cifs://{address}{path}",
            "Gluster" => $"gluster://{address}/{path?.TrimStart('/')}",
            _ => null,
        };
    }

    /// <summary>True when the URL may be that of the pool: what the parts do not tell is not held against it.</summary>
    public static bool IsSame(string? url, JsonElement row)
    {
        if (Of(row) is null) return !string.IsNullOrEmpty(url);
        if (string.IsNullOrEmpty(url) || url.IndexOf("://", StringComparison.Ordinal) is not (> 0 and var scheme)) return false;
        var rest = url[(scheme + 3)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var (host, path) = slash < 0 ? (rest, "") : (rest[..slash], rest[slash..]);
        return (FieldPath.Text(row, "ipaddress") is not { Length: > 0 } address || string.Equals(host.TrimEnd(':'), address, StringComparison.OrdinalIgnoreCase))
            && string.Equals(path.Trim('/'), (FieldPath.Text(row, "path") ?? "").Trim('/'), StringComparison.Ordinal);
    }
}
