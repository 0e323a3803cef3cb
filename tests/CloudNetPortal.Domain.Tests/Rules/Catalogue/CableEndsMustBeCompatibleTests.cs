using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Catalogue;

public sealed class CableEndsMustBeCompatibleTests
{
    [Theory]
    [InlineData("25gbase-x-sfp28", "25gbase-x-sfp28", "dac-passive")]
    [InlineData("1000base-t", "10gbase-t", "cat6a")]
    [InlineData("10gbase-x-sfpp", "lc", "mmf-om4")]
    [InlineData("10gbase-sr", "10gbase-x-sfpp", "mmf-om3")]
    [InlineData("100gbase-lr4", "100gbase-x-qsfp28", "smf-os2")]
    [InlineData("1000base-t", "8p8c", "cat5e")]
    public void Accepts_OneMedium(string a, string b, string cable) => Assert.Empty(Judge(a, b, cable));

    [Theory]
    [InlineData("1000base-t", "25gbase-x-sfp28", "mmf-om4")]
    [InlineData("10gbase-sr", "10gbase-lr", "smf")]
    [InlineData("10gbase-sr", "10gbase-lr", null)]
    [InlineData("1000base-t", "1000base-t", "dac-passive")]
    [InlineData("lc", "25gbase-x-sfp28", "cat6")]
    public void Rejects_MediaThatDoNotMeet(string a, string b, string? cable) => Assert.Contains("share no medium", Assert.Single(Judge(a, b, cable)).Message, StringComparison.Ordinal);

    [Fact]
    public void Rejects_DirectAttachThroughAPanel()
    {
        var lab = Lab("25gbase-x-sfp28", "lc", "dac-passive");
        lab.Port("b", "p").Kind = InterfaceKind.FrontPort;
        Assert.Contains("panel port b:p", Assert.Single(lab.FindingsOf("CNP0104")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_CableInABond()
    {
        var lab = Lab(null, null, null);
        lab.Port("b", "p").Kind = InterfaceKind.Bond;
        Assert.Contains("which is a bond", Assert.Single(lab.FindingsOf("CNP0104")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accepts_TypesNobodyDocumented_AsNotVerified()
    {
        var finding = Assert.Single(Judge(null, null, null));
        Assert.Equal((FindingStatus.NotVerified, Severity.Advice), (finding.Status, finding.Severity));
        Assert.Contains("1 cable of 1 was not compared", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10gbase-lrm", "10gbase-x-sfpp", "mmf-om3")]
    [InlineData("10gbase-lrm", "10gbase-lrm", "smf-os2")]
    [InlineData("1000base-bx10-d", "1000base-x-sfp", "smf")]
    [InlineData("1000base-t", "110-punch", "cat6")]
    public void Accepts_UnusualOptics(string a, string b, string cable) => Assert.DoesNotContain(Judge(a, b, cable), f => f.Status == FindingStatus.Open);

    [Fact]
    public void Rejects_DirectAttachInAPanel_WhateverItsPortsAre()
    {
        var lab = Lab(null, null, "dac-active");
        lab.Port("b", "p").Kind = InterfaceKind.RearPort;
        Assert.Contains("panel port b:p", Assert.Single(lab.FindingsOf("CNP0104")).Message, StringComparison.Ordinal);
    }

    [Theory, InlineData("1000base-t", null, "cat6"), InlineData("1000base-t", "1000base-t", null)]
    public void Accepts_TypesKnownInPart_AsNotVerified(string? a, string? b, string? cable) => Assert.Equal(FindingStatus.NotVerified, Assert.Single(Judge(a, b, cable)).Status);

    private static IReadOnlyList<Finding> Judge(string? a, string? b, string? cable) => Lab(a, b, cable).FindingsOf("CNP0104");

    private static ALab Lab(string? a, string? b, string? cable)
    {
        var lab = new ALab();
        lab.Wire(ALab.Add(lab.Add(new Device { Name = "a" }), new Interface { Name = "p", Connector = a }), ALab.Add(lab.Add(new Device { Name = "b" }), new Interface { Name = "p", Connector = b })).Type = cable;
        return lab;
    }
}
