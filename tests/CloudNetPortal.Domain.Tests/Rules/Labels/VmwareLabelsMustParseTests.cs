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

    [Theory]
    [InlineData("vSwitch0", ""), InlineData("vSwitch0,", ""), InlineData("vSwitch0,,", ""), InlineData(" vSwitch0 , 1 , VMWARESVS ", ""), InlineData("vSwitch0,4094", ""), InlineData("Epp0,,NexusDVS", ""), InlineData("a.b-c switch,20", "")]
    [InlineData("vSwitch0,0", "no VLAN of 1–4094"), InlineData("vSwitch0,4095", "no VLAN of 1–4094"), InlineData("vSwitch0,-1", "no VLAN"), InlineData("vSwitch0,１０", "no VLAN"), InlineData(",20", "switch is missing"), InlineData(" ", "switch is missing"), InlineData("vSwitch0,,dvs", "no switch type"), InlineData("a,1,vmwaredvs,", "4 fields")]
    public void Rejects_WhatDoesNotParse(string label, string said)
    {
        var lab = ALab.WithHosts(0);
        lab.Cluster.Hypervisor = "VMware";
        lab.Traffic("Guest").Labels["VMware"] = label;
        Assert.Contains(said, lab.FindingsOf("CNP3301").SingleOrDefault()?.Message ?? "", StringComparison.Ordinal);
        Assert.Equal(said.Length > 0 ? 1 : 0, lab.FindingsOf("CNP3301").Count);
    }
}
