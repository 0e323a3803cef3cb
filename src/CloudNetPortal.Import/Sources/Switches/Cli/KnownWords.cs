namespace CloudNetPortal.Import.Sources.Switches.Cli;

/// <summary>
/// Words that are known and say nothing the catalogue keeps: routing, access, monitoring, quality of service. What is neither read nor here is reported. One list for
/// EOS, IOS and NX-OS: a word means the same wherever it occurs.
/// </summary>
internal static class KnownWords
{
    private static readonly HashSet<string> Top = Set("""
        aaa access-list address-family agent alias aliases archive arp as-path authentication auto banner bfd boot boot-start-marker boot-end-marker bridge-domain buffers call-home cdp cfs
        class-map clock cluster command community-list control-plane control-api copp crypto cts daemon default device-tracking diagnostic dial-peer dns dot1x email enable end environment epm errdisable
        event event-handler event-manager event-monitor evpn exception exit exit-address-family fabric feature fips firewall flow forwarding hardware hw-module icam igmp import install ip ipv6 key l2
        lacp ldap license line link lldp load-interval logging mac mac-address-table management mark match memory metadata mls mode monitor mpls multilink multicast nat netconf-yang network-clock ntp nv
        object-group ospf parser password patch peer permit platform poe policy-map port-channel port-security power prefix-list privilege prompt ptp qos queue-monitor radius radius-server redundancy resource
        rmon role route-map route-target router routing sampler scheduler schedule sdm security service session sflow shutdown snmp snmp-server spanning-tree ssh standby storm-control subscriber switch
        tacacs tacacs-server tap telemetry telnet terminal time-range tracking track traffic-policy transceiver transport trustpoint udld username user vdc version virtual-service vrf vrrp vstack vxlan
        wrr-queue xconnect zone
        """);

    private static readonly HashSet<string> Interface = Set("""
        arp autostate bandwidth beacon bfd bgp carrier-delay cdp channel-protocol clns cts dampening delay device-tracking dot1x downshift duplex errdisable error-correction fabric fec fex flowcontrol
        forwarding hardware hold-queue hsrp ip ipv6 isis keepalive l2-protocol l2protocol lacp link link-debounce lldp load-interval logging mac mac-address macro macsec management mdix media-type medium mls
        mpls multicast mvr negotiate negotiation nmsp ntp ospf ospfv3 packet peer phy pim platform policy-map poe port port-channel power priority-flow-control priority-queue ptp qos queue queue-set
        rate-mode rmon routing service-policy sflow shape snmp source-interface spanning-tree srr-queue standby storm-control traffic-policy transceiver trust tx-queue uc-tx-queue udld unidirectional
        vrrp vtp vxlan wrr-queue xconnect host-reachability advertise member ingress-replication suppress-arp nat redundancy identifier exit
        """);

    private static readonly HashSet<string> Switchport = Set("""
        voice nonegotiate port-security block host monitor phone protected priority mac-address autostate dot1q backup source-interface tap tool monitor-session isolated
        """);

    private static readonly HashSet<string> Vlan = Set("name remote-span vn-segment mode multicast private-vlan ip ipv6 mac fabric xconnect media mtu uplink exit member tb-vlan1 tb-vlan2 said stp bridge");

    /// <summary>At the beginning of a line that is not indented.</summary>
    public static bool IsTop(CliLine line) => Top.Contains(Key(line));

    /// <summary>Below an interface.</summary>
    public static bool IsOfInterface(CliLine line) => Interface.Contains(Key(line));

    /// <summary>Behind <c>switchport</c>.</summary>
    public static bool IsOfSwitchport(string word) => Switchport.Contains(word);

    /// <summary>Below a VLAN.</summary>
    public static bool IsOfVlan(CliLine line) => Vlan.Contains(Key(line));

    private static string Key(CliLine line) => line.Words[0] is "no" or "default" && line.Words.Length > 1 ? line.Words[1] : line.Words[0];

    private static HashSet<string> Set(string words) => new(words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
