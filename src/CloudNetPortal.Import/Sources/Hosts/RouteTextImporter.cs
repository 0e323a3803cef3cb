using System.Globalization;
using System.Text.RegularExpressions;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Hosts;

/// <summary>Output of <c>ip route</c> for people: the interface of the default route carries the management address.</summary>
public sealed partial class RouteTextImporter : InventoryImporter
{
    /// <inheritdoc/>
    public override string Key => "ip-route-text";
    /// <inheritdoc/>
    public override string Title => "ip route (text)";
    /// <inheritdoc/>
    public override bool SpeaksOfOneDevice => true;

    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => Row().Count(file.Text) is > 0 and var rows && rows * 2 > file.Text.Split('\n').Count(l => l.Trim().Length > 0) ? 0.85 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var best = long.MaxValue;
        var number = 0;
        foreach (var line in reading.File.Text.Split('\n'))
        {
            number++;
            if (line.Trim().Length == 0)
                continue;
            reading.Rows++;
            // Further hops of one route stand indented below it.
            var row = Row().Match(line);
            if (!row.Success && !line.TrimStart().StartsWith("nexthop ", StringComparison.Ordinal) && !Unreachable().IsMatch(line))
            {
                reading.NotUnderstood(number, line.Trim());
                continue;
            }
            reading.Ok++;
            if (row.Groups["to"].Value is not ("default" or "0.0.0.0/0"))
                continue;
            var metric = Metric().Match(line) is { Success: true } found ? long.Parse(found.Groups["metric"].ValueSpan, CultureInfo.InvariantCulture) : 0;
            if (metric < best)
                reading.Draft.DefaultRoutes[reading.Device] = row.Groups["dev"].Value;
            best = Math.Min(best, metric);
        }
        if (best == long.MaxValue)
            reading.Unused = "There is no default route in it.";
    }

    [GeneratedRegex(@"^(?<to>default|\d+\.\d+\.\d+\.\d+(/\d+)?|[0-9a-f]*:[0-9a-f:]*(/\d+)?) (via \S+ )?dev (?<dev>\S+)", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^(unreachable|blackhole|prohibit|throw|local|broadcast|multicast) ")]
    private static partial Regex Unreachable();

    [GeneratedRegex(@" metric (?<metric>\d{1,10})\b")]
    private static partial Regex Metric();
}
