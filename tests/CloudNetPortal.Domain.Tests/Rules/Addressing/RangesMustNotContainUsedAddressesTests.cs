using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Tests.Rules.Addressing;

public sealed class RangesMustNotContainUsedAddressesTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP4008"));

    [Fact]
    public void Rejects_AddressOfAHost()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.ManagementRanges[0].StartIp = "10.20.100.11";
        var finding = Assert.Single(lab.FindingsOf("CNP4008"));
        Assert.Contains("contains 10.20.100.11, the address of host kvm1 (cloudbr0); 10.20.100.12, the address of host kvm2 (cloudbr0)", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP4008"));
    }

    [Fact]
    public void Rejects_StorageServer()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.StorageRanges[0].StartIp = "10.20.200.4";
        lab.Pod.StorageRanges[0].EndIp = "10.20.200.9";
        var finding = Assert.Single(lab.FindingsOf("CNP4008"));
        Assert.Contains("the storage server of nfs://10.20.200.5", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP4008"));
    }

    [Fact]
    public void Accepts_GatewayBecauseItsOwnRuleSpeaks()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.ManagementRanges[0].StartIp = "10.20.100.1";
        lab.Pod.ManagementRanges[0].EndIp = "10.20.100.9";
        ALab.Address(ALab.Add(lab.Device("tor1"), new Interface { Name = "vlan100", Kind = InterfaceKind.Virtual }), "10.20.100.1");
        Assert.Empty(lab.FindingsOf("CNP4008"));
    }

    [Fact]
    public void Rejects_TheServerOfAPoolOfACluster()
    {
        var lab = ALab.WithHosts(1);
        lab.Cluster.PrimaryStorages[0].Url = "rbd://admin:secret@10.20.200.120:6789/cloudstack";
        var finding = Assert.Single(lab.FindingsOf("CNP4008"));
        Assert.Contains("10.20.200.120, the address of the storage server", finding.Message);
        Assert.Equal("pods/p1/clusters/c1/primaryStorages/ps", finding.Objects[1].Path);
        lab.Cluster.PrimaryStorages[0].Url = "rbd://admin:secret@10.20.200.99:6789/cloudstack";
        Assert.Empty(lab.FindingsOf("CNP4008"));
    }

    [Theory]
    [InlineData("10.20.100.100")]
    [InlineData("10.20.100.149")]
    public void Rejects_BothEndsOfTheRange(string address)
    {
        var lab = ALab.WithHosts(1);
        ALab.Address(lab.Device("cs1").Interfaces[0], address);
        Assert.Contains(address, Assert.Single(lab.FindingsOf("CNP4008")).Message);
    }

    [Fact]
    public void Rejects_VCenter()
    {
        var lab = ALab.WithHosts(1);
        lab.Design.VmwareDatacenter = new VmwareDatacenter { Id = "dc", Name = "dc1", VCenter = "10.20.100.120" };
        Assert.Contains("10.20.100.120, the address of vCenter", Assert.Single(lab.FindingsOf("CNP4008")).Message);
    }

    [Fact]
    public void Accepts_ABoxOnItsWayOut()
    {
        var lab = ALab.WithHosts(1);
        ALab.Address(lab.Device("cs1").Interfaces[0], "10.20.100.120");
        lab.Device("cs1").Status = LifeCycle.Decommissioning;
        Assert.Empty(lab.FindingsOf("CNP4008"));
    }
}
