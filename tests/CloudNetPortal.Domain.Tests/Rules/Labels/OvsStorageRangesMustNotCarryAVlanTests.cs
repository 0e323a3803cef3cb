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

    private static ALab Lab(string? vlan, bool openVSwitch)
    {
        var lab = ALab.WithHosts(1);
        lab.Device("kvm1").LogicalHost!.UsesOpenVSwitch = openVSwitch;
        lab.Pod.StorageRanges[0].Vlan = vlan;
        return lab;
    }
}
