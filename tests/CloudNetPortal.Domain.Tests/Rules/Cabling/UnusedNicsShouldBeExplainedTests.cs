using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Cabling;

public sealed class UnusedNicsShouldBeExplainedTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP6304"));

    [Fact]
    public void Rejects_CabledNicWithoutUse()
    {
        var lab = ALab.WithHosts(2);
        lab.Wire(ALab.Add(lab.Device("kvm1"), new Interface { Name = "eno9" }), ALab.Add(lab.Device("tor1"), new Interface { Name = "swp40" }));
        var finding = Assert.Single(lab.FindingsOf("CNP6304"));
        Assert.Contains("1 cabled NIC carries nothing: kvm1 eno9.", finding.Message);
        Assert.Equal(Severity.Advice, finding.Severity);
    }

    [Fact]
    public void Accepts_PowerSupplies()
    {
        var lab = ALab.WithHosts(1);
        lab.Wire(ALab.Add(lab.Device("kvm1"), new Interface { Name = "PSU1" }), ALab.Add(lab.Add(new CloudNetPortal.Domain.Catalogue.Devices.Device { Name = "pdu", Role = "pdu" }), new Interface { Name = "1" }));
        Assert.Empty(lab.FindingsOf("CNP6304"));
    }

    [Fact]
    public void Accepts_MarkedAsSpare()
    {
        var lab = ALab.WithHosts(2);
        lab.Wire(ALab.Add(lab.Device("kvm1"), new Interface { Name = "eno9", Purpose = "spare" }), ALab.Add(lab.Device("tor1"), new Interface { Name = "swp40" }));
        Assert.Empty(lab.FindingsOf("CNP6304"));
    }
}
