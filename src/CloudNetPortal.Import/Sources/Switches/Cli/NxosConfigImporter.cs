using System.Text.RegularExpressions;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;

namespace CloudNetPortal.Import.Sources.Switches.Cli;

/// <summary>
/// Cisco NX-OS, <c>show running-config</c>. Ports switch in VLAN 1 and are up, unless <c>system default switchport</c> says otherwise; routed ports, sub-interfaces and
/// routed VLANs are down until <c>no shutdown</c>; frames of 1500 bytes unless an <c>mtu</c> is stated, of 9216 on the link between vPC peers.
/// </summary>
public sealed partial class NxosConfigImporter : CliConfigImporter
{
    /// <inheritdoc/>
    public override string Key => "nxos-config";
    /// <inheritdoc/>
    public override string Title => "Cisco NX-OS configuration";

    private protected override string Platform => "Cisco NX-OS";

    private protected override double Own(string text) => Marks().IsMatch(text) ? 0.96 : 0;

    private protected override string LagName(int number) => $"port-channel{number}";

    private protected override bool ReadOwn(CliLine line, CliConfig config)
    {
        if (line.Is("vpc", "domain"))
            config.Domain = line.After(2);
        else if (line.Is("system", "default", "switchport", "shutdown"))
            config.IsShutByDefault = true;
        else if (line.Is("no", "system", "default", "switchport") && line.Words.Length == 4)
            config.IsRoutedByDefault = true;
        else if (line.Is("system") || line.Is("no", "system"))
        {
            config.Pass(line);
            return true;
        }
        else if (line.Is("vtp") || line.Is("no", "vtp") || line.Is("slot") || line.Is("no"))
        {
            if (line.Is("no") && !KnownWords.IsTop(line) && !line.Is("no", "vtp"))
                return false;
            config.Pass(line);
            return true;
        }
        else
            return false;
        config.Take(line);
        return true;
    }

    private protected override bool ReadOwn(CliPort words, CliLine line, CliConfig config)
    {
        if (line.Is("vpc", "peer-link"))
            words.IsPeerLink = true;
        else if (line.Is("vpc") && line.Words.Length == 2)
            words.MlagId = line.Words[1];
        else
            return false;
        return true;
    }

    private protected override void Settle(CliPort words, CliConfig config)
    {
        var port = words.Port;
        port.MlagGroup = words.MlagId is { } id ? SwitchFacts.MlagGroup(config.Domain, id) : null;
        words.TagsNative |= config.TagsNative;
        var forwards = port.Kind is InterfaceKind.Physical or InterfaceKind.Bond && !port.IsManagement;
        var isSwitched = forwards && (words.IsSwitched ?? (words.HasSwitchWords || !config.IsRoutedByDefault));
        var startsDown = isSwitched ? config.IsShutByDefault && port.Kind == InterfaceKind.Physical : port.Kind == InterfaceKind.Vlan || (forwards && port.Kind == InterfaceKind.Physical);
        port.Enabled = !(words.Shutdown ?? startsDown);
        if (!forwards)
            return;
        // The words of a member say what those of its LAG say, or the switch suspends it.
        if (isSwitched && (port.Lag is null || words.Mode is not null || words.Access is not null))
            Switched(words, words.Allowed);
        if (port.Mtu is null && port.Lag is null)
            (port.Mtu, port.MtuWeight) = (words.IsPeerLink ? 9216 : 1500, SourceWeight.Stamped);
    }

    [GeneratedRegex(@"^(feature \S|vdc \S+ id |vrf context |boot nxos|cfs eth|nv overlay|system default switchport|no system default switchport|vpc domain |interface (mgmt0|nve\d|port-channel\d))|CONTENT-TYPE: cisco-nx|^version \d+\.\d+\(", RegexOptions.Multiline)]
    private static partial Regex Marks();
}
