using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Labels;

public sealed class KvmBridgesMustHaveARecognisedUplinkTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP3101"));

    [Fact]
    public void Rejects_NoPort()
    {
        var lab = ALab.WithHosts(2);
        foreach (var i in lab.Device("kvm1").Interfaces.Where(i => i.Name == "bond1")) i.BridgeId = null;
        var finding = Assert.Single(lab.FindingsOf("CNP3101"));
        Assert.Contains("Bridge cloudbr1 on kvm1 has no port", finding.Message);
        Assert.Equal("a", finding.Case);
        Assert.Equal(Severity.Error, finding.Severity);
    }

    [Fact]
    public void Rejects_UnknownName()
    {
        var lab = ALab.WithHosts(2);
        lab.Port("kvm1", "bond1").Name = "internet4090";
        var finding = Assert.Single(lab.FindingsOf("CNP3101"));
        Assert.Contains("has only internet4090, a name the agent does not take for an uplink", finding.Message);
        Assert.Equal("a", finding.Case);
    }

    [Fact]
    public void Rejects_TwoUplinks()
    {
        var lab = ALab.WithHosts(2);
        ALab.Add(lab.Device("kvm1"), new Interface { Name = "eno9", BridgeId = lab.Port("kvm1", "cloudbr1").Id });
        var finding = Assert.Single(lab.FindingsOf("CNP3101"));
        Assert.Contains("Bridge cloudbr1 on kvm1 has 2 uplinks", finding.Message);
        Assert.Equal("b", finding.Case);
        Assert.Equal(Severity.Warning, finding.Severity);
    }

    [Fact]
    public void Rejects_PlainDeviceForUntaggedStorage()
    {
        var lab = ALab.WithHosts(2);
        foreach (var d in new[] { "kvm1", "kvm2" }) lab.Remove(d, "cloudbr2");
        lab.Traffic("Storage").Labels["KVM"] = "bond0.200";
        var finding = Assert.Single(lab.FindingsOf("CNP3101"));
        Assert.Contains("untagged Storage traffic needs a bridge", finding.Message);
        Assert.Equal("c", finding.Case);
    }

    [Fact]
    public void Accepts_OpenVSwitch()
    {
        var lab = ALab.WithHosts(2);
        foreach (var d in new[] { "kvm1", "kvm2" }) { lab.Device(d).LogicalHost!.UsesOpenVSwitch = true; foreach (var b in lab.Device(d).Interfaces.Where(i => i.Kind == InterfaceKind.Bridge)) b.Kind = InterfaceKind.OvsBridge; lab.Port(d, "bond1").Name = "uplink"; }
        Assert.Empty(lab.FindingsOf("CNP3101"));
    }
}
