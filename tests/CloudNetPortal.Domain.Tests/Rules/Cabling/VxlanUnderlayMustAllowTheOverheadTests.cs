using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Cabling;

public sealed class VxlanUnderlayMustAllowTheOverheadTests
{
    private static ALab Vxlan(int? mtu)
    {
        var lab = ALab.WithHosts(2);
        lab.Network("guest-a").IsolationMethods = ["VXLAN"];
        lab.Network("guest-a").GuestVlans = "10000-10999";
        foreach (var name in new[] { "bond1", "eno3", "eno4", "cloudbr1" })
            foreach (var host in new[] { "kvm1", "kvm2" })
                lab.Port(host, name).Mtu = mtu;
        return lab;
    }

    [Fact]
    public void Accepts_VlanIsolation() => Assert.Empty(ALab.WithHosts(2).FindingsOf("CNP6202"));

    [Fact]
    public void Accepts_LargeFramesEverywhere() => Assert.Empty(Vxlan(1550).FindingsOf("CNP6202"));

    [Fact]
    public void Rejects_1500BelowTheLabel()
    {
        var finding = Assert.Single(Vxlan(1500).FindingsOf("CNP6202"));
        Assert.Equal("guest-a isolates guests by VXLAN, which needs 1550 bytes for guests of 1500; kvm1 cloudbr1, kvm1 bond1, kvm1 eno3 and 5 more carry 1500.", finding.Message);
        Assert.Equal(8, finding.Fixes[0].CatalogueEdits!.Count);
    }

    [Fact]
    public void Rejects_ObservedHostsWithoutAValue_WhichHave1500() => Assert.Single(Vxlan(null).FindingsOf("CNP6202"));

    [Fact]
    public void Rejects_ASwitchPortBelow()
    {
        var lab = Vxlan(9000);
        lab.Port("tor2", "swp3").Mtu = 1500;
        Assert.Equal("devices/tor2/ports/swp3/mtu", Assert.Single(lab.FindingsOf("CNP6202")).Path);
    }

    [Fact]
    public void Rejects_NothingButSaysSo_WhenTheSwitchSaysNothing()
    {
        var lab = Vxlan(9000);
        foreach (var port in lab.Device("tor2").Interfaces)
            port.Mtu = null;
        Assert.Equal(FindingStatus.NotVerified, Assert.Single(lab.FindingsOf("CNP6202")).Status);
    }
}
