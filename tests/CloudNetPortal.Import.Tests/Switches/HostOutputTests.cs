using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Tests.Switches;

/// <summary>Outputs of hosts beside the interface list: Open vSwitch, teams, bonds as the kernel shows them, routes, agent.properties.</summary>
public sealed class HostOutputTests
{
    private const string Vsctl = "1c2d3e4f-0000-4000-8000-000000000001\n    Bridge cloudbr1\n        Port cloudbr1\n            Interface cloudbr1\n                type: internal\n        Port bond1\n            Interface eth2\n            Interface eth3\n        Port vnet0\n            tag: 500\n            Interface vnet0\n    Bridge cloudbr0\n        Port cloudbr0\n            Interface cloudbr0\n                type: internal\n        Port eth0\n            Interface eth0\n    ovs_version: \"3.1.0\"\n";

    [Fact]
    public void OpenVSwitch_HasBridgesBondsAndMembers()
    {
        var import = ShowOutputTests.Read("kvm1/ovs.txt", Vsctl, "ovs");
        Assert.Equal(["bond1 bridge=cloudbr1", "cloudbr0 ", "cloudbr1 ", "eth0 bridge=cloudbr0", "eth2 bond=bond1", "eth3 bond=bond1", "vnet0 bridge=cloudbr1 madeByCloudStack=true"], ShowOutputTests.Ports(import, "kvm1"));
        Assert.Equal(("Hypervisor", "true"), (import.Draft.Find(RecordKey.Device("kvm1"))!["role"] is "hypervisor" ? "Hypervisor" : import.Draft.Find(RecordKey.Device("kvm1"))!["role"], import.Draft.Find(RecordKey.Device("kvm1"))!["openVSwitch"]));
    }

    [Theory, InlineData("negotiated", "enabled", "Active"), InlineData("configured", "enabled", "NoPartner")]
    public void OpenVSwitch_BondTellsItsMembers(string lacp, string state, string expected)
    {
        var import = ShowOutputTests.Read("kvm1/bond.txt", $"---- bond1 ----\nbond_mode: balance-tcp\nlacp_status: {lacp}\n\nmember eth2: {state}\n  may_enable: true\n", "ovs");
        Assert.Equal([$"bond1 bondMode=Lacp", $"eth2 bond=bond1 memberState={expected}"], ShowOutputTests.Ports(import, "kvm1"));
    }

    [Theory, InlineData("current", "true", "Active"), InlineData("defaulted", "true", "NoPartner"), InlineData("current", "false", "OtherAggregator")]
    public void Team_TellsItsMembers(string state, string selected, string expected)
    {
        var json = """{"setup": {"runner_name": "lacp"}, "runner": {"active": true, "fast_rate": true}, "team_device": {"ifinfo": {"ifname": "team0"}}, "ports": {"eno1": {"link": {"up": true, "speed": 10000}, "runner": {"state": "STATE", "aggregator": {"selected": SELECTED}}}}}""";
        var import = ShowOutputTests.Read("kvm1/team0.json", json.Replace("STATE", state, StringComparison.Ordinal).Replace("SELECTED", selected, StringComparison.Ordinal), "teamd");
        Assert.Equal([$"eno1 bond=team0 link=true memberState={expected} speed=10000", "team0 bondMode=Lacp lacpFast=true"], ShowOutputTests.Ports(import, "kvm1"));
    }

    [Fact]
    public void TeamMember_IsAMemberAndNoPortOfABridge()
    {
        var import = ShowOutputTests.Read("kvm1/ip.txt", "2: eno1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq master team0 state UP qlen 1000\n    link/ether 02:00:5e:00:01:01 brd ff:ff:ff:ff:ff:ff promiscuity 0\n    team_slave addrgenmode none\n3: team0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP\n    link/ether 02:00:5e:00:01:01 brd ff:ff:ff:ff:ff:ff promiscuity 0\n    team\n", "ip-text");
        Assert.Equal("team0", import.Draft.Find(RecordKey.Interface("kvm1", "eno1"))!["bond"]);
        Assert.Null(import.Draft.Find(RecordKey.Interface("kvm1", "eno1"))!["bridge"]);
        Assert.Equal("Bond", import.Draft.Find(RecordKey.Interface("kvm1", "team0"))!["kind"]);
    }

    [Theory]
    [InlineData("Ethernet Channel Bonding Driver: v6\n\nBonding Mode: fault-tolerance (active-backup)\nCurrently Active Slave: eno1\nMII Status: up\n\nSlave Interface: eno1\nMII Status: up\nPermanent HW addr: 02:00:5e:00:01:01\n\nSlave Interface: eno2\nMII Status: down\nPermanent HW addr: 02:00:5e:00:01:02\n", "Active", null)]
    [InlineData("Ethernet Channel Bonding Driver: v6\n\nBonding Mode: load balancing (xor)\nMII Status: up\n\nSlave Interface: eno1\nMII Status: up\n\nSlave Interface: eno2\nMII Status: up\n", "Active", "Active")]
    [InlineData("Ethernet Channel Bonding Driver: v6\n\nBonding Mode: IEEE 802.3ad Dynamic link aggregation\nMII Status: up\n\n802.3ad info\nActive Aggregator Info:\n\tAggregator ID: 1\n\tPartner Mac Address: 00:00:00:00:00:00\n\nSlave Interface: eno1\nMII Status: up\nAggregator ID: 1\ndetails actor lacp pdu:\n    port state: 77\ndetails partner lacp pdu:\n    system mac address: 00:00:00:00:00:00\n    port state: 1\n\nSlave Interface: eno2\nMII Status: up\nAggregator ID: 2\ndetails actor lacp pdu:\n    port state: 63\ndetails partner lacp pdu:\n    system mac address: 02:00:5e:00:09:09\n", "NoPartner", "OtherAggregator")]
    public void Bonding_TellsWhatBecameOfItsMembers(string text, string? first, string? second)
    {
        var import = ShowOutputTests.Read("kvm1/proc-bond0.txt", text, "proc-bonding");
        Assert.Equal((first, second), (import.Draft.Find(RecordKey.Interface("kvm1", "eno1"))!["memberState"], import.Draft.Find(RecordKey.Interface("kvm1", "eno2"))!["memberState"]));
    }

    [Fact]
    public void AgentProperties_KeepDevicesAndNothingElse()
    {
        var import = ShowOutputTests.Read("kvm1/agent.properties", "#Storage\nguid=1-LibvirtComputingResource\nresource=com.cloud.hypervisor.kvm.resource.LibvirtComputingResource\nprivate.network.device=cloudbr0\npublic.network.device=cloudbr1\nguest.network.device=cloudbr1\nnetwork.bridge.type=openvswitch\nkeystore.passphrase=not-to-be-kept\n", "agent-properties");
        var host = import.Draft.Find(RecordKey.Device("kvm1"))!;
        Assert.Equal(("cloudbr0", "cloudbr1", "cloudbr1", "true"), (host["agentPrivateDevice"], host["agentPublicDevice"], host["agentGuestDevice"], host["openVSwitch"]));
        Assert.DoesNotContain(import.Draft.Records.SelectMany(r => r.Values.Values), v => v.Text == "not-to-be-kept");
    }

    [Fact]
    public void Routes_AsText_NameTheWayOut()
    {
        var files = new List<ImportFile>
        {
            new("kvm1/route.txt", "default via 192.0.2.1 dev cloudbr0 proto static metric 100 \ndefault via 198.51.100.1 dev eno9 metric 200\n192.0.2.0/24 dev cloudbr0 proto kernel scope link src 192.0.2.11\n"),
            new("kvm1/ip.txt", "4: cloudbr0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP\n    link/ether 02:00:5e:00:01:01 brd ff:ff:ff:ff:ff:ff promiscuity 0\n    bridge forward_delay 0 vlan_filtering 0\n    inet 192.0.2.11/24 scope global cloudbr0\n"),
            new("kvm1/hostnamectl.txt", " Static hostname: kvm1\nOperating System: Rocky Linux 9.4\n          Kernel: Linux 5.14\n"),
        };
        var import = InventoryImport.Read(files);
        Assert.Equal(["ip-route-text", "ip-text", "hostnamectl"], import.Files.Select(f => f.Key));
        var host = import.Draft.Find(RecordKey.Device("kvm1"))!;
        Assert.Equal(("192.0.2.11", "Rocky Linux 9.4"), (host["managementAddress"], host["operatingSystem"]));
    }
}
