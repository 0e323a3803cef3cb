using System.Text.RegularExpressions;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;

namespace CloudNetPortal.Import.Sources.Switches.Cli;

/// <summary>
/// Arista EOS, <c>show running-config</c>. Ports switch in VLAN 1 unless told otherwise; members of a LAG take everything from it; VLANs of a trunk group pass only on trunks of
/// that group; frames are bridged up to 9214 bytes, the <c>mtu</c> of such a port is what was meant.
/// </summary>
public sealed partial class EosConfigImporter : CliConfigImporter
{
    /// <inheritdoc/>
    public override string Key => "eos-config";
    /// <inheritdoc/>
    public override string Title => "Arista EOS configuration";

    private protected override string Platform => "Arista EOS";

    private protected override double Own(string text) => Marks().IsMatch(text) ? 0.95 : 0;

    private protected override string LagName(int number) => $"Port-Channel{number}";

    private protected override bool ReadOwn(CliLine line, CliConfig config)
    {
        if (line.Is("mlag"))
        {
            config.Domain = line.Children.Find(c => c.Is("domain-id"))?.After(1) ?? config.Domain;
            config.Take(line);
            return true;
        }
        if (!line.Is("switchport", "default", "mode"))
            return false;
        config.IsRoutedByDefault = line.After(3) == "routed";
        config.Take(line);
        return true;
    }

    private protected override bool ReadOwn(CliPort words, CliLine line, CliConfig config)
    {
        if (line.Is("mlag") && line.Words.Length == 2)
            words.MlagId = line.Words[1];
        else if (line.Is("vlan", "id") && CliVlans.Id(line.After(2)) is { } vlan)
            words.Port.Vlan = vlan;
        else if (line.Is("l2", "mtu") && int.TryParse(line.After(2), out var mtu))
            words.Port.Mtu = mtu;
        else if (line.Is("evpn", "ethernet-segment"))
            // The same segment on two switches is one LAG to the host.
            words.MlagId ??= line.Children.Find(c => c.Is("identifier")) is { } segment ? $"ESI {segment.After(1)}" : null;
        else
            return line.Is("encapsulation", "vlan");
        return true;
    }

    private protected override void Settle(CliPort words, CliConfig config)
    {
        var port = words.Port;
        port.Enabled = words.Shutdown != true;
        port.MlagGroup = words.MlagId is not { } id ? null : id.StartsWith("ESI", StringComparison.Ordinal) ? id : SwitchFacts.MlagGroup(config.Domain, id);
        if (port.Kind is not (InterfaceKind.Physical or InterfaceKind.Bond) || port.IsManagement || port.Lag is not null)
            return;
        if (words.IsSwitched ?? !config.IsRoutedByDefault)
        {
            Switched(words, Pruned(words, config));
            port.MtuWeight = port.Mtu is null ? SourceWeight.Stamped : SourceWeight.Documented;
            port.Mtu ??= 9214;
        }
        else if (port.Mtu is null)
            (port.Mtu, port.MtuWeight) = (1500, SourceWeight.Stamped);
    }

    private static VlanSet? Pruned(CliPort words, CliConfig config)
    {
        var kept = config.Groups.Where(g => words.Groups.Contains(g.Key)).Aggregate(VlanSet.Empty, (all, g) => all.Union(g.Value));
        var pruned = config.Groups.Values.Aggregate(VlanSet.Empty, (all, g) => all.Union(g)).Except(kept);
        return pruned.IsEmpty ? words.Allowed : (words.Allowed ?? VlanSet.All).Except(pruned);
    }

    [GeneratedRegex(@"^(transceiver qsfp|service routing protocols model|vlan internal order|mlag configuration|daemon TerminAttr|management api http-commands|switchport default mode|vrf instance )"
        + @"|^interface (Port-Channel\d|Management\d)|^! .*\bEOS|^! ?boot system flash|CONTENT-TYPE: arista|^\s+switchport trunk group ", RegexOptions.Multiline)]
    private static partial Regex Marks();
}
