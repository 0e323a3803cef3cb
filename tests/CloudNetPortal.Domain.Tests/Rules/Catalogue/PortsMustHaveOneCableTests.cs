using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Tests.Rules.Catalogue;

public sealed class PortsMustHaveOneCableTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP0103"));

    [Fact]
    public void Rejects_SecondCableInAPort()
    {
        var lab = ALab.WithHosts(2);
        var spare = ALab.Add(lab.Device("tor1"), new Interface { Name = "swp40" });
        lab.Wire(spare, lab.Port("kvm1", "eno1"));
        var finding = Assert.Single(lab.FindingsOf("CNP0103"));
        Assert.Contains("2 cables end on kvm1 eno1: C-1000 and C-1008.", finding.Message);
    }

    [Fact]
    public void Rejects_CableThatEndsNowhere()
    {
        var lab = ALab.WithHosts(2);
        lab.Cables[0].Ends[1].InterfaceId = Guid.NewGuid();
        var finding = Assert.Single(lab.FindingsOf("CNP0103"));
        Assert.Contains("its other end is not in the catalogue", finding.Message);
    }

    [Fact]
    public void Accepts_OldCableBeingDecommissioned()
    {
        var lab = ALab.WithHosts(2);
        var spare = ALab.Add(lab.Device("tor1"), new Interface { Name = "swp40" });
        lab.Wire(spare, lab.Port("kvm1", "eno1")).Status = LifeCycle.Decommissioning;
        Assert.Empty(lab.FindingsOf("CNP0103"));
    }

    [Fact]
    public void Rejects_CablesWithoutLabels_ByWhereTheyGo()
    {
        var lab = ALab.WithHosts(1);
        var spare = ALab.Add(lab.Device("tor1"), new Interface { Name = "swp40" });
        lab.Wire(spare, lab.Port("kvm1", "eno1"));
        foreach (var cable in lab.Cables)
            cable.Label = "";
        Assert.Equal("2 cables end on kvm1 eno1: one to tor1 swp1 and one to tor1 swp40.", Assert.Single(lab.FindingsOf("CNP0103")).Message);
    }

    [Fact]
    public void Accepts_BreakoutCable()
    {
        var lab = ALab.WithHosts(1);
        var cable = lab.Wire(ALab.Add(lab.Device("tor1"), new Interface { Name = "swp49" }), ALab.Add(lab.Device("kvm1"), new Interface { Name = "ens2f0" }));
        cable.Ends.Add(new CloudNetPortal.Domain.Catalogue.Cabling.CableEnd { CableId = cable.Id, InterfaceId = ALab.Add(lab.Device("kvm1"), new Interface { Name = "ens2f1" }).Id, Side = 'B' });
        Assert.Empty(lab.FindingsOf("CNP0103"));
    }

    [Fact]
    public void Rejects_CableFromAPortToItself()
    {
        var lab = ALab.WithHosts(1);
        lab.Cables[0].Ends[1].InterfaceId = lab.Cables[0].Ends[0].InterfaceId;
        Assert.Contains("starts and ends on the same port kvm1 eno1", Assert.Single(lab.FindingsOf("CNP0103")).Message, StringComparison.Ordinal);
    }
}
