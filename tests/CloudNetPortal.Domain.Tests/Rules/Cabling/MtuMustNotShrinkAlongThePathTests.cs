using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Cabling;

public sealed class MtuMustNotShrinkAlongThePathTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP6201"));

    [Fact]
    public void Rejects_SmallSwitchPort()
    {
        var lab = ALab.WithHosts(2);
        lab.Port("tor1", "swp1").Mtu = 1500;
        var finding = Assert.Single(lab.FindingsOf("CNP6201"));
        Assert.Contains("kvm1 eno1 → tor1 swp1 carries 1500 bytes, but kvm1 bond0 sends up to 9000.", finding.Message);
    }

    [Fact]
    public void Rejects_LargePortInASmallLag()
    {
        var lab = ALab.WithHosts(2);
        (lab.Port("tor1", "swp1").Mtu, lab.Port("tor1", "swp2").Mtu, lab.Port("tor1", "kvm1").Mtu) = (9216, 9216, 1500);
        var finding = lab.FindingsOf("CNP6201")[0];
        Assert.Equal("devices/tor1/ports/kvm1/mtu", finding.Path);
        Assert.Contains("kvm1 eno1 → tor1 swp1 (kvm1) carries 1500 bytes", finding.Message);
    }

    [Fact]
    public void Rejects_BondAboveItsNic()
    {
        var lab = ALab.WithHosts(2);
        lab.Port("kvm1", "eno1").Mtu = 1500;
        var finding = Assert.Single(lab.FindingsOf("CNP6201"));
        Assert.Contains("bond0 has MTU 9000, eno1 below it only 1500", finding.Message);
    }

    [Fact]
    public void Rejects_SmallLinkBetweenTheSwitches()
    {
        var lab = Split();
        lab.Link("tor1", "tor3", "100,200").B.Mtu = 1500;
        var finding = Assert.Single(lab.FindingsOf("CNP6201"));
        Assert.Equal(("devices/tor3/ports/up1/mtu", "tor3 up1, on the way between the switches, carries 1500 bytes, but Storage of kvm1 and kvm2 sends up to 9000."), (finding.Path, finding.Message));
    }

    [Fact]
    public void Accepts_LargeLinkBetweenTheSwitches()
    {
        var lab = Split();
        lab.Link("tor1", "tor3", "100,200");
        Assert.Empty(lab.FindingsOf("CNP6201"));
    }

    // kvm2's system bond lands on a third switch.
    private static ALab Split()
    {
        var lab = ALab.WithHosts(2);
        var tor3 = lab.Switch("tor3");
        foreach (var port in lab.Device("tor1").Interfaces.Where(i => i.Name is "kvm2" or "swp3" or "swp4").ToList())
        {
            lab.Device("tor1").Interfaces.Remove(port);
            ALab.Add(tor3, port);
        }
        return lab;
    }

    [Fact]
    public void Accepts_SwitchWithoutValue_AsNotVerified()
    {
        var lab = ALab.WithHosts(2);
        foreach (var i in lab.Device("tor1").Interfaces) i.Mtu = null;
        var finding = Assert.Single(lab.FindingsOf("CNP6201"));
        Assert.Equal((FindingStatus.NotVerified, Severity.Warning), (finding.Status, finding.Severity));
        Assert.Contains("above 1500 bytes", finding.Message);
    }

    [Fact]
    public void Accepts_SwitchWithoutValueForNormalFrames()
    {
        var lab = ALab.WithHosts(2);
        foreach (var i in lab.Device("tor2").Interfaces) i.Mtu = null;
        Assert.Empty(lab.FindingsOf("CNP6201"));
    }
}
