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

    [Fact]
    public void Rejects_TwoUplinks_AsAdviceInALab()
    {
        var lab = ALab.WithHosts(1);
        ALab.Add(lab.Device("kvm1"), new Interface { Name = "eno9", BridgeId = lab.Port("kvm1", "cloudbr1").Id });
        lab.Pack = Domain.Rules.PolicyPack.Lab;
        Assert.Equal(Severity.Advice, Assert.Single(lab.FindingsOf("CNP3101")).Severity);
        lab.Remove("kvm1", "eno9");
        lab.Port("kvm1", "bond1").Name = "Bond1";
        Assert.Equal(Severity.Error, Assert.Single(lab.FindingsOf("CNP3101")).Severity);
    }

    [Fact]
    public void Rejects_HostsWithOneFaultTogether_AndOtherFaultsApart()
    {
        var lab = ALab.WithHosts(4);
        foreach (var host in new[] { "kvm1", "kvm2" })
            lab.Port(host, "bond1").Name = "wan0";
        lab.Port("kvm3", "bond1").BridgeId = null;
        var findings = lab.FindingsOf("CNP3101");
        Assert.Equal(2, findings.Count);
        Assert.Contains(findings, f => f.Message.StartsWith("Bridge cloudbr1 on kvm1 and kvm2 has only wan0", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.Message.StartsWith("Bridge cloudbr1 on kvm3 has no port", StringComparison.Ordinal));
    }

    [Fact]
    public void Rejects_BridgeNoLabelNames_AsAdvice()
    {
        var lab = ALab.WithHosts(1);
        var (spare, empty) = (ALab.Add(lab.Device("kvm1"), new Interface { Name = "br9", Kind = InterfaceKind.Bridge }), ALab.Add(lab.Device("kvm1"), new Interface { Name = "docker0", Kind = InterfaceKind.Bridge }));
        ALab.Add(lab.Device("kvm1"), new Interface { Name = "internet4090", BridgeId = spare.Id });
        var finding = Assert.Single(lab.FindingsOf("CNP3101"));
        Assert.Equal(("d", Severity.Advice), (finding.Case, finding.Severity));
        Assert.DoesNotContain(empty.Name, finding.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData("untagged", null, "n2", 1), InlineData(null, "10.20.120.10", "n2", 1), InlineData(null, null, "n2", 0), InlineData("120", "10.20.120.10", "n2", 0), InlineData("untagged", null, "n9", 0)]
    public void Rejects_PlainDeviceForUntaggedGuests_OfItsOwnPhysicalNetworkOnly(string? vlan, string? start, string network, int findings)
    {
        var lab = ALab.WithHosts(1);
        lab.Traffic("Guest").Labels["KVM"] = "bond1";
        lab.Design.GuestNetworks.Add(new Domain.Zones.GuestNetwork { Id = "g", Name = "g", Vlan = vlan, StartIp = start, PhysicalNetworkId = network });
        Assert.Equal(findings, lab.FindingsOf("CNP3101").Count);
    }

    [Theory, InlineData("p1p2", true), InlineData("p10p1", true), InlineData("p1", false), InlineData("private0", false), InlineData("Bond0", false), InlineData("enP1s0", false), InlineData("ib0", false), InlineData("wlp2s0", false), InlineData("vxlan7", true), InlineData("enc600", true), InlineData("vni100", true), InlineData("em1", true), InlineData("lo", true)]
    public void Knows_TheNamesTheAgentKnows(string name, bool recognised) => Assert.Equal(recognised, Domain.Rules.Facts.KvmLabels.IsRecognised(name));
}
