using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features.Catalogue;

/// <summary>Who may edit which device directly: catalogue editors everything, members of the owning team their own.</summary>
internal static class CatalogueAccess
{
    /// <summary>The team a device belongs to by its role.</summary>
    public static string TeamOf(string role) => role switch
    {
        DeviceRoles.Hypervisor or DeviceRoles.ManagementServer => "compute",
        DeviceRoles.Storage => "storage",
        _ => "network",
    };

    public static bool MayEdit(this Caller caller, string role) => caller.MayEditCatalogue() || caller.In(TeamOf(role));

    public static bool MayEditCables(this Caller caller) => caller.MayEditCatalogue() || caller.In("network");

    public static Forbidden Refuse(string name, string role) => new($"You cannot edit {name}: catalogue editors and members of the team {TeamOf(role)} may. An administrator gives the role.");

    public static readonly Forbidden RefuseCables = new("You cannot edit cables: catalogue editors and members of the team network may. An administrator gives the role.");
}
