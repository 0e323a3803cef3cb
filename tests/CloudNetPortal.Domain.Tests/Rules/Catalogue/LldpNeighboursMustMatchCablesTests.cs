using CloudNetPortal.Domain.Catalogue.Observations;
using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Catalogue;

public sealed class LldpNeighboursMustMatchCablesTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP0201"));

    [Fact]
    public void Rejects_OtherPort()
    {
        var lab = ALab.WithHosts(2);
        lab.Neighbours[0].PortId = "swp17";
        var finding = Assert.Single(lab.FindingsOf("CNP0201"), f => f.Status == FindingStatus.Open);
        Assert.Contains("kvm1 eno1 is documented to tor1 swp1; LLDP heard tor1.example.net swp17.", finding.Message);
        Assert.Equal("a", finding.Case);
        Assert.Equal(Severity.Error, finding.Severity);
    }

    [Fact]
    public void Rejects_NeighbourWithoutCable()
    {
        var lab = ALab.WithHosts(2);
        lab.Cables.RemoveAt(0);
        var finding = Assert.Single(lab.FindingsOf("CNP0201"), f => f.Status == FindingStatus.Open);
        Assert.Contains("kvm1 eno1 hears tor1.example.net swp1, but no cable is documented there.", finding.Message);
        Assert.Equal("b", finding.Case);
        Assert.Equal(Severity.Warning, finding.Severity);
    }

    [Fact]
    public void Accepts_AbbreviatedPortName()
    {
        var lab = ALab.WithHosts(2);
        (lab.Port("tor1", "swp1").Name, lab.Neighbours[0].PortId) = ("Ethernet1/7", "Eth1/7");
        Assert.Empty(lab.FindingsOf("CNP0201"));
    }

    [Fact]
    public void Accepts_AliasOfThePort()
    {
        var lab = ALab.WithHosts(2);
        (lab.Port("tor1", "swp1").Alias, lab.Neighbours[0].PortId) = ("etp7", "etp7");
        Assert.Empty(lab.FindingsOf("CNP0201"));
    }

    [Fact]
    public void Accepts_MissingRecords_AsNotVerified()
    {
        var lab = ALab.WithHosts(2);
        lab.Neighbours.Clear();
        var finding = Assert.Single(lab.FindingsOf("CNP0201"));
        Assert.Equal((FindingStatus.NotVerified, Severity.Warning), (finding.Status, finding.Severity));
        Assert.Contains("8 uplink NICs of 8 have no LLDP record", finding.Message);
    }

    [Fact]
    public void Accepts_OldRecords_AsNotVerified()
    {
        var lab = ALab.WithHosts(2);
        foreach (var n in lab.Neighbours) n.SeenAt = ALab.Now.AddDays(-20);
        var finding = Assert.Single(lab.FindingsOf("CNP0201"));
        Assert.Equal((FindingStatus.NotVerified, Severity.Warning), (finding.Status, finding.Severity));
        Assert.Contains("no LLDP record of the last 7 days", finding.Message);
    }

    [Fact]
    public void Accepts_DescriptionOfThePort()
    {
        var lab = ALab.WithHosts(1);
        lab.Port("tor1", "swp1").Description = "kvm1 first";
        (lab.Neighbours[0].PortId, lab.Neighbours[0].PortDescription) = ("513", "kvm1 first");
        Assert.Empty(lab.FindingsOf("CNP0201"));
    }

    [Fact]
    public void Accepts_RecordThatNamesNoPort()
    {
        var lab = ALab.WithHosts(1);
        (lab.Neighbours[0].PortId, lab.Port("tor1", "swp1").Mac) = (null, null);
        Assert.Empty(lab.FindingsOf("CNP0201"));
    }

    [Theory, InlineData("tor1.b", "tor1.a.example.net"), InlineData("10.0.0.1", "10.0.0.2")]
    public void Rejects_NamesThatOnlyBeginAlike(string documented, string heard)
    {
        var lab = ALab.WithHosts(1);
        lab.Device("tor1").Name = documented;
        foreach (var n in lab.Neighbours.Take(2))
            n.SystemName = documented + ".example.net";
        Assert.Empty(lab.FindingsOf("CNP0201"));
        lab.Neighbours[0].SystemName = heard;
        Assert.Equal("a", Assert.Single(lab.FindingsOf("CNP0201")).Case);
    }

    [Fact]
    public void Rejects_WhatIsHeardNow_WhateverWasHeardBefore()
    {
        var lab = ALab.WithHosts(1);
        lab.Neighbours.Add(new LldpNeighbour { InterfaceId = lab.Neighbours[0].InterfaceId, SystemName = "tor1", PortId = "swp17", SeenAt = ALab.Now });
        lab.Neighbours[0].SeenAt = ALab.Now.AddDays(-90);
        Assert.Equal("kvm1 eno1 is documented to tor1 swp1; LLDP heard tor1 swp17.", Assert.Single(lab.FindingsOf("CNP0201")).Message);
    }

    [Fact]
    public void Accepts_OldRecordOfTheSwitch_AsNotVerified()
    {
        var lab = ALab.WithHosts(1);
        lab.Neighbours[0] = new LldpNeighbour { InterfaceId = lab.Port("tor1", "swp1").Id, SystemName = "kvm1", PortId = "eno1", SeenAt = ALab.Now.AddDays(-30) };
        Assert.Contains("1 uplink NIC of 4 has no LLDP record", Assert.Single(lab.FindingsOf("CNP0201")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_OldAndBadOnce()
    {
        var lab = ALab.WithHosts(1);
        (lab.Neighbours[0].PortId, lab.Neighbours[0].SeenAt) = ("swp17", ALab.Now.AddDays(-30));
        var finding = Assert.Single(lab.FindingsOf("CNP0201"));
        Assert.Equal(FindingStatus.Open, finding.Status);
        Assert.Contains("(as of 2026-01-30)", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_WireMovedSince_WhateverItHeardBefore()
    {
        var lab = ALab.WithHosts(2);
        var before = lab.Neighbours.First(n => n.InterfaceId == lab.Port("kvm1", "eno3").Id);
        lab.Neighbours.Add(new LldpNeighbour { InterfaceId = before.InterfaceId, SystemName = "tor2", PortId = "swp9", SeenAt = before.SeenAt.AddHours(1) });
        Assert.Contains("LLDP heard tor2 swp9", Assert.Single(lab.FindingsOf("CNP0201")).Message);
    }
}
