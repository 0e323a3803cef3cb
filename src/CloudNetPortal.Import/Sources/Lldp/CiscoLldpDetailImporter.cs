using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;
using CloudNetPortal.Import.Sources.Switches;

namespace CloudNetPortal.Import.Sources.Lldp;

/// <summary>Output of <c>show lldp neighbors detail</c> of Cisco IOS, IOS XR and NX-OS: a block for each neighbour.</summary>
public sealed class CiscoLldpDetailImporter : ShowOutput
{
    /// <inheritdoc/>
    public override string Key => "cisco-lldp-detail";
    /// <inheritdoc/>
    public override string Title => "show lldp neighbors detail of IOS or NX-OS";
    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => file.Text.Contains("Chassis id: ", StringComparison.Ordinal) && file.Text.Contains("Port id: ", StringComparison.Ordinal) && file.Text.Contains("Time remaining: ", StringComparison.Ordinal) ? 0.95 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var found = new List<NeighbourFacts>();
        Block? block = null;
        foreach (var (number, line) in Lines(reading.File))
        {
            var cut = line.IndexOf(':');
            var value = cut < 0 ? null : SwitchNeighbours.Said(line[(cut + 1)..]);
            switch (cut < 0 ? line.Trim() : line[..cut].Trim())
            {
                // NX-OS starts a block with the chassis, IOS with its own port.
                case "Local Intf" or "Local Interface":
                    Keep(block);
                    block = new Block(number) { Port = value };
                    break;
                case "Chassis id":
                    if (block is not { Chassis: null })
                    {
                        Keep(block);
                        block = new Block(number);
                    }
                    block.Chassis = value;
                    break;
                case "Local Port id" when block is not null:
                    block.Port = value;
                    break;
                case "Port id" when block is not null:
                    block.PortId = value;
                    break;
                case "Port Description" when block is not null:
                    block.Description = value;
                    break;
                case "System Name" when block is not null:
                    block.System = value;
                    break;
                case "Management Address" or "IP" or "IPv4 address" or "IPv4" when block is not null && value is not null:
                    block.Management.Add(value);
                    break;
                case "Vlan ID" when block is not null && value is not (null or "0"):
                    block.Vlan = value;
                    break;
                case var other when block is null && !other.StartsWith("Device ID", StringComparison.Ordinal):
                    reading.NotUnderstood(number, line.Trim());
                    break;
            }
        }
        Keep(block);
        SwitchNeighbours.Say(found, reading);

        void Keep(Block? read)
        {
            if (read is null)
                return;
            if (read.Port is not { } port)
            {
                reading.Rows++;
                reading.Log.Warning("Neighbour without its port", $"The block of {read.System ?? read.Chassis} does not say on which port the neighbour was heard.", "Take “show lldp neighbors” as well; older systems name the port only there.", read.Line, null, null, read.Chassis);
                return;
            }
            var facts = new NeighbourFacts(InterfaceNames.Expand(port), read.Line) { Chassis = read.Chassis, System = read.System, PortId = read.PortId, PortDescription = read.Description };
            facts.Management.AddRange(read.Management);
            if (read.Vlan is { } vlan)
                facts.Vlans.Add(vlan);
            found.Add(facts);
        }
    }

    private sealed class Block(int line)
    {
        public int Line { get; } = line;
        public string? Port { get; set; }
        public string? Chassis { get; set; }
        public string? PortId { get; set; }
        public string? Description { get; set; }
        public string? System { get; set; }
        public string? Vlan { get; set; }
        public List<string> Management { get; } = [];
    }
}
