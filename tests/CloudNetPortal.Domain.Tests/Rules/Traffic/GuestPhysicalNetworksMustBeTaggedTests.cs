using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Traffic;

public sealed class GuestPhysicalNetworksMustBeTaggedTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP2004"));

    [Fact]
    public void Rejects_TwoWithoutTag()
    {
        var lab = ALab.WithHosts(2);
        lab.Network("mgmt-net").TrafficTypes.Add(new TrafficType { Id = "g2", Type = "Guest" });
        var finding = Assert.Single(lab.FindingsOf("CNP2004"));
        Assert.Contains("mgmt-net and guest-a carry Guest without a tag", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP2004"));
    }

    [Fact]
    public void Rejects_TwoTags()
    {
        var lab = ALab.WithHosts(2);
        lab.Network("guest-a").Tags = ["a", "b"];
        var finding = Assert.Single(lab.FindingsOf("CNP2004"));
        Assert.Contains("guest-a has 2 tags", finding.Message);
    }

    [Fact]
    public void Accepts_OneTagged()
    {
        var lab = ALab.WithHosts(2);
        lab.Network("mgmt-net").TrafficTypes.Add(new TrafficType { Id = "g2", Type = "Guest" });
        lab.Network("mgmt-net").Tags = ["mpls"];
        Assert.Empty(lab.FindingsOf("CNP2004"));
    }

    [Fact]
    public void Rejects_OneTagOnTwo_ThoughTheServerTakesIt()
    {
        var lab = ALab.WithHosts(1);
        lab.Network("mgmt-net").TrafficTypes.Add(new TrafficType { Id = "g2", Type = "Guest" });
        lab.Network("mgmt-net").Tags = ["mpls"];
        lab.Network("guest-a").Tags = ["mpls "];
        var finding = Assert.Single(lab.FindingsOf("CNP2004"));
        Assert.Equal(("b", 2), (finding.Case, finding.Objects.Count));
    }

    [Fact]
    public void Rejects_BlankTag_AsNone()
    {
        var lab = ALab.WithHosts(1);
        lab.Network("mgmt-net").TrafficTypes.Add(new TrafficType { Id = "g2", Type = "Guest" });
        lab.Network("guest-a").Tags = [" "];
        var finding = Assert.Single(lab.FindingsOf("CNP2004"));
        Assert.Equal("a", finding.Case);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP2004"));
    }
}
