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
}
