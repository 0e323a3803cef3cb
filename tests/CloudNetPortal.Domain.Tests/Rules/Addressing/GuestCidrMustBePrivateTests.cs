using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Addressing;

public sealed class GuestCidrMustBePrivateTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP4003"));

    [Fact]
    public void Rejects_PublicBlock()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.GuestCidr = "203.0.113.0/24";
        var finding = Assert.Single(lab.FindingsOf("CNP4003"));
        Assert.Contains("is not private", finding.Message);
        Assert.Equal("a", finding.Case);
        Assert.Equal(Severity.Error, finding.Severity);
    }

    [Fact]
    public void Rejects_TwoBlocks()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.GuestCidr = "10.1.1.0/24,10.1.2.0/24";
        var finding = Assert.Single(lab.FindingsOf("CNP4003"));
        Assert.Contains("is not one IPv4 CIDR", finding.Message);
        Assert.Equal("a", finding.Case);
    }

    [Fact]
    public void Rejects_HostBits()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.GuestCidr = "10.1.1.5/24";
        var finding = Assert.Single(lab.FindingsOf("CNP4003"));
        Assert.Contains("it means 10.1.1.0/24", finding.Message);
        Assert.Equal("b", finding.Case);
        Assert.Equal(Severity.Advice, finding.Severity);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP4003"));
    }

    [Fact]
    public void Accepts_Empty()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.GuestCidr = null;
        Assert.Empty(lab.FindingsOf("CNP4003"));
    }

    [Fact]
    public void Accepts_AnyBlockWhereTheCloudAllowsIt()
    {
        var lab = ALab.WithHosts(1);
        lab.Design.GuestCidr = "198.51.100.0/24";
        lab.Cloud = lab.Cloud! with { Settings = new Dictionary<string, string> { ["allow.non.rfc1918.compliant.ips"] = "true" } };
        Assert.Empty(lab.FindingsOf("CNP4003"));
    }

    [Theory]
    [InlineData("172.16.0.0/12", 0)]
    [InlineData("172.16.0.0/11", 1)]
    [InlineData("172.32.0.0/24", 1)]
    [InlineData("100.64.0.0/10", 0)]
    [InlineData("100.128.0.0/24", 1)]
    [InlineData("192.168.0.0/15", 1)]
    public void Judges_TheBordersOfPrivateBlocks(string cidr, int found)
    {
        var lab = ALab.WithHosts(1);
        lab.Design.GuestCidr = cidr;
        var findings = lab.FindingsOf("CNP4003");
        Assert.Equal(found, findings.Count);
        Assert.All(findings, f => Assert.Contains("unless allow.non.rfc1918.compliant.ips is true, which was not read", f.Message));
    }
}
