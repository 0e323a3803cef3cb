using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Labels;

public sealed class XenLabelsMustBeUntaggedNetworksTests
{
    [Fact]
    public void Accepts_BaseNetwork() => Assert.Empty(Lab("cloud-base").FindingsOf("CNP3202"));

    [Fact]
    public void Accepts_VlanNetworkWithNothingTagged()
    {
        var lab = Lab("cloud-200");
        lab.Network("guest-a").GuestVlans = null;
        Assert.Empty(lab.FindingsOf("CNP3202"));
    }

    [Fact]
    public void Rejects_VlanNetworkUnderGuestVlans()
    {
        var lab = Lab("cloud-200");
        var finding = Assert.Single(lab.FindingsOf("CNP3202"));
        Assert.Equal("cloud-200 (Guest on guest-a, XenServer) is a network of VLAN 200 on xcp1; VLANs 500–519 cannot be put on it.", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP3202"));
    }

    [Fact]
    public void Rejects_ManagementInterfaceOnAVlan()
    {
        var lab = Lab("cloud-base");
        lab.Traffic("Management").Labels["XenServer"] = "cloud-200";
        var finding = Assert.Single(lab.FindingsOf("CNP3202"));
        Assert.Equal(("b", Severity.Error, "The management interface of xcp1 is on cloud-200, VLAN 200; CloudStack refuses a XenServer host whose management network is on a VLAN. Make VLAN 200 the native one of its switch port."), (finding.Case, finding.Severity, finding.Message));
    }

    [Fact]
    public void Rejects_ManagementAddressOnAVlan_WhateverTheLabelSays()
    {
        var lab = Lab("cloud-base");
        ALab.Address(lab.Port("xcp1", "eth0.200"), "10.20.100.21");
        lab.Device("xcp1").LogicalHost!.ManagementAddress = System.Net.IPAddress.Parse("10.20.100.21");
        Assert.Contains("is on eth0.200, VLAN 200", Assert.Single(lab.FindingsOf("CNP3202")).Message);
    }

    [Fact]
    public void Accepts_ManagementAddressOnTheBase_ThoughALabelHasAVlan()
    {
        var lab = Lab("cloud-base");
        lab.Traffic("Management").Labels["XenServer"] = "cloud-200";
        ALab.Address(lab.Port("xcp1", "eth0"), "10.20.100.21");
        lab.Device("xcp1").LogicalHost!.ManagementAddress = System.Net.IPAddress.Parse("10.20.100.21");
        Assert.Empty(lab.FindingsOf("CNP3202"));
    }

    private static ALab Lab(string label)
    {
        var lab = ALab.WithHosts(0);
        var host = lab.Add(new Device { Name = "xcp1", Role = DeviceRoles.Hypervisor });
        host.LogicalHost = new LogicalHost { DeviceId = host.Id, Hypervisor = "XenServer" };
        var network = ALab.Add(host, new Interface { Name = "xenbr0", Kind = InterfaceKind.XenNetwork, NameLabel = "cloud-base" });
        var tagged = ALab.Add(host, new Interface { Name = "xapi1", Kind = InterfaceKind.XenNetwork, NameLabel = "cloud-200", VlanId = 200 });
        var nic = ALab.Add(host, new Interface { Name = "eth0", BridgeId = network.Id });
        ALab.Add(host, new Interface { Name = "eth0.200", Kind = InterfaceKind.Vlan, ParentId = nic.Id, VlanId = 200, BridgeId = tagged.Id });
        lab.Cluster.Hypervisor = "XenServer";
        lab.Cluster.Hosts.Add(new Host { Id = "x1", Device = "xcp1", UserName = "root" });
        foreach (var traffic in lab.Design.PhysicalNetworks.SelectMany(n => n.TrafficTypes))
            traffic.Labels["XenServer"] = "cloud-base";
        lab.Traffic("Guest").Labels["XenServer"] = label;
        return lab;
    }
}
