using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Cabling;

public sealed class UplinksShouldBeBondedTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP6301"));

    [Fact]
    public void Rejects_OneNic()
    {
        var lab = ALab.WithHosts(2);
        lab.Remove("kvm1", "eno4");
        var finding = Assert.Single(lab.FindingsOf("CNP6301"));
        Assert.Contains("cloudbr1 stands on a single NIC on kvm1 (eno3)", finding.Message);
        Assert.Equal(Severity.Warning, finding.Severity);
    }

    [Fact]
    public void Accepts_OneNicInALab()
    {
        var lab = ALab.WithHosts(2);
        lab.Pack = PolicyPack.Lab;
        lab.Remove("kvm1", "eno4");
        Assert.Empty(lab.FindingsOf("CNP6301"));
    }
}
