using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Zones;

public sealed class BasicZonesMustHaveOneGuestNetworkTests
{
    [Fact]
    public void Accepts_SoundBasicZone() => Assert.Empty(ALab.Basic(1).FindingsOf("CNP1005"));

    [Fact]
    public void Accepts_AdvancedZone() => Assert.Empty(ALab.WithHosts(1).FindingsOf("CNP1005"));

    [Fact]
    public void Rejects_None()
    {
        var lab = ALab.Basic(1);
        lab.Design.GuestNetworks.Clear();
        var finding = Assert.Single(lab.FindingsOf("CNP1005"));
        Assert.Equal("b", finding.Case);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP1005"));
    }

    [Fact]
    public void Rejects_Two()
    {
        var lab = ALab.Basic(1);
        lab.Design.GuestNetworks.Add(new GuestNetwork { Name = "second", Offering = "DefaultSharedNetworkOfferingWithSGService" });
        Assert.Contains("2 guest networks (guest and second)", Assert.Single(lab.FindingsOf("CNP1005")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_VlanAndAddresses()
    {
        var lab = ALab.Basic(1);
        (lab.Design.GuestNetworks[0].Vlan, lab.Design.GuestNetworks[0].Gateway) = ("291", "10.0.0.1");
        var finding = Assert.Single(lab.FindingsOf("CNP1005"));
        Assert.Contains("gateway 10.0.0.1, VLAN 291", finding.Message, StringComparison.Ordinal);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP1005"));
    }

    [Fact]
    public void Rejects_OfferingWithSourceNat()
    {
        var lab = ALab.Basic(1);
        lab.Design.GuestNetworks[0].Offering = "DefaultIsolatedNetworkOfferingWithSourceNatService";
        Assert.Contains("for Isolated networks", Assert.Single(lab.FindingsOf("CNP1005")).Message, StringComparison.Ordinal);
    }
}
