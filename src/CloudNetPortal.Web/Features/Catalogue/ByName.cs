using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Places;

namespace CloudNetPortal.Web.Features.Catalogue;

/// <summary>Finds by name without regard to case, as the database's own unique index over lower(name) does.</summary>
internal static class ByName
{
#pragma warning disable CA1862 // The comparison runs in PostgreSQL.
    public static IQueryable<Device> Named(this IQueryable<Device> devices, string name)
    {
        var key = name.Trim().ToLowerInvariant();
        return devices.Where(d => d.Name.ToLower() == key);
    }

    public static IQueryable<Datacenter> Named(this IQueryable<Datacenter> places, string name)
    {
        var key = name.Trim().ToLowerInvariant();
        return places.Where(d => d.Name.ToLower() == key);
    }
#pragma warning restore CA1862
}
