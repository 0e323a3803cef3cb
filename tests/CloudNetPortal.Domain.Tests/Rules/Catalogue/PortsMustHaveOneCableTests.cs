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
}
