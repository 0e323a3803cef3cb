using System.Reflection;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Rules;

/// <summary>
/// Which parts of a catalogue differ from an earlier one. An object that is the same has not changed; of a device that is another, fields tell which part they
/// belong to. A field that is not named here belongs to <see cref="Reads.Boxes"/>: a new one is never overlooked.
/// </summary>
internal static class CatalogueChange
{
    // An import touches hundreds of devices: then everything counts as changed and nothing is compared.
    private const int Few = 50;

    private static readonly Dictionary<string, Reads> Named = new(StringComparer.Ordinal)
    {
        [nameof(Interface.Mode)] = Reads.PortVlans, [nameof(Interface.TaggedVlans)] = Reads.PortVlans, [nameof(Interface.UntaggedVlan)] = Reads.PortVlans, [nameof(Device.Vlans)] = Reads.PortVlans,
        [nameof(Interface.Mtu)] = Reads.PortMtu,
        [nameof(Device.RackId)] = Reads.Places, [nameof(Device.Position)] = Reads.Places, [nameof(Device.Face)] = Reads.Places,
        [nameof(Device.Version)] = Reads.None, [nameof(Device.Comments)] = Reads.None,
    };

    // A port that comes or goes takes all of it along.
    private const Reads OfAPort = Reads.Boxes | Reads.PortVlans | Reads.PortMtu;

    private static readonly PropertyInfo[] OfDevice = Fields(typeof(Device)), OfPort = Fields(typeof(Interface)), OfHost = Fields(typeof(LogicalHost)), OfAddress = Fields(typeof(InterfaceAddress));

    /// <summary>Parts that differ.</summary>
    public static Reads Between(CatalogueSnapshot before, CatalogueSnapshot after)
    {
        if (ReferenceEquals(before, after))
            return Reads.None;
        var changed = Devices(before.Devices, after.Devices);
        if (!Same(before.Cables, after.Cables))
            changed |= Reads.Cables;
        if (!Same(before.Racks, after.Racks) || !Same(before.DeviceTypes, after.DeviceTypes) || !Same(before.Datacenters, after.Datacenters))
            changed |= Reads.Places;
        if (!Same(before.Prefixes, after.Prefixes))
            changed |= Reads.Prefixes;
        if (!Same(before.Neighbours, after.Neighbours))
            changed |= Reads.Neighbours;
        return changed;
    }

    private static Reads Devices(IReadOnlyList<Device> before, IReadOnlyList<Device> after)
    {
        if (before.Count != after.Count)
            return Reads.Catalogue;
        var (changed, compared) = (Reads.None, 0);
        for (var i = 0; i < after.Count; i++)
            if (!ReferenceEquals(before[i], after[i]))
                changed |= before[i].Id != after[i].Id || ++compared > Few ? Reads.Catalogue : Between(before[i], after[i]);
        return changed;
    }

    private static Reads Between(Device before, Device after)
    {
        var changed = Differing(OfDevice, before, after);
        if (before.LogicalHost is { } one && after.LogicalHost is { } other)
            changed |= Differing(OfHost, one, other);
        else if (before.LogicalHost != after.LogicalHost)
            changed |= Reads.Boxes;
        if (before.Interfaces.Count != after.Interfaces.Count)
            return changed | OfAPort;
        for (var i = 0; i < after.Interfaces.Count; i++)
            changed |= Between(before.Interfaces[i], after.Interfaces[i]);
        return changed;
    }

    private static Reads Between(Interface before, Interface after)
    {
        if (ReferenceEquals(before, after))
            return Reads.None;
        if (before.Id != after.Id || before.Addresses.Count != after.Addresses.Count)
            return OfAPort;
        var changed = Differing(OfPort, before, after);
        for (var i = 0; i < after.Addresses.Count; i++)
            changed |= Differing(OfAddress, before.Addresses[i], after.Addresses[i]);
        return changed;
    }

    private static Reads Differing(PropertyInfo[] fields, object before, object after)
    {
        var changed = Reads.None;
        foreach (var field in fields)
            if (!Equals(field.GetValue(before), field.GetValue(after)))
                changed |= Named.GetValueOrDefault(field.Name, Reads.Boxes);
        return changed;
    }

    // What is nested is compared by itself.
    private static PropertyInfo[] Fields(Type type) =>
        [.. type.GetProperties().Where(p => p.GetIndexParameters().Length == 0 && p.PropertyType != typeof(LogicalHost) && p.PropertyType != typeof(List<Interface>) && p.PropertyType != typeof(List<InterfaceAddress>))];

    private static bool Same<T>(IReadOnlyList<T> before, IReadOnlyList<T> after) where T : class
    {
        if (before.Count != after.Count)
            return false;
        for (var i = 0; i < after.Count; i++)
            if (!ReferenceEquals(before[i], after[i]))
                return false;
        return true;
    }
}
