using System.Text.RegularExpressions;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Hosts;

/// <summary>Output of <c>brctl show</c>: bridges with their ports.</summary>
public sealed partial class BrctlImporter : InventoryImporter
{
    /// <inheritdoc/>
    public override string Key => "brctl";
    /// <inheritdoc/>
    public override string Title => "brctl show";
    /// <inheritdoc/>
    public override bool SpeaksOfOneDevice => true;
    /// <inheritdoc/>
    public override int Order => 2;

    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => Head().IsMatch(file.Text) ? 0.95 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var lines = reading.File.Text.Split('\n');
        string? bridge = null;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim().Length == 0 || Head().IsMatch(lines[i]))
                continue;
            reading.Rows++;
            var words = lines[i].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            string? port;
            if (!char.IsWhiteSpace(lines[i][0]) && words is [var name, _, "yes" or "no", ..])
            {
                bridge = name;
                port = words.Length > 3 ? words[3] : null;
                reading.Say(bridge, "kind", nameof(InterfaceKind.Bridge), i + 1);
            }
            else if (char.IsWhiteSpace(lines[i][0]) && words is [var more] && bridge is not null)
                port = more;
            else
            {
                reading.NotUnderstood(i + 1, lines[i].Trim());
                continue;
            }
            if (port is null || reading.Say(port, "bridge", bridge, i + 1))
                reading.Ok++;
        }
    }

    [GeneratedRegex(@"^bridge name\s+bridge id\s+STP enabled\s+interfaces\s*$", RegexOptions.Multiline)]
    private static partial Regex Head();
}
