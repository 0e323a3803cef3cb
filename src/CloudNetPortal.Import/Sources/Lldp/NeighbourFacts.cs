using System.Globalization;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;

namespace CloudNetPortal.Import.Sources.Lldp;

/// <summary>What one port heard, from any output form of lldpd.</summary>
internal sealed class NeighbourFacts(string port, int? line)
{
    public string Port { get; } = port;
    public int? Line { get; } = line;
    public string? Chassis { get; set; }
    public string? System { get; set; }
    public string? PortId { get; set; }
    public string? PortDescription { get; set; }
    public List<string> Management { get; } = [];
    public List<string> Vlans { get; } = [];
    public bool IsAggregated { get; set; }

    public bool Say(InventoryReading reading)
    {
        if (Chassis is null && PortId is null && System is null && PortDescription is null)
        {
            reading.Log.Warning("Neighbour without a name", "The neighbour says neither chassis nor port; it cannot be told from others and was left out.", "Take the output with details.", Line, null, Port);
            return false;
        }
        var source = reading.Source(Line);
        reading.Draft.CableEnds.Add(new CableEndName(reading.Device, Port, InterfaceKind.Physical, source));
        var key = new RecordKey(RecordKind.Neighbour, RecordKey.PortName(reading.Device, Port), $"{Chassis ?? System} {PortId}");
        var vlans = VlanSet.Empty;
        foreach (var text in Vlans)
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id is >= 1 and <= 4094)
                vlans = vlans.Union(VlanSet.Of(id));
            // Priority tagging is announced as VLAN 0.
            else if (text != "0")
                reading.Log.Warning("VLAN not readable", "An announced VLAN is no id from 1 to 4094 and was left out.", "Nothing to do if the neighbour really says so.", Line, null, Port, text);
        var ok = true;
        Put("chassis", Chassis);
        Put("system", System);
        Put("port", PortId);
        Put("portDescription", PortDescription);
        Put("management", Management.Find(a => !a.Contains(':')) ?? Management.FirstOrDefault());
        Put("vlans", vlans.IsEmpty ? null : vlans.ToString());
        Put("aggregated", IsAggregated ? "true" : null);
        Put("source", reading.File.Path);
        return ok;

        void Put(string field, string? text) => ok &= reading.Draft.Say(key, field, text, source, reading.Log, field);
    }
}
