using System.Globalization;
using System.Text.RegularExpressions;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Switches;

/// <summary>Output of <c>show interfaces switchport</c> of IOS, NX-OS, EOS and Edgecore: mode, access, native and allowed VLANs of each port.</summary>
public sealed partial class SwitchportImporter : ShowOutput
{
    /// <inheritdoc/>
    public override string Key => "show-switchport";
    /// <inheritdoc/>
    public override string Title => "show interfaces switchport";
    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => Name().IsMatch(file.Text) && (file.Text.Contains("Administrative Mode:", StringComparison.Ordinal) || file.Text.Contains("Operational Mode:", StringComparison.Ordinal) || file.Text.Contains("VLAN Membership Mode", StringComparison.Ordinal)) ? 0.9 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        SwitchState.Device(reading);
        Port? port = null;
        foreach (var (number, line) in Lines(reading.File))
        {
            reading.Rows++;
            if (Name().Match(line) is { Success: true } name)
            {
                Keep(reading, port);
                port = new Port(name.Groups["port"].Value.Replace(" ", "", StringComparison.Ordinal), number);
            }
            else if (port is null)
            {
                reading.NotUnderstood(number, line.Trim());
                continue;
            }
            else
                Put(port, line);
            reading.Ok++;
        }
        Keep(reading, port);
    }

    // Lines that tell nothing of VLANs (storms, priorities, private VLANs) stand between.
    private static void Put(Port port, string line)
    {
        var cut = line.IndexOf(':');
        var value = cut < 0 ? line.Trim() : line[(cut + 1)..].Trim();
        var key = cut < 0 ? "" : line[..cut].Trim().ToLowerInvariant();
        // A long list goes on in lines of its own.
        if (cut < 0 && port.IsInList && char.IsWhiteSpace(line[0]))
            key = "allowed vlan";
        port.IsInList = key is "trunking vlans enabled" or "trunking vlans allowed" or "allowed vlan";
        switch (key)
        {
            case "switchport" when value.StartsWith("Disabled", StringComparison.Ordinal):
                port.IsRouted = true;
                break;
            case "administrative mode":
                port.Administrative = value;
                break;
            case "operational mode" or "vlan membership mode":
                port.Operational = value;
                break;
            case "access mode vlan":
                port.Access = First(value);
                break;
            case "trunking native mode vlan" or "native vlan":
                port.Native = First(value);
                break;
            case "trunking vlans enabled" or "trunking vlans allowed" or "allowed vlan":
                port.Lists.Add(value);
                break;
        }
    }

    private static void Keep(InventoryReading reading, Port? port)
    {
        if (port is null || port.IsRouted)
            return;
        var name = SwitchState.Port(reading, port.Name, port.Line);
        // A port that is down shows how it was set up; what is negotiated is told by its operation alone.
        var words = port.Operational is { } now && !now.StartsWith("down", StringComparison.OrdinalIgnoreCase) ? now : port.Administrative ?? "";
        var list = string.Concat(port.Lists.Select(l => l + ","));
        if (Tagness().IsMatch(list))
        {
            foreach (Match vlan in Tagness().Matches(list))
                reading.Draft.SwitchPorts.Member(reading, name, int.Parse(vlan.Groups["vlan"].ValueSpan, CultureInfo.InvariantCulture), vlan.Groups["how"].Value == "t", port.Line);
            reading.Draft.SwitchPorts.Mode(reading, name, words.StartsWith("access", StringComparison.OrdinalIgnoreCase) ? SwitchPortMode.Access : SwitchPortMode.Trunk, list.Contains($"{port.Native}(u)", StringComparison.Ordinal) ? port.Native : null, null, port.Line);
        }
        else if (words.Contains("trunk", StringComparison.OrdinalIgnoreCase))
        {
            var isAll = list.Contains("all", StringComparison.OrdinalIgnoreCase);
            var allowed = list.Contains("none", StringComparison.OrdinalIgnoreCase) ? VlanSet.Empty : isAll ? null : VlanSet.TryParse(string.Join(',', list.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)), out var set, out _) ? set : null;
            reading.Draft.SwitchPorts.Mode(reading, name, isAll ? SwitchPortMode.TrunkAll : SwitchPortMode.Trunk, port.Native ?? 1, allowed, port.Line);
        }
        else if (words.Contains("access", StringComparison.OrdinalIgnoreCase))
            reading.Draft.SwitchPorts.Mode(reading, name, SwitchPortMode.Access, port.Access, null, port.Line);
    }

    private static int? First(string text) => Number().Match(text) is { Success: true } number && int.TryParse(number.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id is >= 1 and <= 4094 ? id : null;

    private sealed class Port(string name, int line)
    {
        public string Name { get; } = name;
        public int Line { get; } = line;
        public bool IsRouted { get; set; }
        public bool IsInList { get; set; }
        public string? Administrative { get; set; }
        public string? Operational { get; set; }
        public int? Access { get; set; }
        public int? Native { get; set; }
        public List<string> Lists { get; } = [];
    }

    [GeneratedRegex(@"^\s*(Name: |Information of )(?<port>[A-Za-z][\w-]* ?\d[\d/.]*)\s*$", RegexOptions.Multiline)]
    private static partial Regex Name();

    [GeneratedRegex(@"^\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<vlan>\d+)\((?<how>[tu])\)")]
    private static partial Regex Tagness();
}
