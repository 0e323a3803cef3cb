using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Tests.Truth;

/// <summary>
/// Labs of other people with switches of several makers, judged from their outputs alone. Their servers have no bridge and nobody wrote down their cables: each server
/// gets the bridge CloudStack needs, and the wires are those LACP and the address tables of the switches show. Then one thing is changed in one file, as if the box were
/// set up that way: the rule that should tell does, and no other. Needs the collection beside the repository.
/// </summary>
public sealed class SwitchLabTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly Dictionary<string, LabOf> Labs = new()
    {
        ["suzieq-eos"] = new("bond0", [("server101", "172.16.1", ["leaf01 Ethernet3", "leaf02 Ethernet3"]), ("server102", "172.16.3", ["leaf01 Ethernet4", "leaf02 Ethernet4"])], [("leaf01 Ethernet5", "leaf02 Ethernet5"), ("leaf01 Ethernet6", "leaf02 Ethernet6")]),
        ["suzieq-nxos"] = new("bond0", [("server101", "172.16.1", ["leaf01 Ethernet1/3", "leaf02 Ethernet1/3"]), ("server102", "172.16.3", ["leaf01 Ethernet1/4", "leaf02 Ethernet1/4"])], [("leaf01 Ethernet1/5", "leaf02 Ethernet1/5"), ("leaf01 Ethernet1/6", "leaf02 Ethernet1/6")]),
        ["suzieq-cumulus-ospf-ibgp"] = new("bond0", [("server101", "172.16.1", ["leaf01 swp5", "leaf02 swp5"]), ("server102", "172.16.2", ["leaf01 swp6", "leaf02 swp6"])], [("leaf01 swp3", "leaf02 swp3"), ("leaf01 swp4", "leaf02 swp4")], 1),
        ["suzieq-junos"] = new("eth1", [("server101", "172.16.1", ["leaf01 xe-0/0/2"]), ("server102", "172.16.3", ["leaf01 xe-0/0/3"])], []),
    };

    // Findings of the labs as they are, looked at and judged true: EOS carries 9214 bytes and a port of Junos 1514 at its default, the servers send up to 9216; only the links
    // between switches were heard by LLDP and not all of their cables are written down; a server of the Junos lab has one wire; guests share the wire of management.
    private static readonly Dictionary<string, string> True = new()
    {
        ["suzieq-eos"] = "CNP0201b CNP2009 CNP6201", ["suzieq-nxos"] = "CNP0201b CNP2009", ["suzieq-cumulus-ospf-ibgp"] = "CNP0201b CNP2009", ["suzieq-junos"] = "CNP0201b CNP2009 CNP6201 CNP6301",
    };

    private const string Ip = "server101/ip_-d_address_show.txt";

    /// <summary>Lab, what is wrong, the changes as file, pattern and replacement, and the rules that tell.</summary>
    public static TheoryData<string, string, string[], string> Faults => new()
    {
        { "suzieq-eos", "a port of leaf01 is shut down", ["leaf01/running-config.txt", @"(interface Ethernet3\n)", "$1   shutdown\n", "leaf01/show_interfaces.json", @"(""name"": ""Ethernet3"",\s+""interfaceStatus"": )""connected""", "$1\"disabled\""], "CNP6002" },
        { "suzieq-eos", "a port of leaf01 has no link", ["leaf01/show_interfaces.json", @"(""name"": ""Ethernet3"",\s+""interfaceStatus"": )""connected""", "$1\"notconnect\""], "CNP6002" },
        { "suzieq-eos", "a LAG of leaf02 is static", ["leaf02/running-config.txt", @"(interface Ethernet3\n   channel-group 3 mode )active", "$1on"], "CNP6101" },
        { "suzieq-eos", "a LAG of leaf02 has another number in the pair", ["leaf02/running-config.txt", @"(interface Port-Channel3\n(   .*\n)*   mlag )3", "${1}33"], "CNP6102" },
        { "suzieq-eos", "a LAG of leaf02 is in another VLAN", ["leaf02/running-config.txt", @"(interface Port-Channel3\n(   .*\n)*   switchport access vlan )10", "${1}30"], "CNP5103 CNP5104" },
        { "suzieq-eos", "the VLAN of a server does not exist on leaf02", ["leaf02/running-config.txt", @"\nvlan 10,30\n", "\nvlan 30\n", "leaf02/show_vlan_brief.json", @"""10"": (\{\s+""status"": )""active""", "\"10\": $1\"suspended\""], "CNP5103" },
        { "suzieq-eos", "a port of leaf02 left its LAG", ["leaf02/running-config.txt", @"(interface Ethernet3\n)   channel-group 3 mode active", "$1   switchport access vlan 10", "leaf02/show_interfaces.json", @"Member of Port-Channel3", ""], "CNP6101" },
        { "suzieq-eos", "leaf01 hears leaf02 on another port", ["leaf01/show_lldp_neighbors_detail.json", @"\\""Ethernet6\\""", "\\\"Ethernet2\\\""], "CNP0201" },
        { "suzieq-eos", "nobody answers a leg", [Ip, @"(perm_hwaddr 52:54:00:65:a1:0d .*ad_actor_oper_port_state )63", "${1}69"], "CNP6101" },
        { "suzieq-eos", "a leg is in another aggregator", [Ip, @"(perm_hwaddr 52:54:00:65:a1:0d .*ad_aggregator_id )2", "${1}1"], "CNP6102" },
        { "suzieq-eos", "a leg has no link", [Ip, @"(eth1: <)(BROADCAST,MULTICAST,SLAVE,UP),LOWER_UP", "$1NO-CARRIER,$2"], "CNP6002" },
        { "suzieq-eos", "a leg is shut down", [Ip, @"(eth1: <BROADCAST,MULTICAST,SLAVE),UP,LOWER_UP", "$1"], "CNP6002" },
        { "suzieq-eos", "a server has an address of another", [Ip, @"52:54:00:65:a1:0d", "52:54:00:65:a1:0e", "server102/ip_-d_address_show.txt", @"(eth1: .*\n.*\n.*perm_hwaddr )\S+", "${1}52:54:00:65:a1:0e"], "CNP0101" },
        { "suzieq-eos", "a server has no LACP", [Ip, @"bond mode 802\.3ad", "bond mode active-backup"], "CNP6101" },
        { "suzieq-eos", "a bridge lost its bond", [Ip, @" master cloudbr0", ""], "CNP3101" },
        { "suzieq-eos", "two servers changed ports", ["cables.csv", @"server101,dcim.interface,eth1,leaf01,dcim.interface,Ethernet3", "server101,dcim.interface,eth1,leaf01,dcim.interface,Ethernet4", "cables.csv", @"server102,dcim.interface,eth1,leaf01,dcim.interface,Ethernet4", "server102,dcim.interface,eth1,leaf01,dcim.interface,Ethernet3"], "CNP5103 CNP5104 CNP6102" },

        { "suzieq-nxos", "a port of leaf01 is shut down", ["leaf01/show_running-config_exclude_security.txt", @"(interface Ethernet1/3\n)", "$1  shutdown\n", "leaf01/show_interface_brief.json", @"(""interface"":""Ethernet1/3"".*?""state"":)""up"",""state_rsn_desc"":""none""", "$1\"down\",\"state_rsn_desc\":\"Administratively down\"", "leaf01/show_interface.txt", @"Ethernet1/3 is up\nadmin state is up", "Ethernet1/3 is down (Administratively down)\nadmin state is down"], "CNP6002" },
        { "suzieq-nxos", "a port of leaf01 has no link", ["leaf01/show_interface_brief.json", @"(""interface"":""Ethernet1/3"".*?""state"":)""up"",""state_rsn_desc"":""none""", "$1\"down\",\"state_rsn_desc\":\"Link not connected\"", "leaf01/show_interface.txt", @"Ethernet1/3 is up", "Ethernet1/3 is down (Link not connected)"], "CNP6002" },
        { "suzieq-nxos", "a port of leaf01 is suspended", ["leaf01/show_interface_brief.json", @"(""interface"":""Ethernet1/3"".*?""state"":""up"",""state_rsn_desc"":)""none""", "$1\"suspended(no LACP PDUs)\""], "CNP6101" },
        { "suzieq-nxos", "a LAG of leaf02 is static", ["leaf02/show_running-config_exclude_security.txt", @"(channel-group 3) mode active", "$1 mode on"], "CNP6101" },
        { "suzieq-nxos", "a LAG of leaf02 has another number in the pair", ["leaf02/show_running-config_exclude_security.txt", @"vpc 3\n", "vpc 33\n", "leaf02/show_vpc.json", @"""vpc-id"":3,", "\"vpc-id\":33,"], "CNP6102" },
        { "suzieq-nxos", "a port of leaf02 carries 1500 bytes", ["leaf02/show_interface.txt", @"(Ethernet1/3 is up\n.*\n.*\n  MTU )9216", "${1}1500"], "CNP6201" },
        { "suzieq-nxos", "leaf01 hears leaf02 on another port", ["leaf01/show_lldp_neighbors.json", @"(""l_port_id"":""Eth1/5"".*?""port_id"":""Ethernet1/)5""", "${1}9\"", "leaf01/show_cdp_neighbors.json", @"(""intf_id"":""Ethernet1/5"".*?""port_id"":""Ethernet1/)5""", "${1}9\""], "CNP0201" },
        { "suzieq-nxos", "nobody answers a leg", [Ip, @"(perm_hwaddr 52:54:00:85:c2:ed .*ad_actor_oper_port_state )63", "${1}77"], "CNP6101" },

        { "suzieq-cumulus-ospf-ibgp", "a bond of leaf02 is in another VLAN", ["leaf02/bridge_-c_vlan_show.txt", @"(bond01\s+)13( PVID)", "${1}24$2", "leaf02/cat_etc_network_interfaces_vtysh_show_run.txt", @"(iface bond01\n(?:\s+.*\n)*?\s+bridge-access )13", "${1}24"], "CNP5103 CNP5104" },
        { "suzieq-cumulus-ospf-ibgp", "a bond of leaf02 has another number in the pair", ["leaf02/net_show_clag_json.json", @"(""bond01"": \{\s*""clagId"": )1\b", "${1}11", "leaf02/cat_etc_network_interfaces_vtysh_show_run.txt", @"(iface bond01\n(?:\s+.*\n)*?\s+clag-id )1\b", "${1}11"], "CNP6102" },
        { "suzieq-cumulus-ospf-ibgp", "a port of leaf01 has no link", ["leaf01/show_int_vrf_all+ip_-d_address_show.txt", @"(swp5: <)(BROADCAST,MULTICAST,PROMISC,SLAVE,UP),LOWER_UP", "$1NO-CARRIER,$2"], "CNP6002" },
        { "suzieq-cumulus-ospf-ibgp", "a bond of leaf02 is static", ["leaf02/show_int_vrf_all+ip_-d_address_show.txt", @"(bond01: .*\n.*\n\s+bond mode )802\.3ad", "$1balance-xor", "leaf02/cat_etc_network_interfaces_vtysh_show_run.txt", @"(iface bond01\n)", "$1  bond-mode balance-xor\n"], "CNP6101" },
        { "suzieq-cumulus-ospf-ibgp", "a port of leaf01 carries 1500 bytes", ["leaf01/show_int_vrf_all+ip_-d_address_show.txt", @"(swp5: .* mtu )9000", "${1}1500"], "CNP6201" },
        { "suzieq-cumulus-ospf-ibgp", "a server sends larger frames", [Ip, @"mtu 9000", "mtu 9500"], "CNP6201" },
        { "suzieq-cumulus-ospf-ibgp", "leaf01 hears leaf02 on another port", ["leaf01/net_show_lldp_json.json", @"(""name"": ""swp3"".*?""type"": ""ifname"",\s*""value"": ""swp)3""", "${1}7\"", "leaf01/net_show_lldp_json.json", @"(""name"": ""swp3"".*?""descr"": \[\s*\{\s*""value"": ""swp)3""", "${1}7\""], "CNP0201" },

        { "suzieq-junos", "a port of leaf01 is in another VLAN", ["leaf01/show_configuration.txt", @"(xe-0/0/2 \{\s+(?:[^{}]*\{)*?[^}]*members )\w+", "${1}Vlan30"], "CNP5103" },
        { "suzieq-junos", "a port of leaf01 is shut down", ["leaf01/show_configuration.txt", @"(\n    xe-0/0/2 \{\n)", "$1        disable;\n"], "CNP6002" },
        { "suzieq-junos", "a NIC has no link", [Ip, @"(eth1: <)(BROADCAST,MULTICAST,UP),LOWER_UP", "$1NO-CARRIER,$2"], "CNP6002" },
        { "suzieq-junos", "a bridge lost its NIC", [Ip, @" master cloudbr0", ""], "CNP3101" },
    };

    [Theory, MemberData(nameof(Faults))]
    public void Lab_WithOneFault_IsToldByTheRuleThatShouldAndNoOther(string lab, string fault, string[] changes, string expected)
    {
        var files = Files(lab);
        var before = Judge(lab, files);
        foreach (var change in changes.Chunk(3))
            Change(files, change[0], t => new System.Text.RegularExpressions.Regex(change[1], change[0].EndsWith(".json", StringComparison.Ordinal) ? System.Text.RegularExpressions.RegexOptions.Singleline : default).Replace(t, change[2], change[1].StartsWith("mtu", StringComparison.Ordinal) ? 9 : 1));
        // Where the MTU is told of the lab as it is, one wire more or less only changes the words.
        var findings = Judge(lab, files).Where(f => f.Status == FindingStatus.Open && !before.Exists(b => b.RuleId == f.RuleId && (b.Path == f.Path || b.RuleId == "CNP6201"))).ToList();
        var told = string.Join(' ', findings.Select(f => f.RuleId).Distinct().Order(StringComparer.Ordinal));
        Assert.True(told == expected, $"{fault}: expected {expected}\ntold {told}\n{string.Join('\n', findings.Select(f => $"{f.RuleId}{f.Case} {f.Severity} {f.Path}: {f.Message}"))}");
    }

    [Theory, InlineData("suzieq-eos"), InlineData("suzieq-nxos"), InlineData("suzieq-cumulus-ospf-ibgp"), InlineData("suzieq-junos")]
    public void Lab_AsItIs_IsToldOnlyWhatIsTrue(string lab)
    {
        var findings = Judge(lab, Files(lab)).Where(f => f.Status == FindingStatus.Open).ToList();
        Assert.True(True[lab] == string.Join(' ', findings.Select(f => f.RuleId + f.Case).Distinct().Order(StringComparer.Ordinal)), string.Join('\n', findings.Select(f => $"{f.RuleId}{f.Case} {f.Severity} {f.Path}: {f.Message}")));
    }

    private static List<ImportFile> Files(string lab)
    {
        var (uplink, hosts, links, _) = Labs[lab];
        var files = Shared.Files($"data/labs/{lab}");
        foreach (var (host, block, _) in hosts)
            Change(files, $"{host}/ip_-d_address_show.txt", text =>
            {
                var lines = text.Split('\n').ToList();
                var at = lines.FindIndex(l => l.Contains($": {uplink}: <", StringComparison.Ordinal));
                lines[at] = lines[at].Replace(" qdisc noqueue state", " qdisc noqueue master cloudbr0 state", StringComparison.Ordinal).Replace(" qdisc fq_codel state", " qdisc fq_codel master cloudbr0 state", StringComparison.Ordinal);
                var address = lines.FindIndex(at, l => l.Contains($"inet {block}.", StringComparison.Ordinal));
                var mtu = lines[at].Split(" mtu ")[1].Split(' ')[0];
                var inet = lines[address];
                lines.RemoveAt(address);
                lines.InsertRange(lines.FindLastIndex(l => l.Length > 0) + 1,
                    [$"9: cloudbr0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu {mtu} qdisc noqueue state UP group default qlen 1000", "    link/ether 66:49:0d:d4:d8:63 brd ff:ff:ff:ff:ff:ff promiscuity 0", "    bridge forward_delay 1500 hello_time 200 max_age 2000 vlan_filtering 0", inet]);
                return string.Join('\n', lines);
            });
        var cables = hosts.SelectMany(h => h.Ends.Select((e, i) => ($"{h.Name} {(h.Ends.Length > 1 ? $"eth{i + 1}" : uplink)}", e))).Concat(links);
        files.Add(new ImportFile("cables.csv", "side_a_device,side_a_type,side_a_name,side_b_device,side_b_type,side_b_name,status\n"
            + string.Concat(cables.Select(c => $"{c.Item1.Replace(" ", ",dcim.interface,", StringComparison.Ordinal)},{c.Item2.Replace(" ", ",dcim.interface,", StringComparison.Ordinal)},connected\n"))));
        return files;
    }

    private static void Change(List<ImportFile> files, string path, Func<string, string> change)
    {
        var at = files.FindIndex(f => f.Path == path);
        var text = change(files[at].Text);
        Assert.NotEqual(text, files[at].Text);
        files[at] = new ImportFile(path, text);
    }

    private static List<Finding> Judge(string lab, List<ImportFile> files)
    {
        var difference = InventoryMerge.Compare(InventoryImport.Read(files).Draft, CatalogueSnapshot.Empty);
        var catalogue = InventoryMerge.With(CatalogueSnapshot.Empty, InventoryMerge.Apply(difference, CatalogueSnapshot.Empty, Now));
        return [.. RuleBook.Judge(new RuleInput(Design(Labs[lab]), catalogue, PolicyPack.Production, Now)).Findings.Where(f => f.Severity >= Severity.Warning)];
    }

    // Each server is a pod of its own: its subnet ends at its pair of leaves.
    private static ZoneDesign Design(LabOf lab) => new()
    {
        Name = "lab", Kind = "Basic", Dns1 = "10.20.0.53", InternalDns1 = "10.20.0.53",
        PhysicalNetworks =
        {
            new PhysicalNetwork
            {
                Id = "n1", Name = "net", TrafficTypes = { Traffic("Management"), Traffic("Guest"), Traffic("Storage") },
                Providers = { new NetworkProvider { Id = "v", Name = "VirtualRouter" }, new NetworkProvider { Id = "w", Name = "SecurityGroupProvider" } },
            },
        },
        GuestNetworks = { new GuestNetwork { Id = "gn", Name = "guest", Offering = "DefaultSharedNetworkOfferingWithSGService" } },
        Pods =
        [
            .. lab.Hosts.Select((h, i) => new Pod
            {
                Id = $"p{i}", Name = $"pod{i}", Gateway = $"{h.Block}.{lab.Gateway}", Netmask = "255.255.255.0", ManagementRanges = { new ManagementRange { Id = $"m{i}", StartIp = $"{h.Block}.30", EndIp = $"{h.Block}.60" } },
                GuestRanges = { new GuestRange { Id = $"g{i}", Gateway = $"{h.Block}.{lab.Gateway}", Netmask = "255.255.255.0", StartIp = $"{h.Block}.110", EndIp = $"{h.Block}.199" } },
                Clusters = { new Cluster { Id = $"c{i}", Name = $"c{i}", Hosts = { new Host { Id = $"h{i}", Device = h.Name, Url = $"http://{h.Block}.{h.Name["server".Length..]}", UserName = "root" } }, PrimaryStorages = { new PrimaryStorage { Id = $"ps{i}", Name = $"p{i}", Url = $"nfs://{h.Block}.250/p" } } } },
            }),
        ],
        SecondaryStorages = { new SecondaryStorage { Id = "ss", Name = "s", Url = "nfs://10.20.200.5/s", Provider = "NFS" } },
    };

    private static TrafficType Traffic(string type) => new() { Id = type, Type = type, Labels = { ["KVM"] = "cloudbr0" } };

    private sealed record LabOf(string Uplink, (string Name, string Block, string[] Ends)[] Hosts, (string A, string B)[] Links, int Gateway = 254);
}
