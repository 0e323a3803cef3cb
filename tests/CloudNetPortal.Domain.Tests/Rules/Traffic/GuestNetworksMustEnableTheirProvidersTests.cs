using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Traffic;

public sealed class GuestNetworksMustEnableTheirProvidersTests
{
    [Fact]
    public void Accepts_SoundZones()
    {
        Assert.Empty(ALab.WithHosts(1).FindingsOf("CNP2007"));
        Assert.Empty(ALab.Basic(1).FindingsOf("CNP2007"));
        Assert.Empty(ALab.SecurityGroups(1).FindingsOf("CNP2007"));
    }

    [Fact]
    public void Rejects_VirtualRouterLeftDisabled()
    {
        var lab = ALab.WithHosts(1);
        lab.Network("guest-a").Providers[0].Enabled = false;
        var finding = Assert.Single(lab.FindingsOf("CNP2007"));
        Assert.Equal("guest-a carries Guest and does not enable VirtualRouter: the first guest network is refused.", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP2007"));
    }

    [Fact]
    public void Rejects_NoProviderAtAll()
    {
        var lab = ALab.WithHosts(1);
        lab.Network("guest-a").Providers.Clear();
        var findings = lab.FindingsOf("CNP2007");
        Assert.Equal(["a", "c"], findings.Select(f => f.Case));
        Assert.Empty(lab.After(findings[0].Fixes[0]).FindingsOf("CNP2007"));
    }

    [Fact]
    public void Rejects_ProviderOfTheOfferingInUse()
    {
        var lab = ALab.SecurityGroups(1);
        lab.Network("guest-a").Providers.RemoveAll(p => p.Name == "SecurityGroupProvider");
        var finding = Assert.Single(lab.FindingsOf("CNP2007"));
        Assert.Equal("b", finding.Case);
        Assert.Contains("does not enable SecurityGroupProvider, which the offering DefaultSharedNetworkOfferingWithSGService", finding.Message, StringComparison.Ordinal);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP2007"));
    }

    [Fact]
    public void Rejects_UnknownProvider()
    {
        var lab = ALab.WithHosts(1);
        lab.Network("guest-a").Providers.Add(new NetworkProvider { Id = "x", Name = "VirtualRuter" });
        var finding = Assert.Single(lab.FindingsOf("CNP2007"));
        Assert.Equal("b", finding.Case);
        Assert.Equal("Use VirtualRouter", finding.Fixes[0].Title);
    }

    [Fact]
    public void Rejects_TungstenWithoutManagement()
    {
        var lab = ALab.WithHosts(1);
        lab.Network("guest-a").Providers.Add(new NetworkProvider { Id = "x", Name = "Tungsten" });
        Assert.Contains("needs Management", Assert.Single(lab.FindingsOf("CNP2007")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accepts_ControllerThatBringsItsOwn()
    {
        var lab = ALab.WithHosts(1);
        lab.Network("guest-a").IsolationMethods = ["NSX"];
        lab.Network("guest-a").Providers = [new NetworkProvider { Name = "Nsx" }];
        Assert.Empty(lab.FindingsOf("CNP2007"));
    }
}
