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

    [Fact]
    public void Rejects_PhysicalNetworksOfOneName_ThoughTheServerTakesThem()
    {
        var lab = ALab.WithHosts(1);
        lab.Network("guest-a").Name = " MGMT-NET";
        var finding = Assert.Single(lab.FindingsOf("CNP1001"));
        Assert.Equal(("b", Severity.Error, "physicalNetworks/n2/name"), (finding.Case, finding.Severity, finding.Path));
        Assert.False(RuleBook.Find("CNP1001")!.Cases.Single(c => c.Letter == "b").RefusedByServer);
    }

    [Fact]
    public void Accepts_OneClusterNameInTwoPods()
    {
        var lab = ALab.WithHosts(1);
        lab.Design.Pods.Add(new Pod { Id = "p2", Name = "pod2", Clusters = { new Cluster { Id = "c2", Name = "C1" } } });
        Assert.Empty(lab.FindingsOf("CNP1001"));
    }

    [Fact]
    public void Rejects_TwoLivePhysicalNetworksOfTheName_AsAmbiguous()
    {
        var lab = ALab.WithHosts(1);
        var twins = ALab.WithHosts(1).Design;
        twins.PhysicalNetworks.Add(new PhysicalNetwork { Id = "n3", Name = "Guest-A" });
        lab.Live = ALiveZone.Of(twins);
        var finding = Assert.Single(lab.FindingsOf("CNP1001"));
        Assert.Equal(("a", "physicalNetworks/n2/name"), (finding.Case, finding.Path));
        Assert.Contains("which one guest-a is cannot be told", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_WithANameThatIsFree()
    {
        var lab = ALab.WithHosts(1);
        lab.OtherZones.AddRange([new ZoneDesign { Name = "ams1" }, new ZoneDesign { Name = "AMS1-2" }]);
        Assert.Equal("Name it ams1-3", Assert.Single(lab.FindingsOf("CNP1001")).Fixes[0].Title);
    }

    [Fact]
    public void Accepts_TwoDraftsWithoutAName_ThatIsToldElsewhere()
    {
        var lab = ALab.WithHosts(1);
        lab.Design.Name = " ";
        lab.OtherZones.Add(new ZoneDesign { Name = "" });
        Assert.Empty(lab.FindingsOf("CNP1001"));
    }
}
