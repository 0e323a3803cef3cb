using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>
/// Paths of findings into the catalogue: <c>devices/NAME/ports/NAME/field</c>. Port names may hold slashes (Eth1/7), so a path is read from both ends:
/// the device ends at <c>/ports/</c>, the field begins after the last slash.
/// </summary>
/// <param name="Device">Name of the device.</param>
/// <param name="Port">Name of the port, or null.</param>
/// <param name="Field">Field, or null.</param>
public sealed record CataloguePath(string Device, string? Port, string? Field)
{
    /// <summary>Path of a device or one of its fields.</summary>
    public static string Of(Device device, string? field = null) => field is null ? $"devices/{device.Name}" : $"devices/{device.Name}/{field}";

    /// <summary>Path of a port's field; the field is always named, <c>name</c> for the port itself.</summary>
    public static string Of(Device device, Interface port, string field = "name") => $"devices/{device.Name}/ports/{port.Name}/{field}";

    /// <summary>Reads a path; null when it is a path of the design.</summary>
    public static CataloguePath? Read(string path)
    {
        if (!path.StartsWith("devices/", StringComparison.Ordinal))
            return null;
        var rest = path["devices/".Length..];
        var ports = rest.IndexOf("/ports/", StringComparison.Ordinal);
        var last = rest.LastIndexOf('/');
        if (ports < 0)
            return last < 0 ? new(rest, null, null) : new(rest[..last], null, rest[(last + 1)..]);
        var start = ports + "/ports/".Length;
        return last < start ? new(rest[..ports], rest[start..], null) : new(rest[..ports], rest[start..last], rest[(last + 1)..]);
    }
}
