using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Observations;
using CloudNetPortal.Domain.Catalogue.Places;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory.Fields;

namespace CloudNetPortal.Import.Inventory;

/// <summary>Compares a draft with a catalogue and, when it is accepted, brings it in.</summary>
public static class InventoryMerge
{
    /// <summary>What accepting would do. Fields no file speaks of stay as they are, so importing again gives no difference.</summary>
    public static InventoryDifference Compare(InventoryDraft draft, CatalogueSnapshot catalogue)
    {
        var index = new CatalogueIndex(catalogue);
        var difference = new InventoryDifference { Observed = [.. draft.ObservedDevices], Heard = [.. draft.Of(RecordKind.Neighbour).Select(n => n.Key)] };
        var cabled = catalogue.Cables.SelectMany(c => c.Ends.Select(e => (Port: index.EndName(e.InterfaceId), Cable: c)))
            .ToLookup(c => c.Port, c => c.Cable, StringComparer.OrdinalIgnoreCase);
        var met = new HashSet<RecordKey>();
        foreach (var record in draft.Records)
        {
            var key = record.Key;
            if (TooLong(key) is { } tooLong)
            {
                difference.Problems.Add(new(ProblemWeight.Error, "Name too long", record.Source.File, record.Source.Line, null, "name", key.Name[..Math.Min(key.Name.Length, 200)], tooLong, "Shorten the name."));
                continue;
            }
            var entity = index.Find(key);
            if (entity is null && key.Kind == RecordKind.Cable)
                entity = Recabled(record, cabled, index, difference, out var refused) is { } other ? other : refused ? record : null;
            if (ReferenceEquals(entity, record))
                continue;
            if (entity is null)
            {
                difference.Added.Add(record);
                continue;
            }
            key = entity is Cable cable ? index.CableKey(cable) : key;
            met.Add(key);
            var fields = Fields(record, entity, index);
            if (fields.Count == 0)
                difference.Same++;
            else
                difference.Changed.Add(new ChangedRecord(key, record, fields));
        }
        difference.Missing.AddRange(index.Entries.Keys.Where(k => !met.Contains(k)
            && (draft.ListedKinds.Contains(k.Kind) && k.Kind is not RecordKind.Interface || k.Kind == RecordKind.Interface && draft.ObservedDevices.Contains(k.Owner))).Order());
        return difference;
    }

    /// <summary>
    /// Brings a difference into a catalogue whose entities may be changed (the store's own, tracked). Returns the entities that are new and must be added
    /// to the store, parents before children.
    /// </summary>
    /// <param name="difference">What was compared against this same catalogue.</param>
    /// <param name="catalogue">The catalogue to change.</param>
    /// <param name="now">When it was accepted; hosts read by their own output and neighbours are marked with it.</param>
    public static IReadOnlyList<object> Apply(InventoryDifference difference, CatalogueSnapshot catalogue, DateTimeOffset now)
    {
        var index = new CatalogueIndex(catalogue);
        var added = difference.Added.OrderBy(r => r.Key).Select(r => (Record: r, Entity: Make(r, index, now))).ToList();
        foreach (var (record, entity) in added)
            foreach (var (field, value) in record.Values)
                CatalogueField.Of(record.Key.Kind, field).Set(entity, value.Text, index);
        foreach (var change in difference.Changed)
            foreach (var field in change.Fields)
                CatalogueField.Of(change.Key.Kind, field.Field).Set(index.Find(change.Key)!, field.Theirs, index);
        foreach (var neighbour in difference.Heard.Select(k => index.Find<LldpNeighbour>(k)).OfType<LldpNeighbour>())
            neighbour.SeenAt = now;
        foreach (var device in difference.Observed)
            if (index.Find<Device>(RecordKey.Device(device))?.LogicalHost is { } host)
                host.ObservedAt = now;
        return index.Made;
    }

    /// <summary>A catalogue with new entities beside the old ones.</summary>
    public static CatalogueSnapshot With(CatalogueSnapshot catalogue, IReadOnlyList<object> made) => new()
    {
        Datacenters = [.. catalogue.Datacenters, .. made.OfType<Datacenter>()],
        Racks = [.. catalogue.Racks, .. made.OfType<Rack>()],
        DeviceTypes = [.. catalogue.DeviceTypes, .. made.OfType<DeviceType>()],
        Devices = [.. catalogue.Devices, .. made.OfType<Device>()],
        Cables = [.. catalogue.Cables, .. made.OfType<Cable>()],
        Prefixes = [.. catalogue.Prefixes, .. made.OfType<Prefix>()],
        Neighbours = [.. catalogue.Neighbours, .. made.OfType<LldpNeighbour>()],
    };

    // What belongs to a thing with too long a name stays out with it.
    private static string? TooLong(RecordKey key) => (key.Kind, key.Owner.Length, key.Name.Length) switch
    {
        (RecordKind.Cable or RecordKind.Neighbour or RecordKind.Prefix, _, _) => key.Name.Split(" – ").SelectMany(s => s.Split(" + ")).Any(p => p.Length > 356) ? "A port has a name that is too long." : null,
        (RecordKind.Interface, > 100, _) or (_, > 100, _) or (not RecordKind.Interface, _, > 100) => "A name may have at most 100 characters.",
        (RecordKind.Interface, _, > 255) => "The name of an interface may have at most 255 characters.",
        _ => null,
    };

    private static List<ChangedField> Fields(DraftRecord record, object entity, CatalogueIndex index)
    {
        var fields = new List<ChangedField>();
        foreach (var (name, value) in record.Values)
        {
            var field = CatalogueField.Of(record.Key.Kind, name);
            if (!field.IsCompared)
                continue;
            var ours = field.Get(entity, index);
            // What was only concluded or stamped fills gaps and never overrules what people or devices said.
            if (!field.AreSame(ours, value.Text)
                && (ours is null || value.Source.Weight >= SourceWeight.Documented || field.Name == "madeByCloudStack"))
                fields.Add(new ChangedField(name, field.Title, ours, value.Text, value.Source));
        }
        return fields;
    }

    // The one cable that already is in a port of the new one: then that cable was moved. Two such cables: refused.
    private static Cable? Recabled(DraftRecord record, ILookup<string, Cable> cabled, CatalogueIndex index, InventoryDifference difference, out bool refused)
    {
        refused = false;
        var held = record.Key.Name.Split(" – ").SelectMany(s => s.Split(" + ")).SelectMany(p => cabled[p]).Distinct().ToList();
        if (held.Count < 2)
            return held.FirstOrDefault();
        refused = true;
        difference.Problems.Add(new(ProblemWeight.Error, "Port already cabled", record.Source.File, record.Source.Line, null, "ends", record.Key.Name,
            $"The ports of this cable hold {held.Count} cables already: {string.Join(", ", held.Select(c => index.CableKey(c).Name))}.", "Remove one of them first."));
        return null;
    }

    private static object Make(DraftRecord record, CatalogueIndex index, DateTimeOffset now)
    {
        var (kind, owner, name) = record.Key;
        object made;
        Guid id;
        switch (kind)
        {
            case RecordKind.Datacenter:
                var place = new Datacenter { Name = name, Slug = Sources.NetBox.NetBoxWords.Slug(name) };
                (made, id) = (place, place.Id);
                break;
            case RecordKind.Room:
                var parent = index.Find<Datacenter>(RecordKey.Datacenter(owner));
                var room = new Room { Name = name, DatacenterId = parent?.Id ?? default };
                parent?.Rooms.Add(room);
                (made, id) = (room, room.Id);
                break;
            case RecordKind.Rack:
                var rack = new Rack { Name = name, DatacenterId = index.Find<Datacenter>(RecordKey.Datacenter(owner))?.Id ?? default };
                (made, id) = (rack, rack.Id);
                break;
            case RecordKind.DeviceType:
                var type = new DeviceType { Manufacturer = owner, Model = name, Slug = Sources.NetBox.NetBoxWords.Slug($"{owner}-{name}") };
                (made, id) = (type, type.Id);
                break;
            case RecordKind.Device:
                var device = new Device { Name = name };
                (made, id) = (device, device.Id);
                break;
            case RecordKind.Interface:
                var box = index.Find<Device>(RecordKey.Device(owner));
                var port = new Interface { Name = name, DeviceId = box?.Id ?? default };
                box?.Interfaces.Add(port);
                (made, id) = (port, port.Id);
                break;
            case RecordKind.Cable:
                var cable = new Cable();
                (made, id) = (cable, cable.Id);
                break;
            case RecordKind.Prefix:
                var prefix = new Prefix { Network = System.Net.IPNetwork.Parse(name), Vrf = owner.Length == 0 ? null : owner };
                (made, id) = (prefix, prefix.Id);
                break;
            default:
                var neighbour = new LldpNeighbour { SeenAt = now, InterfaceId = index.Port(owner)?.Id ?? default };
                (made, id) = (neighbour, neighbour.Id);
                break;
        }
        index.Put(record.Key, made, id);
        index.Made.Add(made);
        return made;
    }
}
