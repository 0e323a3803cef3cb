using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Devices;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>Ports at which cable paths may run otherwise than in an earlier catalogue.</summary>
internal static class ChangedPorts
{
    /// <summary>
    /// Ports of devices and ends of cables that are other objects than before, and the ports at the far ends of cables that are plugged in there. Null when
    /// devices came or went: then nothing of the earlier catalogue holds.
    /// </summary>
    public static HashSet<Guid>? Between(CatalogueSnapshot before, CatalogueSnapshot after)
    {
        if (before.Devices.Count != after.Devices.Count)
            return null;
        var changed = new HashSet<Guid>();
        for (var i = 0; i < after.Devices.Count; i++)
            if (!ReferenceEquals(before.Devices[i], after.Devices[i]))
            {
                if (before.Devices[i].Id != after.Devices[i].Id)
                    return null;
                Add(before.Devices[i], changed);
                Add(after.Devices[i], changed);
            }
        // A path that ends where nothing is plugged in passes that port as well, so a new cable finds it.
        var (was, now) = (before.Cables.ToHashSet(ReferenceEqualityComparer.Instance), after.Cables.ToHashSet(ReferenceEqualityComparer.Instance));
        foreach (var cable in before.Cables.Where(c => !now.Contains(c)).Concat(after.Cables.Where(c => !was.Contains(c))))
            foreach (var end in cable.Ends)
                changed.Add(end.InterfaceId);
        if (changed.Count > 0)
            foreach (var cable in after.Cables)
                if (cable.Ends.Exists(e => changed.Contains(e.InterfaceId)))
                    foreach (var end in cable.Ends)
                        changed.Add(end.InterfaceId);
        return changed;
    }

    private static void Add(Device device, HashSet<Guid> changed)
    {
        foreach (var port in device.Interfaces)
        {
            changed.Add(port.Id);
            if (port.RearPortId is { } rear)
                changed.Add(rear);
        }
    }
}
