using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Traffic;

public sealed class BasicZonesMustSeparateGuestFromManagementTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP2009"));

    [Fact]
    public void Rejects_OneLabelForAll()
    {
        var lab = ALab.Basic(2);
        lab.Traffic("Guest").Labels["KVM"] = "cloudbr0";
        var finding = Assert.Single(lab.FindingsOf("CNP2009"));
        Assert.Contains("Guest and Management have the same label cloudbr0 (KVM)", finding.Message);
        Assert.Equal(Severity.Warning, finding.Severity);
    }

    [Fact]
    public void Rejects_SameNics()
    {
        var lab = ALab.Basic(2);
        lab.Traffic("Guest").Labels["KVM"] = "cloudbr2";
        var finding = Assert.Single(lab.FindingsOf("CNP2009"));
        Assert.Contains("Guest (cloudbr2) and Management (cloudbr0) use the same NICs on kvm1 and kvm2", finding.Message);
    }

    [Fact]
    public void Accepts_OwnNics() => Assert.Empty(ALab.Basic(2).FindingsOf("CNP2009"));

    [Fact]
    public void Accepts_AdvancedZone()
    {
        var lab = ALab.WithHosts(2);
        lab.Traffic("Guest").Labels["KVM"] = "cloudbr0";
        Assert.Empty(lab.FindingsOf("CNP2009"));
    }
}
