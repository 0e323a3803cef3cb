using System.Globalization;
using System.Text.RegularExpressions;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Switches;

/// <summary>Output of <c>show interfaces trunk</c> of IOS, NX-OS and EOS: native VLAN of each trunk, then what it allows.</summary>
public sealed partial class TrunkTableImporter : ShowOutput
{
    /// <inheritdoc/>
    public override string Key => "show-trunk";
    /// <inheritdoc/>
    public override string Title => "show interfaces trunk";
    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => Allowed().IsMatch(file.Text) && Native().IsMatch(file.Text) ? 0.9 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        SwitchState.Device(reading);
        var native = new Dictionary<string, (int? Vlan, int Line)>(StringComparer.OrdinalIgnoreCase);
        var allowed = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var (table, last) = ("", "");
        foreach (var (number, line) in Lines(reading.File))
        {
            if (line.StartsWith("Port ", StringComparison.Ordinal) || line.StartsWith("Native", StringComparison.Ordinal))
            {
                // Further tables repeat what is left of it by spanning tree and pruning.
                table = Native().IsMatch(line) || line.Contains("Mode ", StringComparison.Ordinal) ? "native" : Allowed().IsMatch(line) ? "allowed" : line.TrimEnd() == "Port" || line.Contains("Channel", StringComparison.Ordinal) ? table : "other";
                continue;
            }
            reading.Rows++;
            var row = Row().Match(line);
            if (table == "native" && row.Success)
                native[InterfaceNames.Expand(row.Groups["port"].Value)] = (LastNumber(row.Groups["rest"].Value), number);
            else if (table == "allowed" && row.Success)
                allowed[last = InterfaceNames.Expand(row.Groups["port"].Value)] = row.Groups["rest"].Value;
            else if (table == "allowed" && char.IsWhiteSpace(line[0]) && last.Length > 0)
                allowed[last] += "," + line.Trim();
            else if (table.Length == 0)
            {
                reading.NotUnderstood(number, line.Trim());
                continue;
            }
            reading.Ok++;
        }
        foreach (var (port, (vlan, line)) in native)
        {
            var name = SwitchState.Port(reading, port, line);
            var text = allowed.GetValueOrDefault(port)?.Trim(',', ' ');
            var isAll = text is null or "all" or "ALL" or "1-4094";
            if (text is not null && !isAll && !text.Equals("none", StringComparison.OrdinalIgnoreCase) && !VlanSet.TryParse(text, out _, out var problem))
                reading.Log.Warning("VLANs not readable", problem ?? "The VLANs of the trunk were not understood.", "Take the output again, whole.", line, null, name, text);
            reading.Draft.SwitchPorts.Mode(reading, name, isAll ? SwitchPortMode.TrunkAll : SwitchPortMode.Trunk, vlan, isAll ? null : VlanSet.TryParse(text, out var set, out _) ? set : VlanSet.Empty, line);
        }
    }

    // “on 802.1q trunking 1” of IOS, “1 trunking --” of NX-OS, “trunk trunking 1” of EOS.
    private static int? LastNumber(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Reverse().Select(w => int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id is >= 1 and <= 4094 ? id : (int?)null).FirstOrDefault(v => v is not null);

    [GeneratedRegex(@"^Port\s+(Mode|Native)\b.*$", RegexOptions.Multiline)]
    private static partial Regex Native();

    [GeneratedRegex(@"^Port\s+Vlans [Aa]llowed( on [Tt]runk)?\s*$", RegexOptions.Multiline)]
    private static partial Regex Allowed();

    [GeneratedRegex(@"^(?<port>[A-Za-z][\w-]*\d[\d/.]*)\s+(?<rest>\S.*)$")]
    private static partial Regex Row();
}
