using System.Globalization;
using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;
using CloudNetPortal.Import.Sources.Switches.Cabling;

namespace CloudNetPortal.Import.Sources.Switches.Sonic;

/// <summary>
/// SONiC <c>config_db.json</c>, tables one in another or keys with bars. A port switches when a VLAN has it as a member; without a member row it is routed or unused. What is
/// not set up is down. DEVICE_NEIGHBOR is what people wrote down about cables.
/// </summary>
public sealed class SonicConfigImporter : InventoryImporter
{
    // Tables without a fact the catalogue keeps; an unknown one is reported.
    private static readonly HashSet<string> Known = new("""
        AAA ACL_RULE ACL_TABLE ACL_TABLE_TYPE ASIC_SENSORS AUTO_TECHSUPPORT AUTO_TECHSUPPORT_FEATURE BANNER_MESSAGE BGP_ALLOWED_PREFIXES BGP_BBR BGP_DEVICE_GLOBAL BGP_INTERNAL_NEIGHBOR BGP_MONITORS
        BGP_NEIGHBOR BGP_NEIGHBOR_AF BGP_PEER_GROUP BGP_PEER_RANGE BGP_VOQ_CHASSIS_NEIGHBOR BUFFER_PG BUFFER_POOL BUFFER_PORT_EGRESS_PROFILE_LIST BUFFER_PORT_INGRESS_PROFILE_LIST BUFFER_PROFILE
        BUFFER_QUEUE CABLE_LENGTH CHASSIS_MODULE CONSOLE_PORT CONSOLE_SWITCH COPP_GROUP COPP_TRAP CRM DEFAULT_LOSSLESS_BUFFER_PARAMETER DEVICE_NEIGHBOR_METADATA DHCP_RELAY DHCP_SERVER
        DHCPv4_RELAY DNS_NAMESERVER DSCP_TO_TC_MAP DSCP_TO_FC_MAP EXP_TO_FC_MAP FEATURE FINE_GRAINED_ECMP FLEX_COUNTER_TABLE HEARTBEAT KDUMP KUBERNETES_MASTER LLDP LLDP_PORT LOGGER LOOPBACK LOSSLESS_TRAFFIC_PATTERN
        MAP_PFC_PRIORITY_TO_QUEUE MGMT_PORT MGMT_VRF_CONFIG MIRROR_SESSION MUX_CABLE MUX_LINKMGR NAT_POOL NTP NTP_KEY NTP_SERVER NVGRE_TUNNEL PASSW_HARDENING PBH_HASH PBH_HASH_FIELD PBH_RULE
        PBH_TABLE PEER_SWITCH PFC_WD PORT_QOS_MAP PORT_STORM_CONTROL QUEUE RADIUS RADIUS_SERVER RESTAPI ROUTE_MAP ROUTE_REDISTRIBUTE SCHEDULER SERIAL_CONSOLE SFLOW SFLOW_COLLECTOR SFLOW_SESSION SNMP SNMP_AGENT_ADDRESS_CONFIG
        SNMP_COMMUNITY SNMP_USER SSH_SERVER STATIC_ROUTE STP STP_PORT STP_VLAN STP_VLAN_PORT SUPPRESS_VLAN_NEIGH SWITCH SYSLOG_CONFIG SYSLOG_CONFIG_FEATURE SYSLOG_SERVER SYSTEM_DEFAULTS SYSTEM_PORT TACPLUS
        TACPLUS_SERVER TC_TO_PRIORITY_GROUP_MAP TC_TO_QUEUE_MAP TC_TO_DSCP_MAP TC_TO_DOT1P_MAP DOT1P_TO_TC_MAP TELEMETRY TUNNEL TUNNEL_MAP UDLD UDLD_PORT VERSIONS VNET VNET_ROUTE_TUNNEL VOQ_INBAND_INTERFACE VRF
        VXLAN_EVPN_NVO VXLAN_TUNNEL VXLAN_TUNNEL_MAP WATERMARK_TABLE WRED_PROFILE XCVRD_LOG ZTP GNMI MID_PLANE_BRIDGE DPUS DPU DASH MACSEC_PROFILE POLICER BREAKOUT_CFG BREAKOUT_PORTS EVPN_ETHERNET_SEGMENT MCLAG_UNIQUE_IP
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string Key => "sonic-config";
    /// <inheritdoc/>
    public override string Title => "SONiC config_db.json";
    /// <inheritdoc/>
    public override bool SpeaksOfOneDevice => true;

    /// <inheritdoc/>
    public override double Certainty(ImportFile file) => file.Text.AsSpan().TrimStart() is ['{', ..] && file.Text.Contains("\"DEVICE_METADATA", StringComparison.Ordinal)
        && (file.Text.Contains("\"PORT", StringComparison.Ordinal) || file.Text.Contains("\"MGMT_", StringComparison.Ordinal) || file.Text.Contains("\"VLAN", StringComparison.Ordinal)) ? 0.99 : 0;

    /// <inheritdoc/>
    public override string? DeviceIn(ImportFile file) =>
        Entries(JsonText.Parse(file.Text, new ProblemLog(file.Path)).Root as JsonObject).FirstOrDefault(e => e is { Table: "DEVICE_METADATA", Key: ["localhost"] }).Value is { } local && Text(local, "hostname") is { Length: > 0 } name ? name : null;

    /// <inheritdoc/>
    public override void Read(InventoryReading reading)
    {
        var json = JsonText.Parse(reading.File.Text, reading.Log);
        if (json.Root is not JsonObject root || reading.Log.HasErrors)
            return;
        var facts = new SwitchFacts("SONiC");
        var tagged = new Dictionary<string, List<VlanRange>>(StringComparer.Ordinal);
        var untagged = new Dictionary<string, int>(StringComparer.Ordinal);
        var unknown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (table, key, value) in Entries(root))
        {
            var line = json.PlaceOf(value).Line;
            reading.Rows++;
            var isRead = true;
            switch (table, key)
            {
                case ("DEVICE_METADATA", _):
                    break;
                case ("PORT", [var name]):
                    Port(facts.Port(name, line), value);
                    break;
                case ("PORTCHANNEL", [var name]):
                    var lag = facts.Port(name, line);
                    lag.Kind = InterfaceKind.Bond;
                    Port(lag, value);
                    lag.LagMode = Text(value, "static") == "true" ? BondMode.Static : BondMode.Lacp;
                    lag.LacpFast = Text(value, "fast_rate") is { } fast ? fast == "true" : null;
                    break;
                case ("PORTCHANNEL_MEMBER", [var name, var member]):
                    facts.Port(member, line).Lag = name;
                    break;
                case ("VLAN", [var name]) when Vlan(name) is { } vlan:
                    facts.Vlans = (facts.Vlans ?? VlanSet.Empty).Union(VlanSet.Of(vlan));
                    break;
                case ("VLAN_MEMBER", [var name, var member]) when Vlan(name) is { } vlan:
                    facts.Port(member, line);
                    if (Text(value, "tagging_mode") == "tagged")
                        (tagged.TryGetValue(member, out var list) ? list : tagged[member] = []).Add(new VlanRange(vlan, vlan));
                    else if (!untagged.TryAdd(member, vlan))
                        reading.Log.Warning("Two untagged VLANs", $"{member} is an untagged member of VLAN {untagged[member]} and {vlan}; the first one counts.", "Make one of them tagged on the switch.", line, null, null, member);
                    break;
                case ("INTERFACE" or "PORTCHANNEL_INTERFACE" or "VLAN_INTERFACE" or "LOOPBACK_INTERFACE" or "MGMT_INTERFACE" or "VLAN_SUB_INTERFACE", [var name, .. var rest]):
                    Address(facts, table, name, rest, value, line);
                    break;
                case ("DEVICE_NEIGHBOR", [var name]) when Text(value, "name") is { } device && Text(value, "port") is { } port:
                    isRead = DocumentedCable.Say(reading, (reading.Device, name), (device, port), line);
                    break;
                case ("MCLAG_DOMAIN", _):
                    break;
                case ("MCLAG_INTERFACE", [var id, var name]):
                    facts.Port(name, line).MlagGroup = SwitchFacts.MlagGroup($"mclag {id}", name);
                    break;
                default:
                    isRead = Known.Contains(table) || table.StartsWith('_');
                    if (isRead)
                        reading.Ignored++;
                    else if (unknown.Add(table))
                        reading.NotUnderstood(line, table);
                    break;
            }
            reading.Ok += isRead ? 1 : 0;
        }
        foreach (var port in facts.Ports)
        {
            if (port.Name.StartsWith("PortChannel", StringComparison.Ordinal))
                port.Kind = InterfaceKind.Bond;
            int? native = untagged.TryGetValue(port.Name, out var one) ? one : null;
            if (tagged.TryGetValue(port.Name, out var vlans))
                (port.Mode, port.NativeVlan, port.Allowed) = (SwitchPortMode.Trunk, native, VlanSet.Of(native is { } id ? [.. vlans, new VlanRange(id, id)] : vlans));
            else if (native is not null)
                (port.Mode, port.AccessVlan) = (SwitchPortMode.Access, native);
        }
        if (facts.Ports.Count > 0)
            facts.Say(reading);
    }

    private static void Port(SwitchPort port, JsonObject value)
    {
        port.Alias = Text(value, "alias");
        port.Description = Text(value, "description");
        port.Mtu = Number(value, "mtu");
        port.Speed = Number(value, "speed");
        port.Enabled = Text(value, "admin_status") == "up";
    }

    private static void Address(SwitchFacts facts, string table, string name, string[] rest, JsonObject value, int line)
    {
        var port = facts.Port(name, line);
        if (table == "VLAN_INTERFACE" && Vlan(name) is { } routed)
            (port.Kind, port.Vlan) = (InterfaceKind.Vlan, routed);
        if (table == "LOOPBACK_INTERFACE")
            port.Kind = InterfaceKind.Virtual;
        port.IsManagement |= table == "MGMT_INTERFACE";
        if (table == "VLAN_SUB_INTERFACE")
            (port.Kind, port.Parent, port.Vlan) = (InterfaceKind.Vlan, name.Split('.')[0], Number(value, "vlan") ?? (int.TryParse(name.Split('.')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var own) ? own : null));
        if (Text(value, "vrf_name") is { } vrf)
            port.Vrf = vrf;
        if (rest is [var address] && address.Contains('/'))
            port.Addresses.Add(address);
    }

    private static IEnumerable<(string Table, string[] Key, JsonObject Value)> Entries(JsonObject? root)
    {
        foreach (var (name, node) in root ?? [])
        {
            if (node is not JsonObject table)
                continue;
            var parts = name.Split('|');
            if (parts.Length > 1)
                yield return (parts[0], parts[1..], table);
            else
                foreach (var (key, entry) in table)
                    yield return (name, key.Split('|'), entry as JsonObject ?? []);
        }
    }

    private static int? Vlan(string name) => name.StartsWith("Vlan", StringComparison.Ordinal) && int.TryParse(name.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id is >= 1 and <= 4094 ? id : null;

    private static string? Text(JsonObject value, string name) => value[name] is JsonValue text ? text.ToString() : null;

    private static int? Number(JsonObject value, string name) => int.TryParse(Text(value, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
