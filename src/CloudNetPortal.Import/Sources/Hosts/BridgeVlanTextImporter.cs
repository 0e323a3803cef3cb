using System.Text.RegularExpressions;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Hosts;

/// <summary>Text output of <c>bridge vlan</c>.</summary>
public sealed partial class BridgeVlanTextImporter : InventoryImporter
{
    /// <inheritdoc/>
    public override string Key => "bridge-vlan-text";
    /// <inheritdoc/>
    public override string Title => "bridge vlan (text)";
    /// <inheritdoc/>
    public override bool SpeaksOfOneDevice => true;
    /// <inheritdoc/>
    public override int Order => 2;

    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => Head().IsMatch(file.Text) ? 0.9 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var lines = reading.File.Text.Split('\n');
        BridgePortVlans? port = null;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim().Length == 0 || Head().IsMatch(lines[i]))
                continue;
            reading.Rows++;
            if (Row().Match(lines[i]) is not { Success: true } row || (row.Groups["port"].Length == 0 && port is null)
                || !int.TryParse(row.Groups["first"].ValueSpan, out var first) || first is < 1 or > 4094)
            {
                reading.NotUnderstood(i + 1, lines[i].Trim());
                continue;
            }
            if (row.Groups["port"].Length > 0)
            {
                Keep(port, reading);
                port = new BridgePortVlans(reading.Device, row.Groups["port"].Value, [], null, reading.Source(i + 1));
            }
            var last = row.Groups["last"].Success ? Math.Clamp(int.Parse(row.Groups["last"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), first, 4094) : first;
            port = BridgeVlanImporter.Add(port!, first, last, row.Groups["flags"].Value.Contains("PVID", StringComparison.Ordinal), row.Groups["flags"].Value.Contains("Untagged", StringComparison.Ordinal));
            reading.Ok++;
        }
        Keep(port, reading);
    }

    private static void Keep(BridgePortVlans? port, InventoryReading reading)
    {
        if (port is not null)
            reading.Draft.BridgeVlans.Add(port);
    }

    [GeneratedRegex(@"^port\s+vlan[- ]ids?\s*$", RegexOptions.Multiline)]
    private static partial Regex Head();

    [GeneratedRegex(@"^(?<port>\S*)\s+(?<first>\d+)(-(?<last>\d+))?(?<flags>( PVID| Egress Untagged)*)\s*$")]
    private static partial Regex Row();
}
