using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Labels;

public sealed class OvsUntaggedGuestMustUseTheDefaultBridgeTests
{
    [Fact]
    public void Accepts_OneGuestLabel() => Assert.Empty(Lab("cloudbr1", null).FindingsOf("CNP3122"));

    [Fact]
    public void Accepts_TaggedNetwork() => Assert.Empty(Lab("cloudbr2", "120").FindingsOf("CNP3122"));

    [Fact]
    public void Accepts_LinuxBridges()
    {
        var lab = Lab("cloudbr2", null);
        lab.Device("kvm1").LogicalHost!.UsesOpenVSwitch = false;
        Assert.Empty(lab.FindingsOf("CNP3122"));
    }

    [Fact]
    public void Rejects_UntaggedNetworkWithTwoLabels()
    {
        var lab = Lab("cloudbr2", null);
        var finding = Assert.Single(lab.FindingsOf("CNP3122"));
        Assert.Contains("guest-a: cloudbr1; guest-b: cloudbr2", finding.Message, StringComparison.Ordinal);
        Assert.Empty(lab.After(finding.Fixes[0].Choices[0]).FindingsOf("CNP3122"));
    }

    [Fact]
    public void Accepts_NetworkThatGetsItsVlanFromCloudStack()
    {
        var lab = Lab("cloudbr2", null);
        lab.Design.GuestNetworks[0].StartIp = null;
        Assert.Empty(lab.FindingsOf("CNP3122"));
        lab.Design.GuestNetworks[0].Vlan = "vlan://untagged";
        Assert.Single(lab.FindingsOf("CNP3122"));
    }

    private static ALab Lab(string second, string? vlan)
    {
        var lab = ALab.SecurityGroups(1);
        lab.Device("kvm1").LogicalHost!.UsesOpenVSwitch = true;
        lab.Design.GuestNetworks[0].Vlan = vlan;
        lab.Design.PhysicalNetworks.Add(new PhysicalNetwork { Id = "n3", Name = "guest-b", Tags = { "b" }, TrafficTypes = { new TrafficType { Id = "g3", Type = "Guest", Labels = { ["KVM"] = second } } } });
        return lab;
    }
}
