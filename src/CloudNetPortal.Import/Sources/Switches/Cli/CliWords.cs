using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CloudNetPortal.Domain.Addressing;

namespace CloudNetPortal.Import.Sources.Switches.Cli;

/// <summary>Lines below an interface that all these systems write alike.</summary>
internal static partial class CliWords
{
    public enum Understood
    {
        Read, Known, No,
    }

    public static Understood Read(CliPort words, CliLine line, CliConfig config)
    {
        var isNo = line.Words[0] is "no" or "default";
        var rest = isNo ? line.Words[1..] : line.Words;
        var port = words.Port;
        switch (rest)
        {
            case ["description", .. var text]:
                port.Description = isNo ? null : Cut(string.Join(' ', text).Trim('"'));
                return Understood.Read;
            case ["shutdown", ..]:
                words.Shutdown = !isNo;
                return Understood.Read;
            case ["mtu", var text] when Number(text) is { } mtu and >= 68 and <= 65535:
                port.Mtu = mtu;
                return Understood.Read;
            case ["mtu", ..] when isNo:
                port.Mtu = null;
                return Understood.Read;
            case ["speed", .. var text]:
                port.Speed = isNo ? null : Speed(text);
                return Understood.Read;
            case ["switchport", .. var text]:
                words.HasSwitchWords = true;
                return Switchport(words, text, isNo);
            case ["channel-group", var number, "mode", var mode, ..] when !isNo && Number(number) is { } channel:
                (words.Channel, words.ChannelMode) = (channel, mode.ToLowerInvariant());
                return Understood.Read;
            case ["channel-group", var number, ..] when !isNo && Number(number) is { } channel:
                (words.Channel, words.ChannelMode) = (channel, "on");
                return Understood.Read;
            case ["channel-group", ..] when isNo:
                words.Channel = null;
                return Understood.Read;
            case ["lacp", "rate" or "timer", var rate]:
                words.LacpFast = !isNo && rate == "fast";
                return Understood.Read;
            case ["vrf", _, ..] or ["ip", "vrf", "forwarding", _]:
                port.Vrf = isNo ? null : rest[^1];
                return Understood.Read;
            case ["ip" or "ipv6", "address", .. var text]:
                return isNo || Addresses(port, text) ? Understood.Read : Understood.No;
            case ["encapsulation", "dot1q" or "dot1Q", .. var text] when text.Select(CliVlans.Id).FirstOrDefault(v => v is not null) is { } vlan:
                port.Vlan = vlan;
                return Understood.Read;
            default:
                return KnownWords.IsOfInterface(line) ? Understood.Known : Understood.No;
        }
    }

    private static Understood Switchport(CliPort words, string[] rest, bool isNo)
    {
        switch (rest)
        {
            case []:
                words.IsSwitched = !isNo;
                return Understood.Read;
            case ["mode", ..] when isNo:
                words.Mode = null;
                return Understood.Read;
            case ["mode", var mode, ..]:
                words.Mode = mode.ToLowerInvariant();
                return Understood.Read;
            case ["access", "vlan", ..] when isNo:
                words.Access = null;
                return Understood.Read;
            case ["access", "vlan", var text] when CliVlans.Id(text) is { } vlan:
                words.Access = vlan;
                return Understood.Read;
            case ["trunk", "native", "vlan", ..] when isNo:
                (words.Native, words.TagsNative) = (null, false);
                return Understood.Read;
            case ["trunk", "native", "vlan", "tag"]:
                words.TagsNative = true;
                return Understood.Read;
            case ["trunk", "native", "vlan", var text] when CliVlans.Id(text) is { } vlan:
                words.Native = vlan;
                return Understood.Read;
            case ["trunk", "allowed", "vlan", ..] when isNo:
                words.Allowed = null;
                return Understood.Read;
            case ["trunk", "allowed", "vlan", .. var text]:
                return Allow(words, text) ? Understood.Read : Understood.No;
            case ["trunk", "group"] when isNo:
                words.Groups.Clear();
                return Understood.Read;
            case ["trunk", "group", .. var text] when isNo:
                words.Groups.Remove(string.Join(' ', text));
                return Understood.Read;
            case ["trunk", "group", .. var text]:
                words.Groups.Add(string.Join(' ', text));
                return Understood.Read;
            case ["trunk", "encapsulation" or "pruning", ..]:
                return Understood.Known;
            case [var word, ..] when KnownWords.IsOfSwitchport(word):
                return Understood.Known;
            default:
                return Understood.No;
        }
    }

    // Null is all: what is added to all changes nothing, what is taken away leaves the rest.
    private static bool Allow(CliPort words, string[] text)
    {
        switch (text)
        {
            case ["all"]:
                words.Allowed = null;
                return true;
            case ["none"]:
                words.Allowed = VlanSet.Empty;
                return true;
            case ["add", .. var list] when CliVlans.TryList(string.Concat(list), out var vlans):
                words.Allowed = words.Allowed?.Union(vlans);
                return true;
            case ["remove", .. var list] when CliVlans.TryList(string.Concat(list), out var vlans):
                words.Allowed = (words.Allowed ?? VlanSet.All).Except(vlans);
                return true;
            case ["except", .. var list] when CliVlans.TryList(string.Concat(list), out var vlans):
                words.Allowed = VlanSet.All.Except(vlans);
                return true;
            default:
                if (!CliVlans.TryList(string.Concat(text), out var set))
                    return false;
                words.Allowed = set;
                return true;
        }
    }

    private static bool Addresses(SwitchPort port, string[] text)
    {
        if (text is ["virtual", ..])
            text = text[1..];
        switch (text)
        {
            case [var address, ..] when address.Split('/') is [var host, var length] && IPAddress.TryParse(host, out _) && Number(length) is not null:
                port.Addresses.Add(address);
                return true;
            case [var host, var mask, ..] when IPAddress.TryParse(host, out _) && IPAddress.TryParse(mask, out var bits) && Length(bits) is { } length:
                port.Addresses.Add($"{host}/{length}");
                return true;
            default:
                // dhcp, unnumbered, autoconfig, link-local.
                return text.Length > 0 && !char.IsAsciiDigit(text[0][0]);
        }
    }

    private static int? Length(IPAddress mask)
    {
        var text = string.Concat(mask.GetAddressBytes().Select(b => Convert.ToString(b, 2).PadLeft(8, '0')));
        return text.Length == 32 && text.TrimEnd('0') is var ones && !ones.Contains('0') ? ones.Length : null;
    }

    // “10000”, “forced 1000full”, “100g-4”, “25g”; auto says nothing.
    private static int? Speed(string[] text) =>
        text.Length > 0 && SpeedForm().Match(text[^1]) is { Success: true } match && Number(match.Groups["number"].Value) is { } number
            ? match.Groups["unit"].Value.StartsWith("g", StringComparison.OrdinalIgnoreCase) ? number * 1000 : number : null;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Cut(string text) => text.Length == 0 ? null : text.Length > 255 ? text[..255] : text;

    [GeneratedRegex(@"^(?<number>\d{1,6})(?<unit>g(-\d)?(full)?|full|half)?$", RegexOptions.IgnoreCase)]
    private static partial Regex SpeedForm();
}
