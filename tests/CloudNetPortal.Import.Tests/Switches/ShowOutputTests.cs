using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Reading;

namespace CloudNetPortal.Import.Tests.Switches;

/// <summary>Small show outputs of our own: what each form says reaches the draft, and nothing else.</summary>
public sealed class ShowOutputTests
{
    [Theory]
    [InlineData("sw1#show vlan brief\nVLAN Name                             Status    Ports\n---- -------------------------------- --------- -------------------------------\n1    default                          active    Gi0/9\n20   storage                          active    Gi0/1, Gi0/2\n                                                Gi0/3\n30   old                              suspended\n",
        "show-vlan", "GigabitEthernet0/1 mode=Access untaggedVlan=20|GigabitEthernet0/2 mode=Access untaggedVlan=20|GigabitEthernet0/3 mode=Access untaggedVlan=20|GigabitEthernet0/9 mode=Access untaggedVlan=1", "sw1 role=switch vlans=1-1,20-20")]
    [InlineData("Port      Name               Status       Vlan       Duplex  Speed Type\nEt1       kvm1 nic connected connected    trunk      full    10G   10GBASE-SR\nEt2                          disabled     20         auto    auto  10GBASE-SR\nEt3                          notconnect   in Po3     full    25G   Not Present\n",
        "show-interface-status", "Ethernet1 description=kvm1 nic connected enabled=true link=true mode=Trunk speed=10000|Ethernet2 enabled=false mode=Access untaggedVlan=20|Ethernet3 bond=Port-Channel3 enabled=true link=false speed=25000|Port-Channel3 ", "sw1 role=switch")]
    [InlineData("Group  Port-channel  Protocol    Ports\n------+-------------+-----------+-----------------------------------------------\n1      Po1(SU)         LACP      Te1/1(P)       Te1/2(s)\n                                 Te1/3(I)\n2      Po2(SU)          -        Te1/4(P)\n",
        "port-channel-summary", "Port-Channel1 bondMode=Lacp|Port-Channel2 bondMode=Static|TenGigabitEthernet1/1 bond=Port-Channel1 memberState=Active|TenGigabitEthernet1/2 bond=Port-Channel1 memberState=Suspended|TenGigabitEthernet1/3 bond=Port-Channel1 memberState=NoPartner|TenGigabitEthernet1/4 bond=Port-Channel2 memberState=Active", "sw1 role=switch")]
    [InlineData("Name: Gi0/1\nSwitchport: Enabled\nAdministrative Mode: trunk\nOperational Mode: trunk\nAccess Mode VLAN: 1 (default)\nTrunking Native Mode VLAN: 7 (native)\nTrunking VLANs Enabled: 7,100,200-202,\n     300\n\nName: Gi0/2\nSwitchport: Enabled\nAdministrative Mode: static access\nOperational Mode: down\nAccess Mode VLAN: 20 (storage)\nTrunking VLANs Enabled: ALL\n",
        "show-switchport", "GigabitEthernet0/1 mode=Trunk taggedVlans=100-100,200-202,300-300 untaggedVlan=7|GigabitEthernet0/2 mode=Access untaggedVlan=20", "sw1 role=switch")]
    [InlineData("Port        Mode             Encapsulation  Status        Native vlan\nGi0/1       on               802.1q         trunking      7\n\nPort        Vlans allowed on trunk\nGi0/1       100,200-202\n\nPort        Vlans allowed and active in management domain\nGi0/1       100\n",
        "show-trunk", "GigabitEthernet0/1 mode=Trunk taggedVlans=100-100,200-202 untaggedVlan=7", "sw1 role=switch")]
    [InlineData("{\"domainId\": \"pair\", \"interfaces\": {\"3\": {\"localInterface\": \"Port-Channel3\", \"peerInterface\": \"Port-Channel3\", \"status\": \"active-full\"}}}",
        "mlag", "Port-Channel3 mlagGroup=pair 3", "sw1 role=switch")]
    [InlineData("{\"TABLE_interface\": {\"ROW_interface\": [{\"interface\": \"Ethernet1/3\", \"vlan\": \"1\", \"type\": \"eth\", \"portmode\": \"trunk\", \"state\": \"down\", \"state_rsn_desc\": \"Administratively down\", \"speed\": \"auto\", \"portchan\": 3}, {\"interface\": \"port-channel3\", \"vlan\": \"1\", \"portmode\": \"trunk\", \"state\": \"up\", \"state_rsn_desc\": \"none\", \"speed\": \"10G\"}]}}",
        "nxos-interfaces", "Ethernet1/3 bond=Port-Channel3 enabled=false mode=Trunk untaggedVlan=1|port-channel3 enabled=true mode=Trunk speed=10000 untaggedVlan=1", "sw1 platform=Cisco NX-OS role=switch")]
    [InlineData("Ethernet1 is administratively down, line protocol is notpresent (disabled)\n  Hardware is Ethernet, address is 0200.5e00.0101 (bia 0200.5e00.0101)\n  Description: kvm1\n  MTU 9000 bytes, BW 10000000 kbit\n  Full-duplex, 10Gb/s, auto negotiation: off\n",
        "show-interfaces", "Ethernet1 description=kvm1 enabled=false mac=02:00:5e:00:01:01 mtu=9000 speed=10000", "sw1 role=switch")]
    public void Output_OfASwitch_SaysThis(string text, string kind, string ports, string device)
    {
        var import = Read("sw1/output.txt", text, kind);
        Assert.Equal(ports.Split('|'), Ports(import, "sw1"));
        Assert.Equal(device, $"sw1 {string.Join(' ', import.Draft.Find(RecordKey.Device("sw1"))!.Values.Select(v => $"{v.Key}={v.Value.Text}"))}");
    }

    [Theory]
    [InlineData("LocalPort    RemoteDevice    RemotePortID    Capability    RemotePortDescr\n-----------  --------------  --------------  ------------  -----------------\nEthernet0    kvm1            eno1            BR            first\n", "lldp-table", "Ethernet0 kvm1 eno1")]
    [InlineData("Port          Neighbor Device ID       Neighbor Port ID    TTL\n---------- ------------------------ ---------------------- ---\nEt1           spine1.example.net       Ethernet7           120\n", "lldp-table", "Ethernet1 spine1.example.net Ethernet7")]
    [InlineData("Device ID           Local Intf     Hold-time  Capability      Port ID\na-very-long-name-of-a-switch.example.net\n                    Eth1/1         120        BR              Ethernet1/7\n0200.5e00.0101      Eth1/2         120                        0200.5e00.0101\n", "lldp-table", "Ethernet1/1 a-very-long-name-of-a-switch.example.net Ethernet1/7|Ethernet1/2 0200.5e00.0101 0200.5e00.0101")]
    [InlineData("{\"lldpNeighbors\": {\"Ethernet1\": {\"lldpNeighborInfo\": [{\"chassisId\": \"0200.5e00.0101\", \"systemName\": \"kvm1\", \"neighborInterfaceInfo\": {\"interfaceId\": \"\\\"eno1\\\"\"}}]}}}", "eos-lldp", "Ethernet1 kvm1 eno1")]
    [InlineData("{\"lldp-neighbors-information\": [{\"lldp-neighbor-information\": [{\"lldp-local-interface\": [{\"data\": \"ge-0/0/1.0\"}], \"lldp-remote-chassis-id\": [{\"data\": \"02:00:5e:00:01:01\"}], \"lldp-remote-port-id\": [{\"data\": \"eno1\"}], \"lldp-remote-system-name\": [{\"data\": \"kvm1\"}]}]}]}", "junos-lldp", "ge-0/0/1 kvm1 eno1")]
    [InlineData("Local Intf: Gi0/1\nChassis id: 0200.5e00.0101\nPort id: eno1\nSystem Name: kvm1\n\nTime remaining: 99 seconds\nVlan ID: - not advertised\n", "cisco-lldp-detail", "GigabitEthernet0/1 kvm1 eno1")]
    public void Neighbours_OfASwitch_AreThese(string text, string kind, string neighbours) =>
        Assert.Equal(neighbours.Split('|'), Read("sw1/output.txt", text, kind).Draft.Of(RecordKind.Neighbour).Select(n => $"{n.Key.Owner["sw1:".Length..]} {n["system"] ?? n["chassis"]} {n["port"]}"));

    [Fact]
    public void Line_OfNoKnownForm_IsNamed()
    {
        var import = Read("sw1/output.txt", "VLAN Name                             Status    Ports\n1    default                          active    Gi0/9\n??? what is this\n", "show-vlan", 1);
        Assert.Equal(("Line not understood", 3), (import.Problems.Single(p => p.Weight == ProblemWeight.Warning).Cause, import.Problems.Single(p => p.Weight == ProblemWeight.Warning).Line));
    }

    internal static InventoryImport Read(string path, string text, string kind, int warnings = 0)
    {
        var import = InventoryImport.Read([new ImportFile(path, text)]);
        Assert.Equal(kind, import.Files[0].Key);
        Assert.Equal(warnings, import.Problems.Count(p => p.Weight != ProblemWeight.Note));
        Assert.Equal(warnings, import.Files[0].Rows - import.Files[0].Ok);
        return import;
    }

    internal static IEnumerable<string> Ports(InventoryImport import, string device) => import.Draft.InterfacesOf(device).Select(p => $"{p.Key.Name} {string.Join(' ', p.Values.Where(v => v.Key != "kind").Select(v => $"{v.Key}={v.Value.Text}"))}");
}
