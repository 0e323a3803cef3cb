using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Web.Features.Diagrams.Hosts;
using CloudNetPortal.Web.Shared;
using CloudNetPortal.Web.Shell;

namespace CloudNetPortal.Web.Features.Catalogue;

internal static class CatalogueFeature
{
    public static void AddCatalogue(this IServiceCollection services)
    {
        services.AddScoped<DeviceQueries>();
        services.AddScoped<PlaceQueries>();
        services.AddScoped<SaveDevice>();
        services.AddScoped<RemoveDevice>();
        services.AddScoped<SaveInterface>();
        services.AddScoped<PlanBridge>();
        services.AddScoped<SavePlaces>();
        services.AddNavEntry(new("Catalogue", PortalUrls.Devices, Order: 10) { AlsoUnder = [PortalUrls.Datacenters, "/racks"] });
    }

    public static void MapCatalogue(this WebApplication app)
    {
        app.MapGet("/api/v1/devices", async (string? q, string? role, string? rack, string? status, string? sort, int? page, DeviceQueries queries, CancellationToken cancel) =>
            Results.Ok(await queries.List(new DeviceFilter(q, role, rack, status, sort ?? "name", page ?? 1), cancel))).WithName("ListDevices");
        app.MapGet("/api/v1/devices/{name}", async (string name, HostPictures pictures, CancellationToken cancel) =>
            HostPictures.Find(await pictures.Catalogue(cancel), name) is { } device
                ? Results.Ok(new WireDevice(device.Id, device.Name, device.Role, device.Status.ToString(), device.Serial, device.LogicalHost?.Hypervisor, device.LogicalHost?.ManagementAddress?.ToString(),
                    [.. InterfaceTree.Of(device).Select(l => Wire(l))]))
                : new NotFound($"There is no device {name}.").ToHttp()).WithName("GetDevice");
    }

    private static WireInterface Wire(InterfaceLine line) => new(line.Port.Id, line.Port.Name, line.Port.Kind.ToString(), line.PartOf, line.Port.Mac is null ? null : PortWords.Mac(line.Port), line.Port.Mtu, line.Port.SpeedMbps,
        line.Port.Kind is InterfaceKind.Physical or InterfaceKind.Bond && line.Port.Mode is not null ? PortWords.Vlans(line.Port) : null, line.Port.MadeByCloudStack);
}

/// <summary>A device as REST tells it.</summary>
public sealed record WireDevice(Guid Id, string Name, string Role, string Status, string? Serial, string? Hypervisor, string? ManagementAddress, IReadOnlyList<WireInterface> Interfaces);

/// <summary>An interface as REST tells it.</summary>
public sealed record WireInterface(Guid Id, string Name, string Kind, string? PartOf, string? Mac, int? Mtu, int? SpeedMbps, string? Vlans, bool MadeByCloudStack);
