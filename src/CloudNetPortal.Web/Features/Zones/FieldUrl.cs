using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Web.Shell;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>The page and the field in which a finding is mended: a form of the zone, or a device of the catalogue.</summary>
internal static class FieldUrl
{
    /// <summary>Null for a finding of the zone as a whole.</summary>
    public static string? Of(Guid zone, Finding finding) => finding.Path.Length == 0 ? null
        : CataloguePath.Read(finding.Path) is { } place ? $"{PortalUrls.Device(place.Device, place.Port is null ? "overview" : "interfaces")}#f-{Escaped(finding.Path)}"
        : $"{PortalUrls.Zone(zone, ZoneSection.Of(finding))}#f-{Escaped(finding.Path)}";

    private static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
