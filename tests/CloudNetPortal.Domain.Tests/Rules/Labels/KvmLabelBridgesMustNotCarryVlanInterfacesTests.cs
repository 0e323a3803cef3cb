using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Tests.Rules.Labels;

public sealed class KvmLabelBridgesMustNotCarryVlanInterfacesTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP3105"));

    [Fact]
    public void Rejects_VlanOnTopOfTheBridge()
    {
        var lab = ALab.WithHosts(2);
        ALab.Add(lab.Device("kvm1"), new Interface { Name = "cloudbr0.3", Kind = InterfaceKind.Vlan, ParentId = lab.Port("kvm1", "cloudbr0").Id, VlanId = 3 });
        var finding = Assert.Single(lab.FindingsOf("CNP3105"));
        Assert.Contains("cloudbr0.3 stands on top of the label bridge cloudbr0 on kvm1", finding.Message);
    }
}
