using System.Text.RegularExpressions;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Sources.Hosts;

/// <summary>Output of <c>ovs-vsctl show</c> and <c>ovs-appctl bond/show</c>, in one file or two: bridges of Open vSwitch, their ports, bonds with what became of their members.</summary>
public sealed partial class OpenVSwitchImporter : InventoryImporter
{
    /// <inheritdoc/>
    public override string Key => "ovs";
    /// <inheritdoc/>
    public override string Title => "ovs-vsctl show, ovs-appctl bond/show";
    /// <inheritdoc/>
    public override bool SpeaksOfOneDevice => true;
    /// <inheritdoc/>
    public override int Order => 2;

    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => Bridge().IsMatch(file.Text) && Port().IsMatch(file.Text) || BondHead().IsMatch(file.Text) && file.Text.Contains("bond_mode:", StringComparison.Ordinal) ? 0.95 : 0;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var number = 0;
        string? bridge = null, bond = null, member = null;
        var isLacp = false;
        var isNegotiated = false;
        OvsPort? port = null;
        foreach (var line in reading.File.Text.Split('\n'))
        {
            number++;
            if (line.Trim().Length == 0 || line.StartsWith('#'))
                continue;
            reading.Rows++;
            reading.Ok++;
            if (Bridge().Match(line) is { Success: true } start)
            {
                Keep(reading, bridge, port);
                (bridge, port, bond) = (start.Groups["name"].Value, null, null);
                reading.Say(bridge, "kind", nameof(InterfaceKind.OvsBridge), number);
                reading.Draft.OpenVSwitches.Add(reading.Device);
            }
            else if (bridge is not null && Port().Match(line) is { Success: true } next)
            {
                Keep(reading, bridge, port);
                port = new OvsPort(next.Groups["name"].Value, number);
            }
            else if (port is not null && Member().Match(line) is { Success: true } below)
                port.Interfaces.Add(below.Groups["name"].Value);
            else if (port is not null && line.TrimStart().StartsWith("type:", StringComparison.Ordinal))
                port.Type = line.Split(':')[1].Trim();
            else if (BondHead().Match(line) is { Success: true } head)
            {
                Keep(reading, bridge, port);
                (bridge, port, bond, member, isLacp, isNegotiated) = (null, null, head.Groups["name"].Value, null, false, false);
                reading.Say(bond, "kind", nameof(InterfaceKind.Bond), number);
            }
            else if (bond is not null && line.StartsWith("bond_mode:", StringComparison.Ordinal))
            {
                // balance-tcp works with LACP alone.
                isLacp = line.Contains("balance-tcp", StringComparison.Ordinal);
                reading.Say(bond, "bondMode", isLacp ? nameof(BondMode.Lacp) : line.Contains("active-backup", StringComparison.Ordinal) ? nameof(BondMode.ActiveBackup) : nameof(BondMode.BalanceSlb), number);
            }
            else if (bond is not null && line.StartsWith("lacp_status:", StringComparison.Ordinal))
                isNegotiated = line.Contains("negotiated", StringComparison.Ordinal);
            else if (bond is not null && BondMember().Match(line) is { Success: true } told)
            {
                member = told.Groups["name"].Value;
                var isUp = told.Groups["state"].Value == "enabled";
                reading.Say(member, "bond", bond, number);
                if (!isUp && !isLacp)
                    reading.Say(member, "link", "false", number);
                reading.Say(member, "memberState", isLacp ? isNegotiated && isUp ? nameof(MemberState.Active) : isUp || !isNegotiated ? nameof(MemberState.NoPartner) : nameof(MemberState.Suspended) : null, number);
            }
            else if (bridge is null && bond is null && !Uuid().IsMatch(line))
            {
                reading.Ok--;
                reading.NotUnderstood(number, line.Trim());
            }
        }
        Keep(reading, bridge, port);
    }

    // A port with several interfaces is a bond; one with one is that device.
    private static void Keep(InventoryReading reading, string? bridge, OvsPort? port)
    {
        if (bridge is null || port is null || port.Name == bridge || port.Type is "patch" or "vxlan" or "gre" or "geneve")
            return;
        if (port.Interfaces.Count > 1)
        {
            reading.Say(port.Name, "kind", nameof(InterfaceKind.Bond), port.Line);
            foreach (var member in port.Interfaces)
            {
                reading.Draft.Say(RecordKey.Interface(reading.Device, member), "kind", nameof(InterfaceKind.Physical), reading.Source(port.Line) with { Weight = SourceWeight.Guessed }, reading.Log);
                reading.Say(member, "bond", port.Name, port.Line);
            }
        }
        else
            reading.Draft.Say(RecordKey.Interface(reading.Device, port.Name), "kind", (port.Type is null && HostDevices.IsNicName(port.Name) ? InterfaceKind.Physical : InterfaceKind.Virtual).ToString(), reading.Source(port.Line) with { Weight = SourceWeight.Guessed }, reading.Log);
        reading.Say(port.Name, "bridge", bridge, port.Line);
    }

    private sealed class OvsPort(string name, int line)
    {
        public string Name { get; } = name;
        public int Line { get; } = line;
        public string? Type { get; set; }
        public List<string> Interfaces { get; } = [];
    }

    [GeneratedRegex(@"^\s+Bridge ""?(?<name>[^""\s]+)""?\s*$", RegexOptions.Multiline)]
    private static partial Regex Bridge();

    [GeneratedRegex(@"^\s+Port ""?(?<name>[^""\s]+)""?\s*$", RegexOptions.Multiline)]
    private static partial Regex Port();

    [GeneratedRegex(@"^\s+Interface ""?(?<name>[^""\s]+)""?\s*$")]
    private static partial Regex Member();

    [GeneratedRegex(@"^---- (?<name>\S+) ----\s*$", RegexOptions.Multiline)]
    private static partial Regex BondHead();

    [GeneratedRegex(@"^(slave|member):? (?<name>[^:\s]+): (?<state>enabled|disabled)")]
    private static partial Regex BondMember();

    [GeneratedRegex(@"^[0-9a-f]{8}-[0-9a-f-]{27}\s*$|^\s+(ovs_version|Manager|is_connected)\b")]
    private static partial Regex Uuid();
}
