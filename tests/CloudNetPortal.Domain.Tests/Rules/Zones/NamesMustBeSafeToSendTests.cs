using CloudNetPortal.Domain.Zones;
namespace CloudNetPortal.Domain.Tests.Rules.Zones;

public sealed class NamesMustBeSafeToSendTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP1002"));

    [Fact]
    public void Rejects_BlankAtTheEnd()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.Name = "ams1 ";
        var finding = Assert.Single(lab.FindingsOf("CNP1002"));
        Assert.Contains("has a blank at an end", finding.Message);
        Assert.Equal("name", finding.Path);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP1002"));
    }

    [Fact]
    public void Rejects_NoName()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.Name = "";
        var finding = Assert.Single(lab.FindingsOf("CNP1002"));
        Assert.Contains("The name of a pod is empty", finding.Message);
    }

    [Fact]
    public void Rejects_DomainWithHyphen()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.NetworkDomain = "-cloud.example";
        var finding = Assert.Single(lab.FindingsOf("CNP1002"));
        Assert.Contains("is no DNS name", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP1002"));
    }

    [Fact]
    public void Accepts_Domain()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.NetworkDomain = "cloud.example";
        Assert.Empty(lab.FindingsOf("CNP1002"));
    }

    [Theory]
    [InlineData("", "a"), InlineData(" ", "b"), InlineData("a\tb", "a"), InlineData("<b>x</b>", "b"), InlineData("ams1 ", "b")]
    public void Rejects_ByWhatTheServerDoes(string name, string letter)
    {
        var lab = ALab.WithHosts(1);
        lab.Design.Name = name;
        Assert.Equal(letter, Assert.Single(lab.FindingsOf("CNP1002")).Case);
    }

    [Theory, InlineData(255, 0), InlineData(256, 1)]
    public void Rejects_From256CharactersOn(int length, int findings)
    {
        var lab = ALab.WithHosts(1);
        lab.Design.Name = new string('z', length);
        Assert.Equal(findings, lab.FindingsOf("CNP1002").Count);
    }

    [Fact]
    public void Rejects_EveryTextThatIsSent()
    {
        var lab = ALab.WithHosts(1);
        lab.Network("guest-a").Tags = ["mpls "];
        lab.Cluster.Hosts[0].Tags = ["ssd\u0007"];
        lab.Design.GuestNetworks.Add(new GuestNetwork { Id = "g", Name = "g", DisplayText = "<i>" });
        Assert.Equal(["guestNetworks/g/displayText b", "physicalNetworks/n2/tags b", "pods/p1/clusters/c1/hosts/h1/tags a"], lab.FindingsOf("CNP1002").Select(f => $"{f.Path} {f.Case}").Order(StringComparer.Ordinal));
    }

    [Theory, InlineData("a.b", 0), InlineData("a..b", 1), InlineData("a.", 1), InlineData("münchen.example", 1), InlineData("a_b.example", 1)]
    public void Rejects_DomainsThatAreNone(string domain, int findings)
    {
        var lab = ALab.WithHosts(1);
        lab.Design.NetworkDomain = domain;
        Assert.Equal(findings, lab.FindingsOf("CNP1002").Count);
    }
}
