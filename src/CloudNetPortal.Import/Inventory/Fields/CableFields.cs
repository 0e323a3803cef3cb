using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Observations;

namespace CloudNetPortal.Import.Inventory.Fields;

/// <summary>Fields of cables and of LLDP neighbours.</summary>
internal static class CableFields
{
    public static readonly CatalogueField[] Cable =
    [
        new("ends", "Ends", Canonical.Text(4000), (e, i) => i.CableKey((Cable)e).Name, SetEnds) { IsName = true },
        new("label", "Label", Canonical.Text(100), (e, _) => ((Cable)e).Label, (e, t, _) => ((Cable)e).Label = t),
        new("type", "Make", Canonical.Text(50), (e, _) => ((Cable)e).Type, (e, t, _) => ((Cable)e).Type = t),
        new("status", "Status", Canonical.Choice<LifeCycle>(), (e, _) => ((Cable)e).Status.ToString(), (e, t, _) => ((Cable)e).Status = t is null ? LifeCycle.Active : Enum.Parse<LifeCycle>(t)),
        new("color", "Colour", text => text.Trim().ToLowerInvariant() is { Length: > 0 } c ? c.Length == 6 && c.All(char.IsAsciiHexDigit) ? (c, null) : (null, "Six hex digits are expected.") : (null, null),
            (e, _) => ((Cable)e).Color, (e, t, _) => ((Cable)e).Color = t),
        new("length", "Length (m)", Canonical.Number(0.01m, 10000), (e, _) => ((Cable)e).LengthMetres is { } m ? Canonical.Write(m) : null, (e, t, _) => ((Cable)e).LengthMetres = Canonical.ToDecimal(t)),
    ];

    public static readonly CatalogueField[] Neighbour =
    [
        new("chassis", "Chassis id", Canonical.Text(255), (e, _) => Of(e).ChassisId, (e, t, _) => Of(e).ChassisId = t),
        new("system", "System name", Canonical.Text(255), (e, _) => Of(e).SystemName, (e, t, _) => Of(e).SystemName = t),
        new("port", "Port id", Canonical.Text(255), (e, _) => Of(e).PortId, (e, t, _) => Of(e).PortId = t),
        new("portDescription", "Port description", Canonical.Text(255), (e, _) => Of(e).PortDescription, (e, t, _) => Of(e).PortDescription = t) { SourcesShouldAgree = false },
        new("management", "Management address", Canonical.Text(64), (e, _) => Of(e).ManagementAddress, (e, t, _) => Of(e).ManagementAddress = t) { SourcesShouldAgree = false },
        new("vlans", "VLANs announced", Canonical.Vlans, (e, _) => Of(e).Vlans is { IsEmpty: false } set ? set.ToString() : null, (e, t, _) => Of(e).Vlans = t is null ? null : VlanSet.Parse(t)),
        new("aggregated", "Aggregated", Canonical.Switch, (e, _) => Of(e).Aggregated is { } yes ? yes ? "true" : "false" : null, (e, t, _) => Of(e).Aggregated = t is null ? null : t == "true"),
        new("source", "Source", Canonical.Text(255), (e, _) => Of(e).Source, (e, t, _) => Of(e).Source = t) { SourcesShouldAgree = false, IsCompared = false },
    ];

    private static LldpNeighbour Of(object entity) => (LldpNeighbour)entity;

    // “kvm1:eno1 – tor1:swp1”; breakouts join the ends of a side by “ + ”. Ends that stay keep their row.
    private static void SetEnds(object entity, string? text, CatalogueIndex index)
    {
        var cable = (Cable)entity;
        var spare = new Queue<CableEnd>(cable.Ends);
        cable.Ends.Clear();
        foreach (var (side, ends) in (text ?? "").Split(" – ").Select((s, i) => (i == 0 ? 'A' : 'B', s)))
            foreach (var name in ends.Split(" + "))
            {
                if (index.Port(name) is not { } port)
                    continue;
                if (!spare.TryDequeue(out var end))
                    index.Made.Add(end = new CableEnd { CableId = cable.Id });
                end.Side = side;
                end.InterfaceId = port.Id;
                cable.Ends.Add(end);
            }
    }
}
