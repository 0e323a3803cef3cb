using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Traffic;

public sealed class SharedNetworksMustFitTheirOfferingTests
{
    [Fact]
    public void Accepts_SharedNetworkThatFits() => Assert.Empty(ALab.SecurityGroups(1).FindingsOf("CNP2008"));

    [Fact]
    public void Accepts_BasicZone() => Assert.Empty(ALab.Basic(1).FindingsOf("CNP2008"));

    [Theory]
    [InlineData("vlan", "asks for a VLAN")]
    [InlineData("gateway", "the gateway is missing")]
    [InlineData("startIp", "the first address is missing")]
    public void Rejects_MissingValue(string field, string said)
    {
        var finding = Assert.Single(Judge(g => _ = field switch { "vlan" => g.Vlan = null, "gateway" => g.Gateway = null, _ => g.StartIp = null }));
        Assert.Contains(said, finding.Message, StringComparison.Ordinal);
        Assert.EndsWith(field, finding.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_VlanTheOfferingDoesNotTake() => Assert.Contains("takes no VLAN", Assert.Single(Judge(g => g.Offering = "DefaultL2NetworkOffering")).Message, StringComparison.Ordinal);

    [Fact]
    public void Rejects_PhysicalNetworkWithAnIsolatedOffering() =>
        Assert.Contains("its tag decides", Assert.Single(Judge(g => (g.Offering, g.Vlan) = ("DefaultIsolatedNetworkOfferingWithSourceNatService", null))).Message, StringComparison.Ordinal);

    [Fact]
    public void Rejects_GatewayThatIsTheBroadcastAddress() => Assert.Contains("broadcast address", Assert.Single(Judge(g => g.Gateway = "10.20.120.255")).Message, StringComparison.Ordinal);

    [Fact]
    public void Rejects_OfferingTheCloudDoesNotHave()
    {
        var cloud = new CloudFacts(ALab.Now, [], [], ["shared-sg"]);
        var finding = Assert.Single(Judge(g => g.Offering = "shared-gs", cloud));
        Assert.Contains("The cloud has no network offering “shared-gs”", finding.Message, StringComparison.Ordinal);
        Assert.Equal("Use shared-sg", finding.Fixes[0].Title);
    }

    [Fact]
    public void Rejects_DisabledOfferingAndOneWithoutRanges()
    {
        var cloud = new CloudFacts(ALab.Now, [], [], ["x"]) { Offerings = [new OfferingFacts("x", "Shared") { State = "Disabled", SpecifyVlan = true }] };
        Assert.Equal(2, Judge(g => g.Offering = "x", cloud).Count);
    }

    [Fact]
    public void Accepts_OfferingNobodyRead_AsNotVerified() => Assert.Equal(FindingStatus.NotVerified, Assert.Single(Judge(g => g.Offering = "ours")).Status);

    [Fact]
    public void Rejects_OfferingOfABasicZoneThatIsDisabledOrGone()
    {
        var lab = ALab.Basic(1);
        lab.Cloud = new CloudFacts(ALab.Now, [], [], ["x"]) { Offerings = [new OfferingFacts("x", "Shared") { State = "Inactive" }] };
        Assert.Contains("The cloud has no network offering", Assert.Single(lab.FindingsOf("CNP2008")).Message, StringComparison.Ordinal);
        lab.Design.GuestNetworks[0].Offering = "x";
        Assert.Contains("is Inactive", Assert.Single(lab.FindingsOf("CNP2008")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_OfferingEveryCloudIsBornWith_WhereItWasRemoved() =>
        Assert.Contains("The cloud has no network offering", Assert.Single(Judge(_ => { }, new CloudFacts(ALab.Now, [], [], ["other"]))).Message, StringComparison.Ordinal);

    [Fact]
    public void Accepts_OldRead_AsNotVerified()
    {
        var cloud = new CloudFacts(ALab.Now.AddDays(-8), [], [], ["x"]) { Offerings = [new OfferingFacts("x", "Shared") { SpecifyVlan = true, SpecifyIpRanges = true }] };
        var finding = Assert.Single(Judge(g => g.Offering = "X", cloud));
        Assert.Equal(FindingStatus.NotVerified, finding.Status);
        Assert.Contains("fitted on 2026-02-21", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accepts_VlanNamedUntagged() => Assert.Empty(Judge(g => g.Vlan = "untagged"));

    private static IReadOnlyList<Finding> Judge(Action<Domain.Zones.GuestNetwork> change, CloudFacts? cloud = null)
    {
        var lab = ALab.SecurityGroups(1);
        lab.Cloud = cloud;
        change(lab.Design.GuestNetworks[0]);
        return lab.FindingsOf("CNP2008");
    }
}
