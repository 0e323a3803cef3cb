using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Traffic;

public sealed class TagsMustMatchNetworkOfferingsTests
{
    [Fact]
    public void Accepts_OneUntaggedNetwork() => Assert.Empty(ALab.SecurityGroups(1).FindingsOf("CNP2005"));

    [Fact]
    public void Accepts_TagOnBothSides() => Assert.Empty(Lab("mpls", "mpls").FindingsOf("CNP2005"));

    [Fact]
    public void Rejects_OfferingWhoseTagNobodyHas()
    {
        var finding = Assert.Single(Lab("mpls", null).FindingsOf("CNP2005"));
        Assert.Equal("a", finding.Case);
        Assert.Contains("has the tag “mpls”; no physical network with Guest has it", finding.Message, StringComparison.Ordinal);
        Assert.Empty(Lab("mpls", null).After(finding.Fixes[0]).FindingsOf("CNP2005"));
    }

    [Fact]
    public void Rejects_UntaggedOfferingWhereTwoAreUntagged()
    {
        var lab = Lab(null, null);
        lab.Design.PhysicalNetworks.Add(new PhysicalNetwork { Id = "n3", Name = "guest-b", TrafficTypes = { new TrafficType { Type = "Guest", Labels = { ["KVM"] = "cloudbr1" } } } });
        Assert.Contains("cannot choose", Assert.Single(lab.FindingsOf("CNP2005")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_TagNoEnabledOfferingCarries()
    {
        var lab = Lab("mpls", "mpls");
        lab.Cloud = lab.Cloud! with { Offerings = [lab.Cloud.Offerings![0] with { State = "Disabled" }] };
        Assert.Equal(["b"], lab.FindingsOf("CNP2005").Select(f => f.Case));
    }

    [Fact]
    public void Accepts_TagsWithoutOfferingsRead_AsNotVerified()
    {
        var lab = Lab("mpls", "mpls");
        lab.Cloud = null;
        Assert.Equal(FindingStatus.NotVerified, Assert.Single(lab.FindingsOf("CNP2005")).Status);
    }

    [Fact]
    public void Rejects_TagNobodyCarries_AsAdviceInALab()
    {
        var lab = Lab("mpls", "mpls");
        lab.Cloud = lab.Cloud! with { Offerings = [lab.Cloud.Offerings![0] with { State = "Disabled" }] };
        Assert.Equal(Severity.Warning, Assert.Single(lab.FindingsOf("CNP2005")).Severity);
        lab.Pack = PolicyPack.Lab;
        Assert.Equal(Severity.Advice, Assert.Single(lab.FindingsOf("CNP2005")).Severity);
    }

    [Fact]
    public void Accepts_OldRead_AsNotVerified()
    {
        var lab = Lab("mpls", "mpls");
        lab.Cloud = lab.Cloud! with { ReadAt = ALab.Now.AddDays(-8) };
        var finding = Assert.Single(lab.FindingsOf("CNP2005"));
        Assert.Equal(("b", FindingStatus.NotVerified), (finding.Case, finding.Status));
        Assert.Contains("were there on 2026-02-21", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_OldReadThatSaysBad_WithItsDate()
    {
        var lab = Lab("mpls", "mpls");
        lab.Cloud = lab.Cloud! with { ReadAt = ALab.Now.AddDays(-8), Offerings = [] };
        Assert.Contains("(as of 2026-02-21)", Assert.Single(lab.FindingsOf("CNP2005")).Message, StringComparison.Ordinal);
    }

    private static ALab Lab(string? offering, string? network)
    {
        var lab = ALab.SecurityGroups(1);
        lab.Design.GuestNetworks[0].PhysicalNetworkId = null;
        lab.Design.GuestNetworks[0].Offering = "shared-mpls";
        if (network is not null)
            lab.Network("guest-a").Tags.Add(network);
        lab.Cloud = new CloudFacts(ALab.Now, [], [], ["shared-mpls"]) { Offerings = [new OfferingFacts("shared-mpls", "Shared") { Tags = offering is null ? [] : [offering], Services = new Dictionary<string, IReadOnlyList<string>> { ["SecurityGroup"] = [] }, SpecifyVlan = true, SpecifyIpRanges = true }] };
        return lab;
    }
}
