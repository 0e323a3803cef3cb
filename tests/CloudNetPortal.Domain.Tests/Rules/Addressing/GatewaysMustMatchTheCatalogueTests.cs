using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Catalogue.Places;
using System.Net;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Tests.Rules.Addressing;

public sealed class GatewaysMustMatchTheCatalogueTests
{
    [Fact]
    public void Accepts_DocumentedGateways() => Assert.Empty(ALab.WithHosts(1).FindingsOf("CNP4012"));

    [Fact]
    public void Rejects_OtherGateway()
    {
        var lab = ALab.WithHosts(1);
        lab.Pod.Gateway = "10.20.100.2";
        var finding = Assert.Single(lab.FindingsOf("CNP4012"));
        Assert.Equal("The gateway of pod pod1 is 10.20.100.2, documented for 10.20.100.0/24 is 10.20.100.1.", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP4012"));
    }

    [Fact]
    public void Rejects_OtherNetmask()
    {
        var lab = ALab.WithHosts(1);
        lab.Pod.Netmask = "255.255.0.0";
        var finding = Assert.Single(lab.FindingsOf("CNP4012"));
        Assert.Contains("makes its subnet 10.20.0.0/16, documented is 10.20.100.0/24", finding.Message, StringComparison.Ordinal);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP4012"));
    }

    [Fact]
    public void Rejects_OtherVlan()
    {
        var lab = ALab.WithHosts(1);
        lab.Design.PublicRanges[0].Vlan = "301";
        var finding = Assert.Single(lab.FindingsOf("CNP4012"));
        Assert.Equal("The public range 192.0.2.100–199 is on VLAN 301, documented for 192.0.2.0/24 is VLAN 300.", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP4012"));
    }

    [Fact]
    public void Rejects_GatewayNoRouterHas()
    {
        var lab = ALab.WithHosts(1);
        ALab.Address(ALab.Add(lab.Device("tor1"), new Interface { Name = "Vlan100", Kind = InterfaceKind.Virtual }), "10.20.100.254");
        var finding = Assert.Single(lab.FindingsOf("CNP4012"));
        Assert.Contains("No router has 10.20.100.1, the gateway of pod pod1", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accepts_SubnetNobodyDocumented_AsNotVerified()
    {
        var lab = ALab.WithHosts(1);
        lab.Prefixes.Clear();
        var finding = Assert.Single(lab.FindingsOf("CNP4012"));
        Assert.Equal((Domain.Rules.FindingStatus.NotVerified, Domain.Rules.Severity.Advice), (finding.Status, finding.Severity));
    }

    [Fact]
    public void Accepts_ABlockThatOnlyHoldsTheSubnet()
    {
        var lab = ALab.WithHosts(1);
        lab.Prefixes.RemoveAll(p => p.VlanId == 200);
        lab.Prefixes.Add(new Prefix { Network = IPNetwork.Parse("10.0.0.0/8") });
        var finding = Assert.Single(lab.FindingsOf("CNP4012"));
        Assert.Equal(("c", FindingStatus.NotVerified), (finding.Case, finding.Status));
        Assert.Contains("10.20.200.0/24: no gateway is documented", finding.Message);
    }
}
