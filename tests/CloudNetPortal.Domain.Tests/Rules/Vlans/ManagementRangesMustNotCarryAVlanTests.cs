namespace CloudNetPortal.Domain.Tests.Rules.Vlans;

public sealed class ManagementRangesMustNotCarryAVlanTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP5008"));

    [Fact]
    public void Rejects_Vlan()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.ManagementRanges[0].Vlan = "100";
        var finding = Assert.Single(lab.FindingsOf("CNP5008"));
        Assert.Contains("names VLAN 100, which no hypervisor applies", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP5008"));
    }

    [Fact]
    public void Accepts_Untagged()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.ManagementRanges[0].Vlan = "untagged";
        Assert.Empty(lab.FindingsOf("CNP5008"));
    }
}
