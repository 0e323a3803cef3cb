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
}
