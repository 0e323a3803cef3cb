using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Zones;

public sealed class NamesMustBeUniqueInTheirParentTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP1001"));

    [Fact]
    public void Rejects_PodsThatDifferInCase()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.Pods.Add(new Pod { Id = "p2", Name = "POD1" });
        var finding = Assert.Single(lab.FindingsOf("CNP1001"));
        Assert.Contains("2 pods of zone ams1 are named “POD1”", finding.Message);
        Assert.Equal("pods/p2/name", finding.Path);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP1001"));
    }

    [Fact]
    public void Rejects_LiveZoneInOtherSpelling()
    {
        var lab = ALab.WithHosts(2);
        lab.Cloud = new CloudFacts(ALab.Now, ["AMS1"], [], []);
        var finding = Assert.Single(lab.FindingsOf("CNP1001"));
        Assert.Contains("The cloud already has a zone “AMS1”", finding.Message);
    }

    [Fact]
    public void Rejects_OtherDesign()
    {
        var lab = ALab.WithHosts(2);
        // Ids are local to a document: those of two imported zones are equal.
        lab.OtherZones.Add(new ZoneDesign { Id = lab.Design.Id, Name = "Ams1" });
        var finding = Assert.Single(lab.FindingsOf("CNP1001"));
        Assert.Contains("Another design", finding.Message);
    }

    [Fact]
    public void Accepts_ItsOwnLiveZone()
    {
        var lab = ALab.WithHosts(2);
        lab.Cloud = new CloudFacts(ALab.Now, ["ams1"], [], []);
        Assert.Empty(lab.FindingsOf("CNP1001"));
    }
}
