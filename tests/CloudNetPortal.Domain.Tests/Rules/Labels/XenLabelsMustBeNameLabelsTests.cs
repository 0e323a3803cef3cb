using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Tests.Rules.Labels;

public sealed class XenLabelsMustBeNameLabelsTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP3201"));

    [Fact]
    public void Rejects_BridgeName()
    {
        var lab = ALab.WithHosts(1);
        lab.Cluster.Hypervisor = "XenServer";
        lab.Port("kvm1", "eno1").BridgeId = ALab.Add(lab.Device("kvm1"), new Interface { Name = "xenbr0", Kind = InterfaceKind.XenNetwork, NameLabel = "cloud-private" }).Id;
        lab.Traffic("Management").Labels["XenServer"] = "xenbr0";
        var finding = Assert.Single(lab.FindingsOf("CNP3201"));
        Assert.Contains("Label xenbr0 (Management on mgmt-net, XenServer) is a bridge or NIC of kvm1", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP3201"));
    }

    [Fact]
    public void Accepts_NameLabel()
    {
        var lab = ALab.WithHosts(1);
        lab.Cluster.Hypervisor = "XenServer";
        lab.Port("kvm1", "eno1").BridgeId = ALab.Add(lab.Device("kvm1"), new Interface { Name = "xenbr0", Kind = InterfaceKind.XenNetwork, NameLabel = "cloud-private" }).Id;
        lab.Traffic("Management").Labels["XenServer"] = "cloud-private";
        Assert.Empty(lab.FindingsOf("CNP3201"));
    }
}
