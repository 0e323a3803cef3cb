using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Tests.Rules.Compute;

public sealed class ManagementAddressesMustBeOnTheManagementUplinkTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(2).FindingsOf("CNP7006"));

    [Fact]
    public void Rejects_AddressOnAnotherDevice()
    {
        var lab = Moved();
        var finding = Assert.Single(lab.FindingsOf("CNP7006"));
        Assert.Equal("kvm2 (10.20.100.12) has its management address on wlo1, the Management label is cloudbr0.", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP7006"));
    }

    [Fact]
    public void Rejects_AddressOnAPortOfTheBridge()
    {
        var lab = ALab.WithHosts(2);
        var bridge = lab.Port("kvm2", "cloudbr0");
        var below = lab.Device("kvm2").Interfaces.Single(i => i.BridgeId == bridge.Id);
        bridge.Addresses.Clear();
        ALab.Address(below, "10.20.100.12");
        var finding = Assert.Single(lab.FindingsOf("CNP7006"));
        Assert.Equal($"kvm2 (10.20.100.12) has its management address on {below.Name}, a port of the label bridge cloudbr0: the bridge takes what arrives there, so the address belongs on the bridge.", finding.Message);
        Assert.Empty(finding.Fixes);
    }

    [Fact]
    public void Unverified_AddressNobodyDocumented()
    {
        var lab = Moved();
        lab.Remove("kvm2", "wlo1");
        var finding = Assert.Single(lab.FindingsOf("CNP7006"));
        Assert.Equal(FindingStatus.NotVerified, finding.Status);
        Assert.Contains("1 of 2 hosts verified", finding.Message);
    }

    private static ALab Moved()
    {
        var lab = ALab.WithHosts(2);
        lab.Port("kvm2", "cloudbr0").Addresses.Clear();
        ALab.Address(ALab.Add(lab.Device("kvm2"), new Interface { Name = "wlo1" }), "10.20.100.12");
        return lab;
    }
}
