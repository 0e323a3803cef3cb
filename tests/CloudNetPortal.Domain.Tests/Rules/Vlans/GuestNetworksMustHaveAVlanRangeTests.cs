using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Vlans;

public sealed class GuestNetworksMustHaveAVlanRangeTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP5002"));

    [Fact]
    public void Rejects_NoRange()
    {
        var lab = ALab.WithHosts(2);
        lab.Network("guest-a").GuestVlans = null;
        var finding = Assert.Single(lab.FindingsOf("CNP5002"));
        Assert.Contains("guest-a carries Guest and has no guest VLANs.", finding.Message);
        Assert.Equal("a", finding.Case);
        Assert.Equal(Severity.Error, finding.Severity);
    }

    [Fact]
    public void Rejects_SecurityGroups()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.Kind = "AdvancedSecurityGroups";
        lab.Network("guest-a").GuestVlans = "";
        var finding = Assert.Single(lab.FindingsOf("CNP5002"));
        Assert.Contains("has no guest VLANs", finding.Message);
        Assert.Equal("b", finding.Case);
        Assert.Equal(Severity.Advice, finding.Severity);
    }

    [Fact]
    public void Accepts_Basic() => Assert.Empty(ALab.Basic(1).FindingsOf("CNP5002"));
}
