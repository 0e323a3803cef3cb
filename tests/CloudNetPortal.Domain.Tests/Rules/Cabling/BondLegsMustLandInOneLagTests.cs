using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Tests.Rules.Cabling;

public sealed class BondLegsMustLandInOneLagTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP6102"));

    [Fact]
    public void Rejects_LegsInTwoLags()
    {
        var lab = ALab.WithHosts(2);
        lab.Port("tor2", "swp1").BondId = lab.Port("tor2", "kvm2").Id;
        Assert.Equal(2, lab.FindingsOf("CNP6102").Count);
    }

    [Fact]
    public void Accepts_MlagOfTwoSwitches()
    {
        var lab = ALab.WithHosts(2);
        var peer = ALab.Add(lab.Device("tor1"), new Interface { Name = "mlag7", Kind = InterfaceKind.Bond, BondMode = BondMode.Lacp, MlagGroup = "7" });
        lab.Port("tor2", "kvm1").MlagGroup = "7";
        lab.Cables.RemoveAt(2);
        lab.Wire(lab.Port("kvm1", "eno3"), ALab.Add(lab.Device("tor1"), new Interface { Name = "swp30", BondId = peer.Id }));
        Assert.Empty(lab.FindingsOf("CNP6102"));
    }
}
