using System.Text.RegularExpressions;
using CloudNetPortal.Import.Reading;
using CloudNetPortal.Import.Sources.Hosts;

namespace CloudNetPortal.Import.Sources.Switches;

/// <summary>MAC address tables of switches.</summary>
public sealed partial class MacAddressTable : KnownButUnused
{
    /// <inheritdoc/>
    public override string Key => "mac-table";
    /// <inheritdoc/>
    public override string Title => "MAC address table";
    /// <inheritdoc/>
    protected override string Reason => "Learned MAC addresses come and go; cables and LLDP say who is connected.";
    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => file.Text.Contains("\"unicastTable\"", StringComparison.Ordinal) || file.Text.Contains("\"TABLE_mac_address\"", StringComparison.Ordinal) || file.Text.Contains("l2ng-l2ald-rtb-macdb", StringComparison.Ordinal)
        || Text().IsMatch(file.Text) || Rows().Count(file.Text) is var rows && rows > 0 && rows * 2 > file.Text.Split('\n').Count(l => l.Trim().Length > 0) ? 0.8 : 0;

    [GeneratedRegex(@"^\s*(Mac Address Table|MAC age-time|Unicast Entries|Legend:.*\n.*(primary entry|Gateway MAC))|^\s*(vlan|Vlan|VLAN)\s+(mac|MAC|Mac) [Aa]ddress\s+[Tt]ype|^\s*Destination Address\s+Address Type|^\[\s*\{[^}]*""mac""[^}]*""static""", RegexOptions.Multiline)]
    private static partial Regex Text();

    [GeneratedRegex(@"^\s*([*+GOCR~]\s+)?(\d+\s+)?[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}\s|^([0-9a-f]{2}:){5}[0-9a-f]{2} dev \S+", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Rows();
}

/// <summary>What a switch says of its hardware and software.</summary>
public sealed partial class SwitchVersion : KnownButUnused
{
    /// <inheritdoc/>
    public override string Key => "switch-version";
    /// <inheritdoc/>
    public override string Title => "show version";
    /// <inheritdoc/>
    protected override string Reason => "Hardware and software of a switch are not judged.";
    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => Marks().IsMatch(file.Text) ? 0.7 : 0;

    [GeneratedRegex(@"""(nxos_ver_str|systemMacAddress|system-information|lsb-release)""|^(Cisco IOS( XE)? Software|Cisco Nexus Operating System|Arista .*\nHardware version)|<(system|software)-information\b", RegexOptions.Multiline)]
    private static partial Regex Marks();
}

/// <summary>How a pair of NX-OS switches watches itself.</summary>
public sealed class PeerKeepalive : KnownButUnused
{
    /// <inheritdoc/>
    public override string Key => "vpc-keepalive";
    /// <inheritdoc/>
    public override string Title => "show vpc peer-keepalive";
    /// <inheritdoc/>
    protected override string Reason => "How a pair of switches watches itself is not judged.";
    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => file.Text.Contains("vpc-keepalive-dest", StringComparison.Ordinal) && !file.Text.Contains("\"TABLE_vpc\"", StringComparison.Ordinal) ? 0.95 : 0;
}

/// <summary>A list of recorded files, as collectors write beside them.</summary>
public sealed class RecordingIndex : KnownButUnused
{
    /// <inheritdoc/>
    public override string Key => "recording-index";
    /// <inheritdoc/>
    public override string Title => "list of recorded outputs";
    /// <inheritdoc/>
    protected override string Reason => "It lists the files beside it; each of them is read by itself.";
    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => file.Text.StartsWith("host,devtype,", StringComparison.Ordinal) && file.Text.Split('\n')[0].Contains(",command,file", StringComparison.Ordinal) ? 0.95 : 0;
}
