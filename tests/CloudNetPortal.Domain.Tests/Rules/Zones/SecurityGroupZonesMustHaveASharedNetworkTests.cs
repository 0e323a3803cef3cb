namespace CloudNetPortal.Domain.Tests.Rules.Zones;

public sealed class SecurityGroupZonesMustHaveASharedNetworkTests
{
    [Fact]
    public void Accepts_SharedNetworkWithSecurityGroups() => Assert.Empty(ALab.SecurityGroups(1).FindingsOf("CNP1008"));

    [Fact]
    public void Accepts_AdvancedZone() => Assert.Empty(ALab.WithHosts(1).FindingsOf("CNP1008"));

    [Fact]
    public void Accepts_OfferingNobodyKnows() => Assert.Empty(With("our-own-offering").FindingsOf("CNP1008"));

    [Fact]
    public void Rejects_NoNetwork()
    {
        var lab = ALab.SecurityGroups(1);
        lab.Design.GuestNetworks.Clear();
        var finding = Assert.Single(lab.FindingsOf("CNP1008"));
        Assert.Equal("b", finding.Case);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP1008"));
    }

    [Fact]
    public void Rejects_SharedNetworkWithoutSecurityGroups() => Assert.Equal(["b"], With("DefaultSharedNetworkOffering").FindingsOf("CNP1008").Select(f => f.Case));

    [Fact]
    public void Rejects_IsolatedNetwork() => Assert.Equal(["a", "b"], With("DefaultIsolatedNetworkOfferingWithSourceNatService").FindingsOf("CNP1008").Select(f => f.Case).Order());

    private static ALab With(string offering)
    {
        var lab = ALab.SecurityGroups(1);
        lab.Design.GuestNetworks[0].Offering = offering;
        return lab;
    }
}
