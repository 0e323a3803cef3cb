using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Compute;

public sealed class HostsMustBeUniqueTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP7004"));

    [Fact]
    public void Rejects_SameHostTwice()
    {
        var lab = ALab.WithHosts(2);
        lab.Cluster.Hosts.Add(new Host { Id = "h9", Device = "kvm1", UserName = "root" });
        var finding = Assert.Single(lab.FindingsOf("CNP7004"));
        Assert.Contains("kvm1 is 2 times in the zone", finding.Message);
        Assert.Equal("a", finding.Case);
    }

    [Fact]
    public void Rejects_SameAddressOnAnotherDevice()
    {
        var lab = ALab.WithHosts(2);
        ALab.Address(ALab.Add(lab.Device("tor1"), new Interface { Name = "mgmt" }), "10.20.200.11");
        var finding = Assert.Single(lab.FindingsOf("CNP7004"));
        Assert.Contains("have the same address 10.20.200.11", finding.Message);
        Assert.Equal("b", finding.Case);
    }

    [Fact]
    public void Rejects_HostOfAnotherZone()
    {
        var lab = ALab.WithHosts(2);
        lab.OtherZones.Add(new ZoneDesign { Id = lab.Design.Id, Name = "ams2", Pods = { new Pod { Clusters = { new Cluster { Hosts = { new Host { Device = "kvm2" } } } } } } });
        var finding = Assert.Single(lab.FindingsOf("CNP7004"));
        Assert.Contains("kvm2 is a host of zone ams2 as well", finding.Message);
        Assert.Equal("a", finding.Case);
    }

    [Fact]
    public void Accepts_SimulatorHostsUnderOneName()
    {
        var lab = ALab.WithHosts(2);
        lab.Cluster.Hypervisor = "Simulator";
        lab.Cluster.Hosts = [new Host { Url = "http://sim/c0/h0" }, new Host { Url = "http://sim/c0/h1" }
        ];
        Assert.Empty(lab.FindingsOf("CNP7004"));
    }

    [Fact]
    public void Rejects_AHostAnotherZoneKnowsByItsAddressOnly()
    {
        var lab = ALab.WithHosts(2);
        lab.OtherZones.Add(new ZoneDesign { Name = "ams2", Pods = { new Pod { Id = "p", Clusters = { new Cluster { Id = "c", Name = "x", Hosts = { new Host { Id = "h", Url = "http://10.20.100.12" } } } } } } });
        var finding = Assert.Single(lab.FindingsOf("CNP7004"));
        Assert.Equal(("kvm2 is a host of zone ams2 as well.", "pods/p1/clusters/c1/hosts/h2"), (finding.Message, finding.Path));
    }

    [Fact]
    public void Rejects_AHostThatIsAddedWithTheAddressOfAnotherBox()
    {
        var lab = ALab.WithHosts(2);
        lab.Cluster.Hosts[1].Url = "http://10.20.0.4";
        Assert.Contains("kvm2 is added with 10.20.0.4, which cs1 has.", lab.FindingsOf("CNP7004").Select(f => f.Message));
    }

    [Fact]
    public void Rejects_OneNameTwice()
    {
        var lab = ALab.WithHosts(1);
        lab.Cluster.Hosts.AddRange([new Host { Id = "x", Url = "http://kvm77.example.net", UserName = "root" }, new Host { Id = "y", Url = "http://KVM77.example.net", UserName = "root" }]);
        Assert.Contains("is 2 times in the zone", Assert.Single(lab.FindingsOf("CNP7004")).Message);
    }
}
