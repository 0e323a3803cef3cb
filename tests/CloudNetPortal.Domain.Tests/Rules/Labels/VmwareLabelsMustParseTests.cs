namespace CloudNetPortal.Domain.Tests.Rules.Labels;

public sealed class VmwareLabelsMustParseTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP3301"));

    [Fact]
    public void Rejects_FourFields()
    {
        var lab = ALab.WithHosts(2);
        lab.Cluster.Hypervisor = "VMware";
        lab.Traffic("Guest").Labels["VMware"] = "dvSwitch0,,vmwaredvs,x";
        var finding = Assert.Single(lab.FindingsOf("CNP3301"));
        Assert.Contains("it has 4 fields", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP3301"));
    }

    [Fact]
    public void Rejects_LettersAsVlan()
    {
        var lab = ALab.WithHosts(2);
        lab.Cluster.Hypervisor = "VMware";
        lab.Traffic("Guest").Labels["VMware"] = "vSwitch0,abc";
        var finding = Assert.Single(lab.FindingsOf("CNP3301"));
        Assert.Contains("“abc” is no VLAN", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP3301"));
    }

    [Fact]
    public void Accepts_ThreeFields()
    {
        var lab = ALab.WithHosts(2);
        lab.Cluster.Hypervisor = "VMware";
        lab.Traffic("Guest").Labels["VMware"] = "dvSwitch0, 200, VMwareDVS";
        Assert.Empty(lab.FindingsOf("CNP3301"));
    }
}
