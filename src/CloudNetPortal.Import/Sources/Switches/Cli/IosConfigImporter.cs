using System.Globalization;
using System.Text.RegularExpressions;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;

namespace CloudNetPortal.Import.Sources.Switches.Cli;

/// <summary>
/// Cisco IOS and IOS XE, <c>show running-config</c>. A port with an address, or of a box that switches nowhere, is routed; what may negotiate a trunk is taken as access until
/// it says trunk. Switches that keep VLANs by VTP do not list them here.
/// </summary>
public sealed partial class IosConfigImporter : CliConfigImporter
{
    /// <inheritdoc/>
    public override string Key => "ios-config";
    /// <inheritdoc/>
    public override string Title => "Cisco IOS configuration";

    private protected override string Platform => "Cisco IOS";

    // What only has interface blocks and no mark of another system is IOS or like it; FRR writes them as well.
    private protected override double Own(string text) => Foreign().IsMatch(text) ? 0 : Marks().IsMatch(text) ? 0.9 : Weak().IsMatch(text) ? 0.6 : 0;

    private protected override string LagName(int number) => $"Port-channel{number}";

    private protected override bool ReadOwn(CliLine line, CliConfig config)
    {
        if (line.Is("system", "mtu") && int.TryParse(line.Words[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var mtu))
        {
            config.Mtu = Math.Max(config.Mtu ?? 0, mtu);
            config.Take(line);
            return true;
        }
        if (!line.Is("vtp") && !line.Is("system") && !line.Is("no", "system"))
            return false;
        config.Pass(line);
        return true;
    }

    private protected override void Settle(CliPort words, CliConfig config)
    {
        var port = words.Port;
        port.Enabled = words.Shutdown != true;
        words.TagsNative |= config.TagsNative;
        if (port.Kind is not (InterfaceKind.Physical or InterfaceKind.Bond) || port.IsManagement)
            return;
        var switches = config.Facts.Vlans is not null || config.Words.Values.Any(w => w.HasSwitchWords && w.IsSwitched != false);
        var isSwitched = words.IsSwitched ?? (words.HasSwitchWords || (switches && port.Addresses.Count == 0));
        if (isSwitched && (port.Lag is null || words.HasSwitchWords))
            Switched(words, words.Allowed);
        if (port.Mtu is null && port.Lag is null)
            (port.Mtu, port.MtuWeight) = (config.Mtu ?? 1500, config.Mtu is null ? SourceWeight.Stamped : SourceWeight.Observed);
    }

    [GeneratedRegex(@"^interface (range )?(GigabitEthernet|FastEthernet|TenGigabitEthernet|TwoGigabitEthernet|TwentyFiveGigE|FortyGigabitEthernet|HundredGigE|Port-channel\d)|^(service timestamps|boot-start-marker|spanning-tree extend system-id)|CONTENT-TYPE: cisco\s*$", RegexOptions.Multiline)]
    private static partial Regex Marks();

    [GeneratedRegex(@"^\s+(switchport|ip address|channel-group) ?", RegexOptions.Multiline)]
    private static partial Regex Weak();

    [GeneratedRegex(@"^(frr (version|defaults)|iface |log syslog|service integrated-vtysh-config)|^## Last commit", RegexOptions.Multiline)]
    private static partial Regex Foreign();
}
