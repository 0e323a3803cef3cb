using System.Globalization;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;

namespace CloudNetPortal.Import.Sources.Switches.Junos;

/// <summary>A Junos configuration while it is read: names of VLANs are known only when everything was seen.</summary>
internal sealed class JunosConfig(InventoryReading reading)
{
    public enum Understood
    {
        Read, Known, No,
    }

    // What is not here, below interfaces or vlans, is reported.
    private static readonly HashSet<string> Top = new("""
        version system chassis protocols routing-options policy-options policy firewall forwarding-options snmp security switch-options access applications class-of-service services
        event-options virtual-chassis poe ethernet-switching-options apply-groups dynamic-profiles multi-chassis accounting-options multicast-snooping-options session-limit-group unified-edge
        vmhost diagnostics redundant-power-system
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    private static readonly HashSet<string> OfPort = new("""
        encapsulation vlan-tagging flexible-vlan-tagging hold-time gigether-options ether-options aggregated-ether-options speed link-mode fec optics-options otn-options traps no-traps
        keepalives damping multicast-router-interface forwarding-class-accounting l2-domain-id-for-l3 fabric-options redundant-ether-options media-type accounting-profile mac
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    private static readonly HashSet<string> OfUnit = new("""
        description disable bandwidth encapsulation proxy-arp proxy-macip-advertisement no-proxy-macip-advertisement mac virtual-gateway-accept-data virtual-gateway-v4-mac virtual-gateway-v6-mac
        virtual-gateway-esi arp-resp no-traps traps statistics accounting-profile no-dhcp-flood dhcp-flood
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    private static readonly HashSet<string> OfVlan = new("""
        description l3-interface vxlan switch-options forwarding-options private-vlan isolated-vlan community-vlans dot1q-tunneling no-local-switching mcae-mac-synchronize service-id domain-type
        mac-table-size filter multicast-snooping-options
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    private readonly Dictionary<string, VlanSet> _vlans = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _routed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _vrfs = new(StringComparer.Ordinal);
    private readonly Dictionary<SwitchPort, JunosPort> _switching = [];
    private readonly HashSet<string> _groups = new(StringComparer.Ordinal);

    public SwitchFacts Facts { get; } = new("Juniper Junos");

    /// <summary>The statements with those of an interface range once for each of its members.</summary>
    public static IEnumerable<JunosStatement> Spread(List<JunosStatement> statements)
    {
        var ranges = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var statement in statements)
            switch (statement.Path)
            {
                case ["interfaces", "interface-range", var name, "member", var member]:
                    Members(name).AddRange(NameRange.Expand(member));
                    break;
                case ["interfaces", "interface-range", var name, "member-range", var first, "to", var last] when first.LastIndexOf('/') is var cut and > 0 && last.StartsWith(first[..(cut + 1)], StringComparison.Ordinal):
                    Members(name).AddRange(NameRange.Expand($"{first[..(cut + 1)]}[{first[(cut + 1)..]}-{last[(cut + 1)..]}]"));
                    break;
            }
        foreach (var statement in statements)
            if (statement.Path is ["interfaces", "interface-range", var name, .. var rest] && rest is not ["member" or "member-range", ..] && ranges.TryGetValue(name, out var members))
                foreach (var member in members)
                    yield return statement with { Path = ["interfaces", member, .. rest] };
            else
                yield return statement;

        List<string> Members(string name) => ranges.TryGetValue(name, out var known) ? known : ranges[name] = [];
    }

    public Understood Read(JunosStatement statement)
    {
        switch (statement.Path)
        {
            case ["system", "host-name", ..] or ["interfaces", "interface-range", _, "member" or "member-range", ..]:
                return Understood.Read;
            case ["interfaces", var name, .. var rest]:
                return Interface(name, rest, statement);
            case ["vlans" or "bridge-domains", var name, .. var rest]:
                return Vlan(name, rest, statement);
            case ["routing-instances", var instance, "interface", var name, ..]:
                _vrfs[name] = instance;
                return Understood.Read;
            case ["routing-instances", _, var word, ..]:
                return word is "bridge-domains" or "vlans" ? Understood.No : Understood.Known;
            // Statements of a group stand elsewhere once the group is applied; said once for each group.
            case ["groups", var group, "interfaces" or "vlans" or "bridge-domains", ..]:
                return _groups.Add(group) ? Understood.No : Understood.Known;
            case ["groups", ..]:
                return Understood.Known;
            case [var word, ..]:
                return Top.Contains(word) ? Understood.Known : Understood.No;
            default:
                return Understood.No;
        }
    }

    public void Finish()
    {
        foreach (var (name, instance) in _vrfs)
            if (Facts.Find(name) is { } port)
                port.Vrf = instance;
        foreach (var (name, vlan) in _routed)
            if (Facts.Find(name) is { } port && _vlans.TryGetValue(vlan, out var ids) && ids.Count == 1)
                port.Vlan = ids.Highest;
        Facts.Vlans = _vlans.Count == 0 ? null : _vlans.Values.Aggregate(VlanSet.Of(1), (all, set) => all.Union(set));
        foreach (var (port, words) in _switching)
            words.Settle(port, Resolve);
        foreach (var group in Facts.Ports.Where(p => p.Lag is not null).GroupBy(p => p.Lag!).ToList())
        {
            var lag = Facts.Port(group.Key, group.First().Line);
            lag.Kind = InterfaceKind.Bond;
            // Without lacp the LAG is static.
            lag.LagMode ??= BondMode.Static;
        }
        foreach (var port in Facts.Ports.Where(p => p.Mode is not null && p.Mtu is null && p.Lag is null))
            (port.Mtu, port.MtuWeight) = (1500, SourceWeight.Stamped);
    }

    private Understood Interface(string name, string[] rest, JunosStatement statement)
    {
        if (name is "apply-groups" or "traceoptions")
            return Understood.Known;
        if (name.Contains('<') || name.Contains('*'))
            return Understood.No;
        if (name is "irb" or "vlan" && rest is not ["unit", ..])
            return Understood.Known;
        if (rest is ["unit", var unit, .. var below])
            return Unit(name, unit, below, statement);
        var port = Port(name, statement.Line);
        switch (rest)
        {
            case []:
                return Understood.Read;
            case ["description", var text]:
                port.Description = text.Length > 255 ? text[..255] : text;
                return Understood.Read;
            case ["disable"]:
                port.Enabled = false;
                return Understood.Read;
            // The number counts the Ethernet header, the catalogue counts what is inside.
            case ["mtu", var text] when Number(text) is { } mtu and > 82:
                port.Mtu = mtu - 14;
                return Understood.Read;
            case ["native-vlan-id", var text] when Number(text) is { } native:
                Switching(port).Native = native;
                return Understood.Read;
            case ["speed", var text] when Number(text.TrimEnd('g', 'm')) is { } speed:
                port.Speed = text.EndsWith('g') ? speed * 1000 : speed;
                return Understood.Read;
            case ["gigether-options" or "ether-options" or "fastether-options", "802.3ad", var lag, ..] when lag.StartsWith("ae", StringComparison.Ordinal):
                port.Lag = lag;
                return Understood.Read;
            case ["aggregated-ether-options", "lacp", .. var lacp]:
                port.LagMode = BondMode.Lacp;
                port.LacpFast = lacp is ["periodic", "fast"] ? true : port.LacpFast;
                return Understood.Read;
            case ["aggregated-ether-options", "mc-ae", "mc-ae-id", var id]:
                port.MlagGroup = $"mc-ae {id}";
                return Understood.Read;
            case ["esi", var id, ..] when id.Contains(':'):
                port.MlagGroup = $"ESI {id}";
                return Understood.Read;
            case ["esi", ..]:
                return Understood.Known;
            default:
                return OfPort.Contains(rest[0]) ? Understood.Known : Understood.No;
        }
    }

    private Understood Unit(string name, string unit, string[] rest, JunosStatement statement)
    {
        var isRouted = name is "irb" or "vlan";
        // Unit 0 is the port itself; other units are its sub-interfaces.
        var port = isRouted || unit != "0" ? Port($"{name}.{unit}", statement.Line) : Port(name, statement.Line);
        switch (rest)
        {
            case ["family", "ethernet-switching" or "bridge", .. var words]:
                return Switching(Port(name, statement.Line)).Read(words, statement.Line);
            case ["family", "inet" or "inet6", "address", var address, ..]:
                if (address.Contains('/'))
                    port.Addresses.Add(address);
                return Understood.Read;
            case ["family", ..]:
                return Understood.Known;
            case ["vlan-id", var text] when Number(text) is { } vlan:
                port.Vlan = vlan;
                return Understood.Read;
            case []:
                return Understood.Read;
            default:
                return OfUnit.Contains(rest[0]) ? Understood.Known : Understood.No;
        }
    }

    private Understood Vlan(string name, string[] rest, JunosStatement statement)
    {
        switch (rest)
        {
            case ["vlan-id", var text] when Number(text) is { } id and >= 1 and <= 4094:
                _vlans[name] = _vlans.GetValueOrDefault(name, VlanSet.Empty).Union(VlanSet.Of(id));
                return Understood.Read;
            case ["vlan-id-list" or "vlan-range", var text] when VlanSet.TryParse(text, out var set, out _):
                _vlans[name] = _vlans.GetValueOrDefault(name, VlanSet.Empty).Union(set);
                return Understood.Read;
            case ["vlan-id", "none" or "all"]:
                return Understood.Known;
            case ["l3-interface" or "routing-interface", var port]:
                _routed[port] = name;
                return Understood.Read;
            // The older way: the VLAN names its ports.
            case ["interface", var port, ..]:
                Switching(Port(port.EndsWith(".0", StringComparison.Ordinal) ? port[..^2] : port, statement.Line)).Members.Add((name, statement.Line));
                return Understood.Read;
            case []:
                return Understood.Read;
            default:
                return OfVlan.Contains(rest[0]) ? Understood.Known : Understood.No;
        }
    }

    private VlanSet? Resolve(string member, int line)
    {
        if (member == "all")
            return VlanSet.All;
        if (_vlans.TryGetValue(member, out var named))
            return named;
        if (VlanSet.TryParse(member, out var set, out _))
            return set;
        if (member == "default")
            return VlanSet.Of(1);
        reading.Log.Error("VLAN without a number", $"No VLAN of the configuration is called {member}.", "Add the VLAN with its vlan-id, or correct the name.", line, null, "members", member);
        return null;
    }

    private SwitchPort Port(string name, int line)
    {
        if (Facts.Find(name) is { } known)
            return known;
        var port = Facts.Port(name, line);
        var dot = name.IndexOf('.');
        if (name.StartsWith("irb.", StringComparison.Ordinal) || name.StartsWith("vlan.", StringComparison.Ordinal))
            port.Kind = InterfaceKind.Vlan;
        else if (dot > 0)
        {
            (port.Kind, port.Parent) = (InterfaceKind.Vlan, name[..dot]);
            Port(name[..dot], line);
        }
        else if (name.StartsWith("ae", StringComparison.Ordinal))
            port.Kind = InterfaceKind.Bond;
        else if (name.StartsWith("lo", StringComparison.Ordinal) || name.StartsWith("vtep", StringComparison.Ordinal) || name.StartsWith("gr-", StringComparison.Ordinal) || name.StartsWith("st0", StringComparison.Ordinal))
            port.Kind = InterfaceKind.Virtual;
        port.IsManagement = name is "me0" or "vme" or "fxp0" or "em0" or "em1" or "re0:mgmt-0";
        port.Enabled = true;
        return port;
    }

    private JunosPort Switching(SwitchPort port) => _switching.TryGetValue(port, out var words) ? words : _switching[port] = new JunosPort();

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
