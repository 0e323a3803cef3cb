using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Tests.Truth;

/// <summary>
/// Fabrics of Arista AVD beside the repository with KVM hosts put where their servers are: as they stand no error, with one text changed in one configuration the rules that
/// should tell and no other.
/// </summary>
public sealed class SharedSwitchFaultTests
{
    private const string Leaf = "configs/dc1-leaf1b.cfg", ServerLag = "description SERVER_dc1-leaf1-server1_Bond1\n   no shutdown\n", ServerPort = "description SERVER_dc1-leaf1-server1_PCI2\n   no shutdown\n";
    private const string Spine = "configs/SPINE2.cfg", FirewallLag = "description FIREWALL_FIREWALL\n   no shutdown\n";

    [Theory]
    [InlineData("avd-single-dc-l3ls", "", "", "", "")]
    [InlineData("avd-single-dc-l3ls", Leaf, "vlan 4092\n   switchport trunk allowed vlan 11-12,21-22\n", "vlan 4092\n   switchport trunk allowed vlan 11-12,21\n", "CNP5101")]
    [InlineData("avd-single-dc-l3ls", Leaf, "vlan 4092\n   switchport trunk allowed vlan 11-12,21-22\n", "vlan 4092\n   switchport trunk allowed vlan 11,21-22\n", "CNP5102")]
    [InlineData("avd-single-dc-l3ls", Leaf, "vlan 4092\n   switchport trunk allowed vlan 11-12,21-22\n", "vlan 4092\n   switchport trunk allowed vlan none\n", "CNP5101 CNP5102")]
    [InlineData("avd-single-dc-l3ls", Leaf, "vlan 22\n   name VRF11_VLAN22\n", "vlan 2200\n   name VRF11_VLAN22\n", "CNP5101")]
    [InlineData("avd-single-dc-l3ls", Leaf, "switchport trunk native vlan 4092\n", "switchport trunk native vlan 21\n", "CNP5101 CNP5104")]
    [InlineData("avd-single-dc-l3ls", Leaf, ServerLag, ServerLag + "   mtu 1500\n", "CNP6201")]
    [InlineData("avd-single-dc-l3ls", Leaf, ServerPort, "description SERVER_dc1-leaf1-server1_PCI2\n   shutdown\n", "CNP6002")]
    [InlineData("avd-single-dc-l3ls", Leaf, ServerLag, "description SERVER_dc1-leaf1-server1_Bond1\n   shutdown\n", "CNP6002")]
    [InlineData("avd-single-dc-l3ls", Leaf, ServerPort + "   channel-group 5 mode active\n", ServerPort + "   channel-group 8 mode active\n", "CNP6102")]
    [InlineData("avd-single-dc-l3ls", Leaf, ServerPort + "   channel-group 5 mode active\n", ServerPort + "   channel-group 5 mode on\n", "CNP6101")]
    [InlineData("avd-single-dc-l3ls", Leaf, ServerPort + "   channel-group 5 mode active\n", ServerPort, "CNP5101 CNP5102 CNP6101")]
    [InlineData("avd-single-dc-l3ls", Leaf, "mlag 5", "mlag 6", "CNP6102")]
    [InlineData("avd-l2ls-fabric", "", "", "", "")]
    [InlineData("avd-l2ls-fabric", Spine, FirewallLag + "   switchport trunk allowed vlan 10,20,30\n", FirewallLag + "   switchport trunk allowed vlan 10,20\n", "CNP5101")]
    [InlineData("avd-l2ls-fabric", Spine, "vlan 30\n", "vlan 31\n", "CNP5101")]
    [InlineData("avd-l2ls-fabric", Spine, FirewallLag + "   switchport trunk allowed vlan 10,20,30\n", FirewallLag + "   switchport trunk allowed vlan 10,30\n", "CNP5102")]
    [InlineData("avd-l2ls-fabric", Spine, "mlag 5", "mlag 50", "CNP6102")]
    [InlineData("avd-l2ls-fabric", Spine, "channel-group 5 mode active", "channel-group 5 mode on", "CNP6101")]
    [InlineData("avd-l2ls-fabric", Spine, "channel-group 5 mode active", "channel-group 5 mode active\n   shutdown", "CNP6002")]
    [InlineData("avd-l2ls-fabric", Spine, FirewallLag, FirewallLag + "   mtu 1400\n", "CNP6201")]
    public void Fabric_WithOneTextChanged_IsToldByTheRulesThatShouldAndNoOther(string lab, string file, string from, string to, string expected)
    {
        var files = Shared.Files($"data/labs/{lab}").Where(f => f.Path.StartsWith("configs/", StringComparison.Ordinal) || f.Name is "FABRIC-topology.csv" or "DC1_FABRIC-documentation.md").ToList();
        var isL3 = lab == "avd-single-dc-l3ls";
        if (isL3)
            files.AddRange([Host("dc1-leaf1-server1", "PCI1", "PCI2", 11, "10.10.11.21"), Host("dc1-leaf2-server1", "PCI1", "PCI2", 11, "10.10.11.22")]);
        else
            files.AddRange([Host("FIREWALL", "Eth1", "Eth2", 10, "10.10.10.21"), new ImportFile("cables.csv",
                "side_a_device,side_a_type,side_a_name,side_b_device,side_b_type,side_b_name\nFIREWALL,dcim.interface,Eth1,SPINE1,dcim.interface,Ethernet5\nFIREWALL,dcim.interface,Eth2,SPINE2,dcim.interface,Ethernet5\n")]);
        var design = isL3 ? Design("10.10.11", "21-22", "12", "dc1-leaf1-server1", "dc1-leaf2-server1") : Design("10.10.10", "30", "20", "FIREWALL");
        var sound = Open(files, design);
        Assert.DoesNotContain(sound, f => f.Severity == Severity.Error);
        if (file.Length == 0)
            return;
        var at = files.FindIndex(f => f.Path == file);
        Assert.Contains(from, files[at].Text, StringComparison.Ordinal);
        files[at] = new ImportFile(file, files[at].Text.Replace(from, to, StringComparison.Ordinal));
        var findings = Open(files, design).Where(f => !sound.Exists(s => s.Fingerprint == f.Fingerprint) && f.RuleId is not ("CNP6302" or "CNP6303")).ToList();
        var told = string.Join(' ', findings.Select(f => f.RuleId).Distinct().Order(StringComparer.Ordinal));
        Assert.True(told == expected, $"expected {expected}\ntold {told}\n{string.Join('\n', findings.Select(f => $"{f.RuleId}{f.Case} {f.Severity} {f.Path}: {f.Message}"))}");
    }

    private static List<Finding> Open(List<ImportFile> files, ZoneDesign design) =>
        [.. SwitchLab.Judge(SwitchLab.Read(files).Catalogue, design).Where(f => f.Status == FindingStatus.Open && f.Severity >= Severity.Warning)];

    // A bond with LACP over both NICs; management tagged on it, the label bridge of guests and public on the bond itself.
    private static ImportFile Host(string name, string first, string second, int management, string address)
    {
        var mac = $"02:00:5e:02:{address.Split('.')[^1].PadLeft(2, '0')}:0";
        return new ImportFile($"{name}/ip-addr.json", $$$$"""
            [{"ifindex": 2, "ifname": "{{{{first}}}}", "flags": ["SLAVE", "UP", "LOWER_UP"], "mtu": 9000, "link_type": "ether", "address": "{{{{mac}}}}1", "master": "bond0", "linkinfo": {"info_slave_kind": "bond", "info_slave_data": {"perm_hwaddr": "{{{{mac}}}}1"}}},
             {"ifindex": 3, "ifname": "{{{{second}}}}", "flags": ["SLAVE", "UP", "LOWER_UP"], "mtu": 9000, "link_type": "ether", "address": "{{{{mac}}}}1", "master": "bond0", "linkinfo": {"info_slave_kind": "bond", "info_slave_data": {"perm_hwaddr": "{{{{mac}}}}2"}}},
             {"ifindex": 4, "ifname": "bond0", "flags": ["MASTER", "UP", "LOWER_UP"], "mtu": 9000, "link_type": "ether", "address": "{{{{mac}}}}1", "master": "cloudbr1", "linkinfo": {"info_kind": "bond", "info_data": {"mode": "802.3ad", "ad_lacp_rate": "slow"}, "info_slave_kind": "bridge"}},
             {"ifindex": 5, "link": "bond0", "ifname": "bond0.{{{{management}}}}", "flags": ["UP", "LOWER_UP"], "mtu": 1500, "link_type": "ether", "address": "{{{{mac}}}}1", "master": "cloudbr0", "linkinfo": {"info_kind": "vlan", "info_data": {"protocol": "802.1Q", "id": {{{{management}}}} }, "info_slave_kind": "bridge"}},
             {"ifindex": 6, "ifname": "cloudbr0", "flags": ["UP", "LOWER_UP"], "mtu": 1500, "link_type": "ether", "address": "{{{{mac}}}}1", "linkinfo": {"info_kind": "bridge", "info_data": {"vlan_filtering": 0}}, "addr_info": [{"family": "inet", "local": "{{{{address}}}}", "prefixlen": 24}]},
             {"ifindex": 7, "ifname": "cloudbr1", "flags": ["UP", "LOWER_UP"], "mtu": 9000, "link_type": "ether", "address": "{{{{mac}}}}1", "linkinfo": {"info_kind": "bridge", "info_data": {"vlan_filtering": 0}}}]
            """);
    }

    private static ZoneDesign Design(string subnet, string guests, string publicVlan, params string[] hosts)
    {
        var design = SwitchLab.Design();
        design.InternalDns1 = $"{subnet}.53";
        design.PhysicalNetworks[0].TrafficTypes[1].Labels["KVM"] = "cloudbr0";
        design.PhysicalNetworks[1].GuestVlans = guests;
        design.PublicRanges[0].Vlan = publicVlan;
        var pod = design.Pods[0];
        (pod.Gateway, pod.ManagementRanges[0].StartIp, pod.ManagementRanges[0].EndIp) = ($"{subnet}.1", $"{subnet}.100", $"{subnet}.120");
        pod.StorageRanges.Clear();
        pod.Clusters[0].Hosts = [.. hosts.Select(h => new Host { Id = h, Device = h, UserName = "root", Url = $"http://{subnet}.{21 + Array.IndexOf(hosts, h)}" })];
        pod.Clusters[0].PrimaryStorages[0].Url = $"nfs://{subnet}.200/primary";
        design.SecondaryStorages[0].Url = $"nfs://{subnet}.200/secondary";
        return design;
    }
}
