using System.Globalization;
using System.Net;
using CloudNetPortal.Domain.Catalogue.Places;

namespace CloudNetPortal.Import.Inventory.Fields;

/// <summary>Fields of datacenters, racks and subnets.</summary>
internal static class PlaceFields
{
    public static readonly CatalogueField[] Datacenter =
    [
        new("slug", "Short name", Canonical.Text(100), (e, _) => ((Datacenter)e).Slug, (e, t, _) => ((Datacenter)e).Slug = t ?? ((Datacenter)e).Slug),
        new("timeZone", "Time zone", Canonical.Text(64), (e, _) => ((Datacenter)e).TimeZone, (e, t, _) => ((Datacenter)e).TimeZone = t),
    ];

    public static readonly CatalogueField[] Rack =
    [
        new("room", "Room", Canonical.Text(100), (e, i) => i.NameOf(((Rack)e).RoomId),
            (e, t, i) => ((Rack)e).RoomId = t is null ? null : i.Find<Room>(new(RecordKind.Room, i.NameOf(((Rack)e).DatacenterId) ?? "", t))?.Id),
        new("height", "Height", Canonical.Whole(1, 100), (e, _) => ((Rack)e).Height.ToString(CultureInfo.InvariantCulture), (e, t, _) => ((Rack)e).Height = Canonical.ToInt(t) ?? 42),
        new("startingUnit", "Lowest unit", Canonical.Whole(1, 100), (e, _) => ((Rack)e).StartingUnit.ToString(CultureInfo.InvariantCulture), (e, t, _) => ((Rack)e).StartingUnit = Canonical.ToInt(t) ?? 1),
    ];

    public static readonly CatalogueField[] Prefix =
    [
        new("vlan", "VLAN", Canonical.Whole(1, 4094), (e, _) => ((Prefix)e).VlanId?.ToString(CultureInfo.InvariantCulture), (e, t, _) => ((Prefix)e).VlanId = Canonical.ToInt(t)),
        new("gateway", "Gateway", Canonical.Address, (e, _) => ((Prefix)e).Gateway?.ToString(), (e, t, _) => ((Prefix)e).Gateway = t is null ? null : IPAddress.Parse(t)),
        new("description", "Description", Canonical.Text(255), (e, _) => ((Prefix)e).Description, (e, t, _) => ((Prefix)e).Description = t),
    ];
}
