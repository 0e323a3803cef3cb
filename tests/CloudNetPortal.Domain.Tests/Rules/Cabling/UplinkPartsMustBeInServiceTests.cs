using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Cabling;

public sealed class UplinkPartsMustBeInServiceTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP6002"));

    [Fact]
    public void Rejects_PortShutDown()
    {
        var lab = ALab.WithHosts(2);
        lab.Port("tor1", "swp1").Enabled = false;
        var finding = Assert.Single(lab.FindingsOf("CNP6002"));
        Assert.Contains("tor1 swp1 is shut down", finding.Message);
        Assert.Equal("a", finding.Case);
        Assert.Equal(Severity.Error, finding.Severity);
    }

    [Fact]
    public void Rejects_CableOnlyPlanned()
    {
        var lab = ALab.WithHosts(2);
        lab.Cables[0].Status = LifeCycle.Planned;
        var finding = Assert.Single(lab.FindingsOf("CNP6002"));
        Assert.Contains("only planned", finding.Message);
        Assert.Equal("b", finding.Case);
        Assert.Equal(Severity.Warning, finding.Severity);
    }

    [Fact]
    public void Accepts_SparePortShutDown()
    {
        var lab = ALab.WithHosts(2);
        ALab.Add(lab.Device("tor1"), new Interface { Name = "swp40", Enabled = false });
        Assert.Empty(lab.FindingsOf("CNP6002"));
    }

    [Theory, InlineData("kvm1", "eno3"), InlineData("tor2", "swp1")]
    public void Rejects_PortWithoutLink_OnceForItsWire(string device, string port)
    {
        var lab = ALab.WithHosts(2);
        lab.Port(device, port).HasLink = false;
        var finding = Assert.Single(lab.FindingsOf("CNP6002"));
        Assert.Equal(("a", Severity.Error), (finding.Case, finding.Severity));
        Assert.Contains($"{device} {port} had no link when {device} was read; kvm1 eno3 → tor2 swp1 carries nothing.", finding.Message);
    }

    [Fact]
    public void Rejects_WireWithAPortShutDown_OnlyForThat()
    {
        var lab = ALab.WithHosts(2);
        (lab.Port("tor2", "swp1").Enabled, lab.Port("kvm1", "eno3").HasLink) = (false, false);
        Assert.Contains("tor2 swp1 is shut down", Assert.Single(lab.FindingsOf("CNP6002")).Message);
    }

    [Fact]
    public void Rejects_AFailedSwitch_Once()
    {
        var lab = ALab.WithHosts(5);
        lab.Device("tor1").Status = LifeCycle.Failed;
        var finding = Assert.Single(lab.FindingsOf("CNP6002"));
        Assert.Equal(("devices/tor1/status", "tor1 is failed; uplinks of kvm1, kvm2, kvm3 and 2 more run over it."), (finding.Path, finding.Message));
        Assert.Equal(6, finding.Objects.Count);
    }

    [Fact]
    public void Rejects_ABrokenCable()
    {
        var lab = ALab.WithHosts(1);
        lab.Cables[0].Status = LifeCycle.Failed;
        Assert.Equal("Cable C-1000 (kvm1 eno1 → tor1 swp1) is failed and carries nothing.", Assert.Single(lab.FindingsOf("CNP6002")).Message);
    }
}
