namespace CloudNetPortal.Domain.Tests.Rules.Labels;

public sealed class VmwareSwitchTypesMustSuitTheTrafficTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP3304"));

    [Fact]
    public void Rejects_MixedTypes()
    {
        var lab = ALab.WithHosts(2);
        lab.Cluster.Hypervisor = "VMware";
        lab.Traffic("Guest").Labels["VMware"] = "a,,vmwaredvs";
        lab.Traffic("Public").Labels["VMware"] = "b";
        var finding = Assert.Single(lab.FindingsOf("CNP3304"));
        Assert.Contains("Guest uses a switch of type vmwaredvs and Public one of type vmwaresvs", finding.Message);
    }

    [Fact]
    public void Rejects_NexusForStorage()
    {
        var lab = ALab.WithHosts(2);
        lab.Cluster.Hypervisor = "VMware";
        lab.Traffic("Storage").Labels["VMware"] = "a,,nexusdvs";
        var finding = Assert.Single(lab.FindingsOf("CNP3304"));
        Assert.Contains("Storage cannot use a Nexus switch", finding.Message);
    }

    [Fact]
    public void Accepts_OneType()
    {
        var lab = ALab.WithHosts(2);
        lab.Cluster.Hypervisor = "VMware";
        lab.Traffic("Guest").Labels["VMware"] = "a,,vmwaredvs";
        lab.Traffic("Public").Labels["VMware"] = "b,,vmwaredvs";
        Assert.Empty(lab.FindingsOf("CNP3304"));
    }

    [Theory, InlineData("Management", "b"), InlineData("Storage", "b"), InlineData("Guest", "")]
    public void Rejects_NexusWhereItFailsLater_SoThatItCanBeWaived(string traffic, string letter)
    {
        var lab = ALab.WithHosts(0);
        lab.Cluster.Hypervisor = "VMware";
        lab.Traffic(traffic).Labels["VMware"] = "epp0,,nexusdvs";
        Assert.Equal(letter, string.Concat(lab.FindingsOf("CNP3304").Select(f => f.Case)));
    }

    [Fact]
    public void Accepts_OtherTypesOnOtherPhysicalNetworks()
    {
        var lab = ALab.WithHosts(0);
        lab.Cluster.Hypervisor = "VMware";
        lab.Network("mgmt-net").TrafficTypes.Add(lab.Traffic("Public"));
        lab.Network("guest-a").TrafficTypes.RemoveAt(1);
        (lab.Traffic("Guest").Labels["VMware"], lab.Traffic("Public").Labels["VMware"]) = ("a,,vmwaredvs", "vSwitch0");
        Assert.Empty(lab.FindingsOf("CNP3304"));
    }
}
