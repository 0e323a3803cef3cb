using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Observations;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Import.Inventory.Fields;

/// <summary>A catalogue by natural names and by row ids, growing while a difference is applied.</summary>
public sealed class CatalogueIndex
{
    private readonly Dictionary<RecordKey, object> _byKey = [];
    private readonly Dictionary<Guid, RecordKey> _keys = [];

    /// <summary>Indexes a catalogue.</summary>
    public CatalogueIndex(CatalogueSnapshot catalogue)
    {
        foreach (var place in catalogue.Datacenters)
        {
            Put(RecordKey.Datacenter(place.Name), place, place.Id);
            foreach (var room in place.Rooms)
                Put(new(RecordKind.Room, place.Name, room.Name), room, room.Id);
        }
        foreach (var rack in catalogue.Racks)
            Put(new(RecordKind.Rack, NameOf(rack.DatacenterId) ?? "", rack.Name), rack, rack.Id);
        foreach (var type in catalogue.DeviceTypes)
            Put(new(RecordKind.DeviceType, type.Manufacturer, type.Model), type, type.Id);
        foreach (var device in catalogue.Devices)
        {
            Put(RecordKey.Device(device.Name), device, device.Id);
            foreach (var port in device.Interfaces)
                Put(RecordKey.Interface(device.Name, port.Name), port, port.Id);
        }
        foreach (var cable in catalogue.Cables)
            Put(CableKey(cable), cable, cable.Id);
        foreach (var prefix in catalogue.Prefixes)
            Put(new(RecordKind.Prefix, prefix.Vrf ?? "", prefix.Network.ToString()), prefix, prefix.Id);
        foreach (var neighbour in catalogue.Neighbours)
            Put(NeighbourKey(neighbour), neighbour, neighbour.Id);
    }

    /// <summary>Entities made while applying, parents before children: to be added to the store.</summary>
    public List<object> Made { get; } = [];

    /// <summary>Everything, by key.</summary>
    public IReadOnlyDictionary<RecordKey, object> Entries => _byKey;

    /// <summary>The entity of a key, or null.</summary>
    public object? Find(RecordKey key) => _byKey.GetValueOrDefault(key);

    /// <summary>The entity of a key as its type, or null.</summary>
    public T? Find<T>(RecordKey key) where T : class => _byKey.GetValueOrDefault(key) as T;

    /// <summary>The key of a row, or null.</summary>
    public RecordKey? KeyOf(Guid? id) => id is { } known && _keys.TryGetValue(known, out var key) ? key : null;

    /// <summary>The name of a row, or null.</summary>
    public string? NameOf(Guid? id) => KeyOf(id)?.Name;

    /// <summary>Puts an entity in.</summary>
    public void Put(RecordKey key, object entity, Guid id)
    {
        _byKey[key] = entity;
        _keys[id] = key;
    }

    /// <summary>Name of the device of an interface.</summary>
    public string DeviceOf(Interface port) => NameOf(port.DeviceId) ?? "";

    /// <summary>The interface of that name on the device of <paramref name="port"/>.</summary>
    public Guid? Sibling(Interface port, string? name) => name is null ? null : Find<Interface>(RecordKey.Interface(DeviceOf(port), name))?.Id;

    /// <summary>Ends of one side as texts.</summary>
    public IEnumerable<string> Ends(Cable cable, char side) => cable.Ends.Where(e => e.Side == side).Select(e => EndName(e.InterfaceId));

    /// <summary>A port with its device.</summary>
    public string EndName(Guid id) => KeyOf(id) is { } key ? RecordKey.PortName(key.Owner, key.Name) : id.ToString();

    /// <summary>The interface of a name such as <c>kvm1:eno1</c>; devices and ports may have colons in their own names.</summary>
    public Interface? Port(string name)
    {
        for (var cut = name.IndexOf(':'); cut > 0; cut = name.IndexOf(':', cut + 1))
            if (Find<Interface>(RecordKey.Interface(name[..cut], name[(cut + 1)..])) is { } port)
                return port;
        return null;
    }

    /// <summary>The key a cable has by its ends.</summary>
    public RecordKey CableKey(Cable cable) => RecordKey.Cable(Ends(cable, 'A'), Ends(cable, 'B'));

    /// <summary>The key of a neighbour: the port that heard it, and who spoke from which port.</summary>
    public RecordKey NeighbourKey(LldpNeighbour neighbour) =>
        new(RecordKind.Neighbour, EndName(neighbour.InterfaceId), $"{neighbour.ChassisId ?? neighbour.SystemName} {neighbour.PortId}");
}
