using System.Text.RegularExpressions;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Switches;

/// <summary>Output of <c>show interfaces</c> of IOS, NX-OS and EOS for people: a block for each port, of which state, MTU, own MAC address, description, speed and LAG are kept.</summary>
public sealed partial class ShowInterfacesImporter : ShowOutput
{
    /// <inheritdoc/>
    public override string Key => "show-interfaces";
    /// <inheritdoc/>
    public override string Title => "show interfaces (text)";
    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => Head().IsMatch(file.Text) && Hardware().IsMatch(file.Text) ? 0.85 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        SwitchState.Device(reading);
        string? port = null;
        foreach (var (number, line) in Lines(reading.File))
        {
            reading.Rows++;
            var before = reading.Log.Problems.Count;
            if (Head().Match(line) is { Success: true } head)
            {
                port = SwitchState.Port(reading, head.Groups["port"].Value, number, SourceWeight.Observed);
                var isUp = head.Groups["state"].Value == "up" && !line.Contains("protocol is down", StringComparison.Ordinal);
                SwitchState.Status(reading, port, line.Contains("administratively", StringComparison.OrdinalIgnoreCase) || line.Contains("(disabled)", StringComparison.Ordinal) ? "disabled" : isUp ? "up" : "down", number);
            }
            else if (port is null)
                reading.NotUnderstood(number, line.Trim());
            else
                Detail(reading, port, line.Trim(), number);
            if (reading.Log.Problems.Count == before)
                reading.Ok++;
        }
    }

    // Counters and everything else of a block are of no use here.
    private static void Detail(InventoryReading reading, string port, string line, int number)
    {
        var kind = SwitchState.Described(port, null).Kind;
        if (line.StartsWith("admin state is down", StringComparison.Ordinal))
            reading.Draft.Find(RecordKey.Interface(reading.Device, port))!.Values["enabled"] = new DraftValue("false", reading.Source(number));
        if (Mac().Match(line) is { Success: true } mac && kind == InterfaceKind.Physical)
            reading.Say(port, "mac", mac.Groups["mac"].Value, number);
        if (Mtu().Match(line) is { Success: true } mtu && mtu.Groups["mtu"].Value.Length < 6 && kind is not InterfaceKind.Virtual)
            reading.Say(port, "mtu", mtu.Groups["mtu"].Value, number);
        if (Speed().Match(line) is { Success: true } speed && kind == InterfaceKind.Physical)
            reading.Say(port, "speed", SwitchState.Speed(speed.Groups["speed"].Value + (speed.Groups["unit"].Value is "Gb/s" or "Gbps" ? "G" : "")), number);
        if (line.StartsWith("Description: ", StringComparison.Ordinal))
            reading.Say(port, "description", line["Description: ".Length..], number);
        if (Member().Match(line) is { Success: true } member)
            reading.Say(port, "bond", InterfaceNames.Expand(member.Groups["lag"].Value), number);
        if (Address().Match(line) is { Success: true } address)
            reading.Draft.Say(RecordKey.Interface(reading.Device, port), "addresses", address.Groups["address"].Value, reading.Source(number) with { Weight = SourceWeight.Stamped }, reading.Log);
    }

    [GeneratedRegex(@"^\s?(?<port>[A-Za-z][\w-]*\d[\d/.:]*) is (?<state>administratively down|up|down|reset|deleted|initializing)\b", RegexOptions.Multiline)]
    private static partial Regex Head();

    [GeneratedRegex(@"^\s+(Hardware( is|:) |MTU \d+ bytes)", RegexOptions.Multiline)]
    private static partial Regex Hardware();

    [GeneratedRegex(@"\(bia (?<mac>[0-9a-fA-F.:-]+)\)")]
    private static partial Regex Mac();

    [GeneratedRegex(@"\bMTU (?<mtu>\d+) bytes")]
    private static partial Regex Mtu();

    [GeneratedRegex(@"-duplex, (?<speed>\d+)\s*(?<unit>Mb/s|Gb/s|Mbps|Gbps)", RegexOptions.IgnoreCase)]
    private static partial Regex Speed();

    [GeneratedRegex(@"^(Member of|Belongs to|This interface is a member of) (?<lag>(Po|Port-channel)\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex Member();

    [GeneratedRegex(@"^Internet address is (?<address>\d+\.\d+\.\d+\.\d+/\d+)")]
    private static partial Regex Address();
}
