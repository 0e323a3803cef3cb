using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;

namespace CloudNetPortal.Import.Sources.Switches.Cabling;

/// <summary>A cable as lists of links tell it: two ports, often once from each side.</summary>
internal static class DocumentedCable
{
    /// <summary>Writes it down. The same cable again is no second one; a port that holds another cable keeps that one. Returns false when it was left out.</summary>
    public static bool Say(InventoryReading reading, (string Device, string Port) a, (string Device, string Port) b, int line, SourceWeight weight = SourceWeight.Documented)
    {
        var draft = reading.Draft;
        var (endA, endB) = (RecordKey.PortName(a.Device, a.Port), RecordKey.PortName(b.Device, b.Port));
        if (string.Equals(endA, endB, StringComparison.OrdinalIgnoreCase))
        {
            reading.Log.Error("Cable onto itself", "Both ends are the same port; the link was left out.", "Correct one end.", line, null, null, endA);
            return false;
        }
        var key = RecordKey.Cable([endA], [endB]);
        if (draft.Find(key) is not null)
            return true;
        foreach (var end in new[] { endA, endB })
            if (draft.CabledPorts.TryGetValue(end, out var other))
            {
                reading.Log.Warning("Port cabled twice", $"{end} has another cable already (line {other}); a port holds one plug, the link {key.Name} was left out.", "Correct one of the two.", line, null, null, end);
                return false;
            }
        draft.CabledPorts[endA] = draft.CabledPorts[endB] = line;
        var source = reading.Source(line) with { Weight = weight };
        draft.CableEnds.Add(new CableEndName(a.Device, a.Port, InterfaceKind.Physical, source));
        draft.CableEnds.Add(new CableEndName(b.Device, b.Port, InterfaceKind.Physical, source));
        return draft.Say(key, "ends", key.Name, source, reading.Log);
    }
}
