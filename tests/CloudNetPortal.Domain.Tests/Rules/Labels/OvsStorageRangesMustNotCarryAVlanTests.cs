namespace CloudNetPortal.Domain.Tests.Rules.Labels;

public sealed class OvsStorageRangesMustNotCarryAVlanTests
{
    [Fact]
    public void Accepts_RangeWithoutVlan() => Assert.Empty(Lab(null, openVSwitch: true).FindingsOf("CNP3121"));

    [Fact]
    public void Accepts_VlanOnLinuxBridges() => Assert.Empty(Lab("33", openVSwitch: false).FindingsOf("CNP3121"));

    [Fact]
    public void Rejects_VlanWithOpenVSwitch()
    {
        var lab = Lab("33", openVSwitch: true);
        var finding = Assert.Single(lab.FindingsOf("CNP3121"));
        Assert.Contains("has VLAN 33, which kvm1 with Open vSwitch ignores", finding.Message, StringComparison.Ordinal);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP3121"));
    }

    [Theory, InlineData("untagged", 0), InlineData("vlan://untagged", 0), InlineData(" ", 0), InlineData("vlan://33", 1), InlineData("33", 1)]
    public void Rejects_VlansInEverySpelling(string vlan, int findings) => Assert.Equal(findings, Lab(vlan, openVSwitch: true).FindingsOf("CNP3121").Count);

    [Fact]
    public void Rejects_RangeOfOneAddress_WithoutADanglingDash()
    {
        var lab = Lab("33", openVSwitch: true);
        (lab.Pod.StorageRanges[0].StartIp, lab.Pod.StorageRanges[0].EndIp) = ("10.20.200.9", null);
        Assert.Contains("The storage range 10.20.200.9 of pod pod1", Assert.Single(lab.FindingsOf("CNP3121")).Message, StringComparison.Ordinal);
    }

    private static ALab Lab(string? vlan, bool openVSwitch)
    {
        var lab = ALab.WithHosts(1);
        lab.Device("kvm1").LogicalHost!.UsesOpenVSwitch = openVSwitch;
        lab.Pod.StorageRanges[0].Vlan = vlan;
        return lab;
    }
}
