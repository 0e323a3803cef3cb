using CloudNetPortal.Domain.Catalogue.Ports;
namespace CloudNetPortal.Domain.Tests.Rules.Labels;

public sealed class KvmVlansMustNotExistOnTheHostAlreadyTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP3104"));

    [Fact]
    public void Rejects_StorageRangeRepeatsTheVlanOfItsBridge()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.StorageRanges[0].Vlan = "200";
        var finding = Assert.Single(lab.FindingsOf("CNP3104"));
        Assert.Contains("bond0.200 is a port of cloudbr2. CloudStack would take the device into brbond0-200", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP3104"));
    }

    [Fact]
    public void Rejects_GuestSetHoldsAVlanOfTheHost()
    {
        var lab = ALab.WithHosts(2);
        lab.Traffic("Guest").Labels["KVM"] = lab.Traffic("Public").Labels["KVM"] = "bond0";
        lab.Network("guest-a").GuestVlans = "100-150";
        var finding = Assert.Single(lab.FindingsOf("CNP3104"));
        Assert.Contains("VLAN 100 of Guest on guest-a is in use by kvm1 and kvm2 themselves", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP3104"));
    }

    [Fact]
    public void Rejects_AtTheFieldTheVlanWasTypedIn()
    {
        var lab = ALab.WithHosts(1);
        lab.Pod.StorageRanges[0].Vlan = "200";
        Assert.Equal("pods/p1/storageRanges/sr/vlan", Assert.Single(lab.FindingsOf("CNP3104")).Path);
        lab.Pod.StorageRanges[0].Vlan = null;
        lab.Traffic("Public").Labels["KVM"] = "bond0";
        lab.Design.PublicRanges[0].Vlan = "vlan://100";
        Assert.Equal("publicRanges/r1/vlan", Assert.Single(lab.FindingsOf("CNP3104")).Path);
    }

    [Theory, InlineData("fe80::1", 0), InlineData("2001:db8::1", 1), InlineData("10.9.9.9", 1)]
    public void Rejects_VlanDeviceWithAnAddressOfItsOwn(string address, int findings)
    {
        var lab = ALab.WithHosts(1);
        var device = ALab.Add(lab.Device("kvm1"), new Interface { Name = "bond1.505", Kind = InterfaceKind.Vlan, ParentId = lab.Port("kvm1", "bond1").Id, VlanId = 505 });
        ALab.Address(device, address, 64);
        Assert.Equal(findings, lab.FindingsOf("CNP3104").Count);
    }
}
