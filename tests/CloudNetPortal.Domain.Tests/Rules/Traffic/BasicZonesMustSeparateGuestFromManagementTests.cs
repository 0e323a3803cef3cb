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

    [Fact]
    public void Rejects_OneCabledNic_InItsOwnWords()
    {
        var lab = ALab.Basic(1);
        lab.Traffic("Guest").Labels["KVM"] = "cloudbr0";
        Assert.DoesNotContain("separated there", Assert.Single(lab.FindingsOf("CNP2009")).Message, StringComparison.Ordinal);
        foreach (var nic in new[] { "eno2", "eno3", "eno4" })
            lab.Cables.RemoveAll(c => c.Ends.Exists(e => e.InterfaceId == lab.Port("kvm1", nic).Id));
        Assert.Contains("Of the NICs of kvm1 one only has a cable", Assert.Single(lab.FindingsOf("CNP2009")).Message, StringComparison.Ordinal);
        foreach (var nic in new[] { "eno2", "eno3", "eno4" })
            lab.Remove("kvm1", nic);
        Assert.Contains("kvm1 has one NIC only", Assert.Single(lab.FindingsOf("CNP2009")).Message, StringComparison.Ordinal);
    }
}
