namespace CloudNetPortal.Domain.Tests.Rules.Labels;

public sealed class VmwareLabelVlansMustTakeEffectTests
{
    [Theory]
    [InlineData("Public", "vSwitch1")]
    [InlineData("Management", "vSwitch0,100")]
    [InlineData("Storage", "vSwitch0,200")]
    public void Accepts_VlanWhereItCounts(string traffic, string label) => Assert.Empty(Lab(traffic, label, null).FindingsOf("CNP3303"));

    [Theory]
    [InlineData("Public", null, "a")]
    [InlineData("Guest", null, "a")]
    [InlineData("Storage", "60", "b")]
    [InlineData("Storage", "50", "c")]
    public void Rejects_VlanWithoutEffect(string traffic, string? range, string letter)
    {
        var lab = Lab(traffic, "vSwitch1,50", range);
        var finding = Assert.Single(lab.FindingsOf("CNP3303"));
        Assert.Equal((letter, "Use “vSwitch1”"), (finding.Case, finding.Fixes[0].Title));
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP3303"));
    }

    private static ALab Lab(string traffic, string label, string? range)
    {
        var lab = ALab.WithHosts(0);
        lab.Cluster.Hypervisor = "VMware";
        lab.Traffic(traffic).Labels["VMware"] = label;
        lab.Pod.StorageRanges[0].Vlan = range;
        return lab;
    }
}
