using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Tests.Truth;

/// <summary>One text changed in the configuration of one switch, as if the switch were set up that way, in the words of each system: the rules that should tell do, and no other.</summary>
public sealed class SwitchConfigFaultTests
{
    private sealed record Fault(string Name, string Expected, params (string System, string File, string From, string To)[] Changes);

    private const string Eos2 = "tor2/running-config.txt", Nxos2 = "tor2/show-running-config.txt", Junos2 = "tor2/show-configuration.txt", Cumulus2 = "tor2/interfaces", Sonic2 = "tor2/config_db.json", Ios = "tor1/show-run.txt";
    private const string NxosPort = "interface Ethernet1/2\n  switchport mode trunk\n  switchport trunk native vlan 999\n  switchport trunk allowed vlan ";
    private const string IosPort = "interface GigabitEthernet2/0/2\n switchport trunk native vlan 999\n switchport trunk allowed vlan ";

    private static readonly Fault[] All =
    [
        new("a guest VLAN is missing on a trunk", "CNP5101",
            ("eos", Eos2, "allowed vlan 20,300-305\n", "allowed vlan 20,300-304\n"), ("nxos", Nxos2, NxosPort + "20,300-305", NxosPort + "20,300-304"),
            ("junos", Junos2, "members [ 20 300-305 999 ]", "members [ 20 300-304 999 ]"), ("cumulus", Cumulus2, "bridge-vids 20 300-305\n    clag-id 2", "bridge-vids 20 300-304\n    clag-id 2"),
            ("sonic", Sonic2, "    \"Vlan305|PortChannel2\": {\"tagging_mode\": \"tagged\"},\n", ""), ("ios", Ios, IosPort + "20,300-305", IosPort + "20,300-304")),
        new("a guest VLAN is taken off a trunk by remove", "CNP5101",
            ("eos", Eos2, "allowed vlan add 999\n", "allowed vlan add 999\n   switchport trunk allowed vlan remove 303\n"), ("nxos", Nxos2, NxosPort + "20,300-305,999\n", NxosPort + "20,300-305,999\n  switchport trunk allowed vlan remove 303\n"),
            ("ios", Ios, IosPort + "20,300-305,999\n", IosPort + "20,300-305,999\n switchport trunk allowed vlan remove 303\n")),
        new("the public VLAN is missing on a trunk", "CNP5102",
            ("eos", Eos2, "allowed vlan 20,300-305\n", "allowed vlan 20,301-305\n"), ("nxos", Nxos2, NxosPort + "20,300-305", NxosPort + "20,301-305"), ("junos", Junos2, "members [ 20 300-305 999 ]", "members [ 20 301-305 999 ]"),
            ("cumulus", Cumulus2, "bridge-vids 20 300-305\n    clag-id 2", "bridge-vids 20 301-305\n    clag-id 2"), ("sonic", Sonic2, "    \"Vlan300|PortChannel2\": {\"tagging_mode\": \"tagged\"},\n", ""), ("ios", Ios, IosPort + "20,300-305", IosPort + "20,301-305")),
        new("the management VLAN is missing on a trunk", "CNP5102",
            ("eos", Eos2, "allowed vlan 20,300-305\n", "allowed vlan 300-305\n"), ("junos", Junos2, "members [ 20 300-305 999 ]", "members [ 300-305 999 ]"), ("cumulus", Cumulus2, "bridge-vids 20 300-305\n    clag-id 2", "bridge-vids 300-305\n    clag-id 2")),
        // On the switch that lacks it the VLAN reaches neither the hosts nor the other switch.
        new("a guest VLAN does not exist on one switch", "CNP5101",
            ("eos", Eos2, "vlan 20,30,300-305,999", "vlan 20,30,300-304,999"), ("nxos", Nxos2, "vlan 1,20,30,300-305,999", "vlan 1,20,30,300-304,999"), ("junos", Junos2, "vlan-id-list 301-305", "vlan-id-list 301-304"),
            ("sonic", Sonic2, "    \"Vlan305\": {\"vlanid\": \"305\"},\n", ""), ("ios", Ios, "vlan 300-305,999", "vlan 300-304,999")),
        new("a guest VLAN is suspended on one switch", "CNP5101",
            ("eos", Eos2, "vlan 4094\n   name peer", "vlan 305\n   state suspend\n!\nvlan 4094\n   name peer"), ("nxos", Nxos2, "vlan 30\n  name storage", "vlan 305\n  state suspend")),
        new("a guest VLAN is native on the trunk of a host", "CNP5101 CNP5104",
            ("eos", Eos2, "description kvm-b\n   mtu 9214\n   switchport trunk native vlan 999", "description kvm-b\n   mtu 9214\n   switchport trunk native vlan 305")),
        new("the legs of a bond have different native VLANs", "CNP5104",
            ("eos", Eos2, "native vlan 999\n   switchport trunk allowed vlan 20,300-305\n   switchport trunk allowed vlan add 999", "native vlan 30\n   switchport trunk allowed vlan 20,300-305\n   switchport trunk allowed vlan add 30"),
            ("cumulus", Cumulus2, "bridge-pvid 999\n    bridge-vids 20 300-305\n    clag-id 2", "bridge-pvid 30\n    bridge-vids 20 300-305\n    clag-id 2")),
        new("the ends of the peer link have different native VLANs", "CNP5104",
            ("eos", Eos2, "description peer link\n", "description peer link\n   switchport trunk native vlan 999\n"), ("junos", Junos2, "native-vlan-id 1;", "native-vlan-id 999;"),
            ("cumulus", Cumulus2, "bond-slaves glob swp7-8\n", "bond-slaves glob swp7-8\n    bridge-pvid 999\n")),
        new("the storage port has another VLAN", "CNP5103",
            ("eos", Eos2, "switchport access vlan 30", "switchport access vlan 20"), ("nxos", Nxos2, "switchport access vlan 30", "switchport access vlan 20"), ("junos", Junos2, "members storage;", "members management;"),
            ("cumulus", Cumulus2, "bridge-access 30", "bridge-access 20"), ("sonic", Sonic2, "\"Vlan30|Ethernet12\"", "\"Vlan20|Ethernet12\"")),
        new("the storage VLAN does not pass between the switches", "CNP5105",
            ("eos", Eos2, "description peer link\n", "description peer link\n   switchport trunk allowed vlan except 30\n"), ("nxos", Nxos2, "description peer link\n", "description peer link\n  switchport trunk allowed vlan except 30\n"),
            ("junos", Junos2, "members all;", "members [ 1 20 300-305 999 ];"), ("cumulus", Cumulus2, "bond-slaves glob swp7-8\n", "bond-slaves glob swp7-8\n    bridge-vids 20 300-305 999\n"), ("sonic", Sonic2, "    \"Vlan30|PortChannel9\": {\"tagging_mode\": \"tagged\"},\n", "")),
        new("the trunk of a host is an access port", "CNP5101 CNP5102 CNP5104",
            ("eos", Eos2, "allowed vlan add 999\n   switchport mode trunk", "allowed vlan add 999\n   switchport mode access")),
        new("the LAG of a host has a small MTU", "CNP6201",
            ("eos", Eos2, "description kvm-b\n   mtu 9214", "description kvm-b\n   mtu 1500"), ("nxos", Nxos2, "  mtu 9216\n  channel-group 2", "  mtu 1500\n  channel-group 2"), ("junos", Junos2, "description kvm-b;\n        native-vlan-id 999;\n        mtu 9216;", "description kvm-b;\n        native-vlan-id 999;"),
            ("cumulus", Cumulus2, "iface kvm-b\n    bond-slaves swp2\n    mtu 9216", "iface kvm-b\n    bond-slaves swp2\n    mtu 1500"), ("sonic", Sonic2, "\"Ethernet8\": {\"alias\": \"etp2\", \"lanes\": \"2\", \"speed\": \"25000\", \"mtu\": \"9216\"", "\"Ethernet8\": {\"alias\": \"etp2\", \"lanes\": \"2\", \"speed\": \"25000\", \"mtu\": \"1500\""),
            ("ios", Ios, "system mtu 9198", "system mtu 1500")),
        new("a LAG whose ports have a large MTU has a small one", "CNP6201",
            ("nxos", Nxos2, "20,300-305,999\n  mtu 9216\n  vpc 2", "20,300-305,999\n  mtu 1500\n  vpc 2"), ("sonic", Sonic2, "\"PortChannel2\": {\"admin_status\": \"up\", \"mtu\": \"9216\"", "\"PortChannel2\": {\"admin_status\": \"up\", \"mtu\": \"1500\"")),
        new("a port of a LAG is shut down", "CNP6002",
            ("eos", Eos2, "interface Ethernet2\n", "interface Ethernet2\n   shutdown\n"), ("nxos", Nxos2, "interface Ethernet1/2\n", "interface Ethernet1/2\n  shutdown\n"), ("junos", Junos2, "xe-0/0/2 {\n", "xe-0/0/2 {\n        disable;\n"),
            ("cumulus", Cumulus2, "auto swp3\n", "auto swp2\niface swp2\n    link-down yes\n\nauto swp3\n"), ("sonic", Sonic2, "\"lanes\": \"2\", \"speed\": \"25000\", \"mtu\": \"9216\", \"admin_status\": \"up\"", "\"lanes\": \"2\", \"speed\": \"25000\", \"mtu\": \"9216\", \"admin_status\": \"down\""),
            ("ios", Ios, "interface GigabitEthernet2/0/2\n", "interface GigabitEthernet2/0/2\n shutdown\n")),
        new("a LAG is shut down", "CNP6002",
            ("eos", Eos2, "interface Port-Channel2\n", "interface Port-Channel2\n   shutdown\n"), ("nxos", Nxos2, "interface port-channel2\n", "interface port-channel2\n  shutdown\n")),
        new("a port left its LAG", "CNP5101 CNP5102 CNP5104 CNP6101",
            ("eos", Eos2, "interface Ethernet2\n   channel-group 2 mode active\n", "interface Ethernet2\n")),
        new("a port that is a trunk of its own left its LAG", "CNP6101",
            ("nxos", Nxos2, "  channel-group 2 mode active\n", ""), ("ios", Ios, IosPort + "20,300-305,999\n switchport mode trunk\n channel-group 2 mode active\n", IosPort + "20,300-305,999\n switchport mode trunk\n")),
        new("a port is in the LAG of the other host", "CNP6102",
            ("eos", Eos2, "channel-group 2 mode active", "channel-group 1 mode active"), ("nxos", Nxos2, "channel-group 2 mode active", "channel-group 1 mode active"), ("junos", Junos2, "802.3ad ae2;", "802.3ad ae1;"),
            ("sonic", Sonic2, "PortChannel2|Ethernet8", "PortChannel1|Ethernet8")),
        new("a LAG is static", "CNP6101",
            ("eos", Eos2, "channel-group 2 mode active", "channel-group 2 mode on"), ("nxos", Nxos2, "channel-group 2 mode active", "channel-group 2 mode on"),
            ("junos", Junos2, "mtu 9216;\n        aggregated-ether-options {\n            lacp {\n                active;\n            }\n            mc-ae {\n                mc-ae-id 2;", "mtu 9216;\n        aggregated-ether-options {\n            mc-ae {\n                mc-ae-id 2;"),
            ("cumulus", Cumulus2, "bond-slaves swp2\n", "bond-slaves swp2\n    bond-mode balance-xor\n"), ("sonic", Sonic2, "\"PortChannel2\": {\"admin_status\": \"up\"", "\"PortChannel2\": {\"static\": \"true\", \"admin_status\": \"up\"")),
        new("the LAGs of a host have different MLAG ids", "CNP6102",
            ("eos", Eos2, "mlag 2", "mlag 3"), ("nxos", Nxos2, "  vpc 2\n", "  vpc 3\n"), ("junos", Junos2, "mc-ae-id 2;", "mc-ae-id 3;"), ("cumulus", Cumulus2, "clag-id 2", "clag-id 3")),
    ];

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var fault in All)
                foreach (var change in fault.Changes)
                    cases.Add(change.System, fault.Name);
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Configuration_WithOneTextChanged_IsToldByTheRulesThatShouldAndNoOther(string system, string name)
    {
        var fault = All.Single(f => f.Name == name);
        var (_, file, from, to) = fault.Changes.Single(c => c.System == system);
        var files = SwitchLab.Files(system);
        var before = Open(files);
        var at = files.FindIndex(f => f.Path == file);
        Assert.Contains(from, files[at].Text, StringComparison.Ordinal);
        files[at] = new ImportFile(file, files[at].Text.Replace(from, to, StringComparison.Ordinal));
        // What a single leg or switch means for the rest is said besides (CNP6302, CNP6303).
        var findings = Open(files).Where(f => !before.Exists(b => b.Fingerprint == f.Fingerprint) && f.RuleId is not ("CNP6302" or "CNP6303")).ToList();
        var told = string.Join(' ', findings.Select(f => f.RuleId).Distinct().Order(StringComparer.Ordinal));
        Assert.True(told == fault.Expected, $"expected {fault.Expected}\ntold {told}\n{string.Join('\n', findings.Select(f => $"{f.RuleId}{f.Case} {f.Severity} {f.Path}: {f.Message}"))}");
    }

    private static List<Finding> Open(List<ImportFile> files) =>
        [.. SwitchLab.Judge(SwitchLab.Read(files).Catalogue).Where(f => f.Status == FindingStatus.Open && f.Severity >= Severity.Warning)];
}
