using System.Globalization;
using System.Net;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;

namespace CloudNetPortal.Import.Sources.Switches.Linux;

/// <summary>The interfaces of one file while it is read.</summary>
internal sealed class IfupdownNetwork(InventoryReading reading)
{
    private static readonly HashSet<string> Known = new("""
        pre-up up post-up pre-down down post-down hwaddress gateway dns-nameservers dns-search dns-domain dns-nameserver broadcast network metric pointopoint scope preferred-lifetime accept-ra
        autoconf dad-attempts privext link-autoneg link-duplex link-fec link-lanes vxlan-local-tunnelip vxlan-remoteip vxlan-learning vxlan-ageing vxlan-port vxlan-mcastgrp vxlan-physdev
        clagd-peer-ip clagd-backup-ip clagd-priority clagd-vxlan-anycast-ip clagd-args clagd-enable vrf-default-route bridge-learning bridge-arp-nd-suppress bridge-stp bridge-fd 
        bridge-mcsnoop bridge-mcquerier bridge-ageing bridge-maxwait bridge-waitport bridge-igmp-querier-src bridge-igmp-version bridge-priority bridge-hashel
        bridge-unicast-flood bridge-multicast-flood bridge-portprios bridge-pathcosts bridge-portmcfl bridge-portmcrouter bridge-mclmi bridge-hw bond-miimon bond-downdelay
        bond-updelay bond-use-carrier bond-min-links bond-xmit-hash-policy bond-num-grat-arp bond-num-unsol-na bond-primary 
        bond-lacp-bypass-allow bond-ad-sys-mac-addr bond-ad-sys-priority bond-ad-actor-sys-prio mstpctl-portbpdufilter mstpctl-bpduguard mstpctl-portadminedge mstpctl-treeprio
        mstpctl-portnetwork mstpctl-portrestrrole mstpctl-portautoedge mstpctl-maxage mstpctl-fdelay mstpctl-hello arp-accept ip-forward ip6-forward ip-forwarding ipv6-addrgen mpls-enable ovs-type address-virtual-ipv6-addr-gen
        batman-ifaces wpa-ssid wpa-psk tunnel-mode tunnel-endpoint tunnel-local
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    private sealed class Words
    {
        public bool IsVlanAware { get; set; }
        public VlanSet? Vids { get; set; }
        public int? Pvid { get; set; }
        public int? Access { get; set; }
        public bool RefusesUntagged { get; set; }
        public string? ClagId { get; set; }
        public string? Netmask { get; set; }
        public bool IsBond { get; set; }
        public string? BondMode { get; set; }
        public bool HasTable { get; set; }
    }

    private readonly SwitchFacts _facts = new("Cumulus Linux");
    private readonly Dictionary<string, Words> _words = new(StringComparer.Ordinal);
    private SwitchPort? _port;
    private string? _system;
    private bool _isL2;

    /// <summary>True until the first stanza.</summary>
    public bool IsBefore => _words.Count == 0 && _port is null;

    /// <summary>Reads a line: true when it is kept, false when it is known and nothing of it is, null when it is not understood.</summary>
    public bool? Read(string[] words, int line)
    {
        switch (words)
        {
            case ["auto", ..] or ["mapping", ..] or ["no-auto-down", ..] or ["no-scripts", ..]:
                return false;
            case [var allow, ..] when allow.StartsWith("allow-", StringComparison.Ordinal):
                return false;
            // Other files are uploaded beside this one.
            case ["source" or "source-directory", ..]:
                return null;
            case ["iface", var name, .. var how]:
                (_port, _isL2) = (Port(name, line), false);
                return how is [_, "inherits", ..] or ["inherits", ..] ? null : true;
            // What follows is of the VLAN on the bridge, not of a port.
            case ["vlan", _]:
                _isL2 = true;
                return false;
            default:
                return _port is null ? null : _isL2 ? false : Option(_port, Of(_port), words, line);
        }
    }

    /// <summary>Concludes what the whole file says and writes it down.</summary>
    public void Finish()
    {
        foreach (var (name, words) in _words.ToList())
            if (words.IsVlanAware)
            {
                reading.Draft.Filtering[(reading.Device, name)] = true;
                foreach (var port in _facts.Ports.Where(p => p.Bridge == name && p.Kind != InterfaceKind.Vxlan))
                    Switch(port, Of(port), words);
            }
        var isCumulus = _words.Values.Any(w => w.IsVlanAware || w.HasTable) || _facts.Ports.Any(p => p.Name.StartsWith("swp", StringComparison.Ordinal));
        foreach (var port in _facts.Ports)
        {
            var words = Of(port);
            if (words.IsBond)
                port.LagMode = Mode(words.BondMode ?? (isCumulus ? "802.3ad" : "balance-rr"));
            if (words.ClagId is { } id)
                port.MlagGroup = SwitchFacts.MlagGroup(_system, id);
            if (words.Netmask is { } mask && port.Addresses.Count > 0)
                port.Addresses[0] = $"{port.Addresses[0].Split('/')[0]}/{Length(mask)}";
            if (isCumulus && port.Name == "eth0")
                port.IsManagement = true;
        }
        if (isCumulus)
            _facts.Say(reading);
        else
            foreach (var port in _facts.Ports)
                port.Say(reading);
    }

    private static void Switch(SwitchPort port, Words own, Words bridge)
    {
        var native = own.RefusesUntagged ? (int?)null : own.Pvid ?? bridge.Pvid ?? 1;
        var vids = own.Vids ?? bridge.Vids ?? VlanSet.Empty;
        if (own.Access is null && !vids.IsEmpty)
            (port.Mode, port.NativeVlan, port.Allowed) = (SwitchPortMode.Trunk, native, native is { } id ? vids.Union(VlanSet.Of(id)) : vids);
        else
            (port.Mode, port.AccessVlan) = (SwitchPortMode.Access, own.Access ?? native);
    }

    private bool? Option(SwitchPort port, Words words, string[] line, int number)
    {
        var rest = line[1..];
        switch (line[0].Replace('_', '-'))
        {
            case "address":
                port.Addresses.Add(rest.Length == 0 ? "" : rest[0].Contains('/') ? rest[0] : rest[0] + (rest[0].Contains(':') ? "/128" : "/32"));
                return rest.Length > 0;
            case "address-virtual":
                port.Addresses.AddRange(rest.Where(a => a.Contains('/')));
                return true;
            case "netmask":
                words.Netmask = rest.FirstOrDefault();
                return true;
            case "mtu" when Number(rest) is { } mtu and >= 68 and <= 65535:
                port.Mtu = mtu;
                return true;
            case "alias":
                port.Description = string.Join(' ', rest);
                return true;
            case "link-speed" when Number(rest) is { } speed and > 0:
                port.Speed = speed;
                return true;
            case "link-down":
                port.Enabled = rest is not ["yes" or "on" or "1", ..];
                return true;
            case "vrf":
                port.Vrf = rest.FirstOrDefault();
                return true;
            case "vrf-table":
                (port.Kind, words.HasTable) = (InterfaceKind.Virtual, true);
                return true;
            case "bond-slaves" or "slaves":
                return Members(port, words, rest, number);
            case "bond-mode":
                (words.IsBond, words.BondMode, port.Kind) = (true, rest.FirstOrDefault(), InterfaceKind.Bond);
                return true;
            case "bond-lacp-rate":
                port.LacpFast = rest is ["1" or "fast", ..];
                return true;
            case "use":
                port.Kind = rest is ["bond"] ? InterfaceKind.Bond : rest is ["bridge"] ? InterfaceKind.Bridge : port.Kind;
                return rest is ["bond" or "bridge" or "vlan" or "vxlan" or "dhcp" or "loopback" or "static", ..] ? true : null;
            case "requires":
                return port.Kind == InterfaceKind.Bond ? Members(port, words, rest, number) : port.Kind == InterfaceKind.Bridge ? Bridged(port, rest, number) : false;
            case "bridge-ports":
                return Bridged(port, rest, number);
            case "bridge-vlan-aware":
                words.IsVlanAware = rest is ["yes" or "on" or "1", ..];
                return true;
            case "bridge-vids" or "bridge-trunk" when VlanSet.TryParse(string.Join(',', rest), out var vids, out _):
                words.Vids = vids;
                return true;
            case "bridge-pvid" when Id(rest) is { } pvid:
                words.Pvid = pvid;
                return true;
            case "bridge-access" when Id(rest) is { } access:
                words.Access = access;
                return true;
            case "bridge-allow-untagged":
                words.RefusesUntagged = rest is ["no" or "off" or "0", ..];
                return true;
            case "vlan-id" when Id(rest) is { } vlan:
                (port.Kind, port.Vlan) = (InterfaceKind.Vlan, vlan);
                return true;
            case "vlan-raw-device" when rest.Length == 1:
                (port.Kind, port.Parent) = (InterfaceKind.Vlan, rest[0]);
                return true;
            case "vxlan-id":
                port.Kind = InterfaceKind.Vxlan;
                return true;
            case "clag-id":
                words.ClagId = rest.FirstOrDefault();
                return true;
            case "clagd-sys-mac":
                _system = rest.FirstOrDefault();
                return true;
            default:
                return Known.Contains(line[0].Replace('_', '-')) ? false : null;
        }
    }

    private bool? Members(SwitchPort bond, Words words, string[] names, int line)
    {
        (bond.Kind, words.IsBond) = (InterfaceKind.Bond, true);
        foreach (var name in Names(names))
            Port(name, line).Lag = bond.Name;
        return names.Contains("regex") ? null : true;
    }

    private bool? Bridged(SwitchPort bridge, string[] names, int line)
    {
        bridge.Kind = InterfaceKind.Bridge;
        foreach (var name in Names(names))
            Port(name, line).Bridge = bridge.Name;
        return names.Contains("regex") ? null : true;
    }

    // glob swp1-4: all names of the range.
    private static IEnumerable<string> Names(string[] words) => words.TakeWhile(w => w != "regex").Where(w => w is not ("glob" or "none" or "all"))
        .SelectMany(w => w.Split('-') is [var first, var last] && last.All(char.IsAsciiDigit) && first.TrimEnd([.. "0123456789"]) is { Length: > 0 } stem && stem.Length < first.Length
            ? NameRange.Expand($"{stem}[{first[stem.Length..]}-{last}]") : [w]);

    private SwitchPort Port(string name, int line)
    {
        if (_facts.Find(name) is { } known)
            return known;
        var port = _facts.Port(name, line);
        port.AddressWeight = SourceWeight.Documented;
        port.Enabled = true;
        var dot = name.LastIndexOf('.');
        if (dot > 0 && int.TryParse(name.AsSpan(dot + 1), out var vlan) && vlan is >= 1 and <= 4094)
            (port.Kind, port.Parent, port.Vlan) = (InterfaceKind.Vlan, name[..dot], vlan);
        else if (name is "lo" || name.StartsWith("dummy", StringComparison.Ordinal))
            port.Kind = InterfaceKind.Virtual;
        else if (name.StartsWith("vlan", StringComparison.Ordinal) && int.TryParse(name.AsSpan(4), out var own) && own is >= 1 and <= 4094)
            (port.Kind, port.Vlan) = (InterfaceKind.Vlan, own);
        return port;
    }

    private Words Of(SwitchPort port) => _words.TryGetValue(port.Name, out var words) ? words : _words[port.Name] = new Words();

    private static BondMode Mode(string text) => text switch
    {
        "802.3ad" or "4" or "lacp" => BondMode.Lacp, "active-backup" or "1" => BondMode.ActiveBackup, "balance-xor" or "2" => BondMode.BalanceXor, "broadcast" or "3" => BondMode.Broadcast,
        "balance-tlb" or "5" => BondMode.BalanceTlb, "balance-alb" or "6" => BondMode.BalanceAlb, _ => BondMode.BalanceRoundRobin,
    };

    private static int? Length(string mask) => int.TryParse(mask, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length
        : IPAddress.TryParse(mask, out var bits) ? bits.GetAddressBytes().Sum(b => System.Numerics.BitOperations.PopCount(b)) : null;

    private static int? Number(string[] rest) => rest.Length > 0 && int.TryParse(rest[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Id(string[] rest) => Number(rest) is { } id and >= 1 and <= 4094 ? id : null;
}
