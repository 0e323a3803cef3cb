using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;

namespace CloudNetPortal.Import.Sources.Switches.Cli;

/// <summary>A configuration while it is read.</summary>
internal sealed class CliConfig(InventoryReading reading, string platform)
{
    public InventoryReading Reading { get; } = reading;
    public SwitchFacts Facts { get; } = new(platform);
    /// <summary>Interface blocks by name.</summary>
    public Dictionary<string, CliPort> Words { get; } = new(StringComparer.OrdinalIgnoreCase);
    /// <summary>VLANs by trunk group (EOS).</summary>
    public Dictionary<string, VlanSet> Groups { get; } = new(StringComparer.OrdinalIgnoreCase);
    /// <summary>Name or number of the pair of switches.</summary>
    public string? Domain { get; set; }
    /// <summary>MTU of every port that states none, where the configuration sets one for all.</summary>
    public int? Mtu { get; set; }
    /// <summary>Ports without a word are routed.</summary>
    public bool IsRoutedByDefault { get; set; }
    /// <summary>Ports without a word are shut down.</summary>
    public bool IsShutByDefault { get; set; }
    /// <summary>Native VLANs are tagged on every trunk.</summary>
    public bool TagsNative { get; set; }

    /// <summary>The words of an interface, made when it is met first.</summary>
    public CliPort Of(string name, int? line)
    {
        if (Words.TryGetValue(name, out var words))
            return words;
        var port = Facts.Port(name, line);
        Describe(port);
        return Words[name] = new CliPort(port);
    }

    public void Taken(int lines) => Reading.Ok += lines;

    /// <summary>Read with everything below.</summary>
    public void Take(CliLine line) => Reading.Ok += line.Count;

    /// <summary>Known, and nothing of it is kept.</summary>
    public void Pass(CliLine line)
    {
        Reading.Ok += line.Count;
        Reading.Ignored += line.Count;
    }

    /// <summary>Not understood, with everything below.</summary>
    public void Refuse(CliLine line) =>
        Reading.Log.Warning("Line not understood", $"The line is of no known form and was not taken over{(line.Children.Count > 0 ? $", nor were the {line.Count - 1} lines below it" : "")}.", "Check what it does to ports and VLANs, and correct the port in the preview.", line.Number, null, null, line.Text);

    /// <summary>What the name of an interface tells.</summary>
    private static void Describe(SwitchPort port)
    {
        var name = port.Name.ToLowerInvariant();
        var dot = port.Name.LastIndexOf('.');
        if (dot > 0)
            (port.Kind, port.Parent) = (InterfaceKind.Vlan, port.Name[..dot]);
        else if (name.StartsWith("vlan", StringComparison.Ordinal) && int.TryParse(name.AsSpan(4), out var vlan) && vlan is >= 1 and <= 4094)
            (port.Kind, port.Vlan) = (InterfaceKind.Vlan, vlan);
        else if (name.StartsWith("port-channel", StringComparison.Ordinal))
            port.Kind = InterfaceKind.Bond;
        else if (name.StartsWith("loopback", StringComparison.Ordinal) || name.StartsWith("tunnel", StringComparison.Ordinal) || name.StartsWith("bvi", StringComparison.Ordinal))
            port.Kind = InterfaceKind.Virtual;
        else if (name.StartsWith("vxlan", StringComparison.Ordinal) || name.StartsWith("nve", StringComparison.Ordinal))
            port.Kind = InterfaceKind.Vxlan;
        else if (name.StartsWith("management", StringComparison.Ordinal) || name.StartsWith("mgmt", StringComparison.Ordinal))
            port.IsManagement = true;
    }
}
