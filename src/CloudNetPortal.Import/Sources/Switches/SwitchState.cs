using System.Globalization;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;

namespace CloudNetPortal.Import.Sources.Switches;

/// <summary>What show commands tell of a switch, written down by all their readers in the same way.</summary>
internal static class SwitchState
{
    /// <summary>That the device is a switch, unless somebody knows better, with its system where the output shows it.</summary>
    public static void Device(InventoryReading reading, string? platform = null)
    {
        reading.Draft.Switches.Add(reading.Device);
        reading.Draft.Say(RecordKey.Device(reading.Device), "platform", platform, reading.Source() with { Weight = SourceWeight.Guessed }, reading.Log);
    }

    /// <summary>The VLANs that exist on it.</summary>
    public static void Vlans(InventoryReading reading, IEnumerable<int> vlans)
    {
        Device(reading);
        var all = VlanSet.Of(vlans.Where(v => v is >= 1 and <= 4094).Distinct().Select(v => new VlanRange(v, v)));
        var key = RecordKey.Device(reading.Device);
        // A configuration names what was created; what was made besides (VLAN 1, those of routed tenants) is no other opinion.
        if (reading.Draft.Find(key)?.Values.ContainsKey("vlans") != true)
            reading.Draft.Say(key, "vlans", all.IsEmpty ? "none" : all.ToString(), reading.Source(), reading.Log, "vlans");
    }

    /// <summary>A port that is spoken of; its kind is what its name tells, unless something better does.</summary>
    public static string Port(InventoryReading reading, string name, int? line, SourceWeight weight = SourceWeight.Guessed)
    {
        var full = Lldp.SwitchNeighbours.Port(name);
        var port = Described(full, line);
        var (key, source) = (RecordKey.Interface(reading.Device, full), reading.Source(line) with { Weight = weight });
        reading.Draft.Say(key, "kind", port.Kind.ToString(), source, reading.Log);
        reading.Draft.Say(key, "parent", port.Parent, source, reading.Log);
        reading.Draft.Say(key, "vlan", port.Vlan?.ToString(CultureInfo.InvariantCulture), source, reading.Log);
        reading.Draft.Say(key, "managementOnly", port.IsManagement ? "true" : null, source, reading.Log);
        return full;
    }

    /// <summary>What the name of a port tells, in the spelling of any system.</summary>
    public static SwitchPort Described(string name, int? line)
    {
        var port = new SwitchPort(name, line);
        var lower = name.ToLowerInvariant();
        var dot = name.LastIndexOf('.');
        if (dot > 0)
        {
            (port.Kind, port.Parent) = (InterfaceKind.Vlan, name[..dot]);
            port.Vlan = int.TryParse(name.AsSpan(dot + 1), out var unit) && unit is >= 1 and <= 4094 ? unit : null;
        }
        else if (lower.StartsWith("vlan", StringComparison.Ordinal) && int.TryParse(lower.AsSpan(4), out var vlan) && vlan is >= 1 and <= 4094)
            (port.Kind, port.Vlan) = (InterfaceKind.Vlan, vlan);
        else if (Starts("port-channel", "portchannel", "bundle-ether", "trk", "lag") || lower.StartsWith("ae", StringComparison.Ordinal) && lower.Length > 2 && char.IsAsciiDigit(lower[2]))
            port.Kind = InterfaceKind.Bond;
        else if (Starts("loopback", "tunnel", "bvi", "null", "irb", "lo0", "vtep", "cpu", "sup-eth"))
            port.Kind = InterfaceKind.Virtual;
        else if (Starts("vxlan", "nve"))
            port.Kind = InterfaceKind.Vxlan;
        else
            port.IsManagement = Starts("management", "mgmt", "fxp", "em0", "me0", "eth0");
        return port;

        bool Starts(params string[] words) => Array.Exists(words, w => lower.StartsWith(w, StringComparison.Ordinal));
    }

    /// <summary>Speed in Mbit/s of <c>a-1000</c>, <c>10G</c>, <c>a-40G</c>, <c>1000</c>; null for “auto”.</summary>
    public static string? Speed(string? text)
    {
        var word = text?.Trim().TrimStart('a', '-').TrimEnd('b', '/', 's');
        if (word is not { Length: > 0 } || !char.IsAsciiDigit(word[0]))
            return null;
        var unit = word[^1] is 'G' or 'g' ? 1000m : word[^1] is 'T' ? 1_000_000m : 1m;
        return decimal.TryParse(word.TrimEnd('G', 'g', 'M', 'T'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number * unit is >= 1 and <= 1_600_000
            ? decimal.ToInt32(number * unit).ToString(CultureInfo.InvariantCulture) : null;
    }

    /// <summary>What the word for its state tells of a port: administratively up, and link. A port that is shut down has no link to speak of.</summary>
    public static void Status(InventoryReading reading, string port, string word, int? line)
    {
        var (enabled, link) = word.ToLowerInvariant() switch
        {
            "connected" or "up" or "monitoring" => ("true", "true"),
            // A cut “notconnec” and the reasons of NX-OS without the right optic.
            "notconnect" or "notconnec" or "down" or "linkdown" or "xcvrabsen" or "xcvrabsent" or "sfpabsent" or "nolink" or "lowerlayerdown" => ("true", "false"),
            "disabled" or "admin" or "administratively" or "errdisabled" or "err-disabled" or "errdisable" => ("false", null),
            _ => ((string?)null, (string?)null),
        };
        reading.Say(port, "enabled", enabled, line);
        if (Described(port, null).Kind == InterfaceKind.Physical)
            reading.Say(port, "link", link, line);
    }
}
