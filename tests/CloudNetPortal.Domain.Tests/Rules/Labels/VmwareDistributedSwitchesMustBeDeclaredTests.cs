using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Tests.Rules.Labels;

public sealed class VmwareDistributedSwitchesMustBeDeclaredTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP3302"));

    [Fact]
    public void Rejects_WithoutType()
    {
        var lab = ALab.WithHosts(1);
        lab.Cluster.Hypervisor = "VMware";
        ALab.Add(lab.Device("kvm1"), new Interface { Name = "dvSwitch0", Kind = InterfaceKind.VSwitch, IsDistributed = true });
        lab.Traffic("Guest").Labels["VMware"] = "dvSwitch0,200";
        var finding = Assert.Single(lab.FindingsOf("CNP3302"));
        Assert.Contains("dvSwitch0 is a distributed switch on kvm1", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP3302"));
    }

    [Fact]
    public void Accepts_WithType()
    {
        var lab = ALab.WithHosts(1);
        lab.Cluster.Hypervisor = "VMware";
        ALab.Add(lab.Device("kvm1"), new Interface { Name = "dvSwitch0", Kind = InterfaceKind.VSwitch, IsDistributed = true });
        lab.Traffic("Guest").Labels["VMware"] = "dvSwitch0,200,vmwaredvs";
        Assert.Empty(lab.FindingsOf("CNP3302"));
    }

    [Theory]
    [InlineData(true, "dvSwitch0", true), InlineData(true, "dvSwitch0,,vmwaresvs", true), InlineData(true, "dvSwitch0,,nexusdvs", false), InlineData(true, "dvSwitch0, ,VmwareDvs", false)]
    [InlineData(false, "dvSwitch0,,vmwaredvs", true), InlineData(false, "dvSwitch0,20", false)]
    public void Rejects_ByTypeAndSwitch(bool distributed, string label, bool rejected)
    {
        var lab = ALab.WithHosts(1);
        lab.Cluster.Hypervisor = "VMware";
        ALab.Add(lab.Device("kvm1"), new Interface { Name = "dvSwitch0", Kind = InterfaceKind.VSwitch, IsDistributed = distributed });
        lab.Traffic("Guest").Labels["VMware"] = label;
        Assert.Equal(rejected, lab.FindingsOf("CNP3302").Count == 1);
    }

    [Fact]
    public void Accepts_SwitchNobodyDescribed_AsNotVerified()
    {
        var lab = ALab.WithHosts(1);
        lab.Cluster.Hypervisor = "VMware";
        ALab.Add(lab.Device("kvm1"), new Interface { Name = "dvSwitch0", Kind = InterfaceKind.VSwitch });
        lab.Traffic("Guest").Labels["VMware"] = "dvSwitch0";
        Assert.Equal(Domain.Rules.FindingStatus.NotVerified, Assert.Single(lab.FindingsOf("CNP3302")).Status);
    }

    [Fact]
    public void Accepts_SwitchThatAnInventoryNotesAsABridge()
    {
        var lab = ALab.WithHosts(1);
        lab.Cluster.Hypervisor = "VMware";
        ALab.Add(lab.Device("kvm1"), new Interface { Name = "dvSwitch0", Kind = InterfaceKind.Bridge });
        lab.Traffic("Guest").Labels["VMware"] = "dvSwitch0,,vmwaredvs";
        Assert.DoesNotContain(lab.Judge().Findings, f => f.Status == Domain.Rules.FindingStatus.Open && (f.RuleId is "CNP3002" or "CNP3302") && f.Message.Contains("dvSwitch0", StringComparison.Ordinal));
    }
}
