using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Labels;

public sealed class KvmVlanBridgesMustMeanTheParentTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP3103"));

    [Fact]
    public void Rejects_GuestOnAVlanBridge()
    {
        var lab = ALab.WithHosts(2);
        lab.Traffic("Guest").Labels["KVM"] = "cloudbr2";
        var finding = Assert.Single(lab.FindingsOf("CNP3103"));
        Assert.Contains("will go out on bond0, not inside VLAN 200", finding.Message);
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Empty(lab.After(finding.Fixes[0].Choices[0]).FindingsOf("CNP3103"));
    }
}
