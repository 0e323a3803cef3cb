using System.Text.RegularExpressions;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Switches.Linux;

/// <summary>
/// <c>/etc/network/interfaces</c> of a Cumulus switch or of a Debian host (ifupdown, ifupdown2), alone or with the output of vtysh behind it. Ports of a bridge that knows VLANs
/// are switch ports: they carry their own <c>bridge-vids</c>, or those of the bridge, and VLAN 1 untagged unless told otherwise.
/// </summary>
public sealed partial class IfupdownImporter : InventoryImporter
{
    /// <inheritdoc/>
    public override string Key => "ifupdown";
    /// <inheritdoc/>
    public override string Title => "/etc/network/interfaces";
    /// <inheritdoc/>
    public override bool SpeaksOfOneDevice => true;

    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => Stanza().IsMatch(file.Text) ? 0.97 : 0;

    /// <inheritdoc/>
    public override string? DeviceIn(ImportFile file) =>
        HostName().Match(file.Text) is { Success: true } named ? named.Groups["name"].Value : Routing().Match(file.Text) is { Success: true } routing ? routing.Groups["name"].Value : null;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var network = new IfupdownNetwork(reading);
        var lines = reading.File.Text.Split('\n');
        var isRouting = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            // A line that ends with a backslash goes on.
            for (var at = i; line.EndsWith('\\') && i + 1 < lines.Length; at++)
                line = line[..^1].Trim() + " " + lines[++i].Trim();
            if (line.Length == 0 || line[0] is '#' or '!')
                continue;
            reading.Rows++;
            isRouting |= line.StartsWith("Building configuration", StringComparison.Ordinal) || line.StartsWith("frr version", StringComparison.Ordinal);
            if (isRouting || (network.IsBefore && DeviceIn(reading.File) == line))
            {
                reading.Ok++;
                reading.Ignored++;
            }
            else if (network.Read(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries), i + 1) is { } isKept)
            {
                reading.Ok++;
                reading.Ignored += isKept ? 0 : 1;
            }
            else
                reading.NotUnderstood(i + 1, line);
        }
        network.Finish();
    }

    [GeneratedRegex(@"^iface [A-Za-z]\S*\s*( inet6?\b.*| inherits .*)?$", RegexOptions.Multiline)]
    private static partial Regex Stanza();

    [GeneratedRegex(@"^# hostname\n(?<name>\S+)\s*$", RegexOptions.Multiline)]
    private static partial Regex HostName();

    [GeneratedRegex(@"^hostname (?<name>\S+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Routing();
}
