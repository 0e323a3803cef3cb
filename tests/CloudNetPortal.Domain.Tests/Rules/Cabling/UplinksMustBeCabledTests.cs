using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Cabling;

public sealed class UplinksMustBeCabledTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP6001"));

    [Fact]
    public void Rejects_NoCableOnOneLeg()
    {
        var lab = ALab.WithHosts(2);
        lab.Cables.RemoveAt(0);
        var finding = Assert.Single(lab.FindingsOf("CNP6001"));
        Assert.Contains("kvm1 eno1 → nothing: Management, Storage of kvm1 has no cable on this NIC (bond0).", finding.Message);
        Assert.Equal("a", finding.Case);
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Equal("devices/kvm1/ports/eno1/cable", finding.Path);
    }

    [Fact]
    public void Rejects_WireToAnotherHost()
    {
        var lab = ALab.WithHosts(2);
        lab.Cables[0].Ends[1].InterfaceId = ALab.Add(lab.Device("kvm2"), new Interface { Name = "eno9" }).Id;
        var finding = Assert.Single(lab.FindingsOf("CNP6001"));
        Assert.Contains("ends on another host", finding.Message);
        Assert.Equal("a", finding.Case);
    }

    [Fact]
    public void Rejects_SwitchPortWithoutVlans()
    {
        var lab = ALab.WithHosts(2);
        (lab.Port("tor2", "kvm1").Mode, lab.Port("tor2", "kvm1").TaggedVlans) = (null, null);
        var finding = Assert.Single(lab.FindingsOf("CNP6001"));
        Assert.Contains("The VLANs of 2 switch ports on tor2 are not documented", finding.Message);
        Assert.Equal("b", finding.Case);
        Assert.Equal(Severity.Warning, finding.Severity);
    }

    [Fact]
    public void Rejects_DummyDevice()
    {
        var lab = ALab.WithHosts(2);
        foreach (var d in new[] { "kvm1", "kvm2" }) { lab.Remove(d, "cloudbr2"); var b = ALab.Add(lab.Device(d), new Interface { Name = "cloudbr2", Kind = InterfaceKind.Bridge }); ALab.Add(lab.Device(d), new Interface { Name = "dummy0", Kind = InterfaceKind.Virtual, BridgeId = b.Id }); }
        var finding = Assert.Single(lab.FindingsOf("CNP6001"));
        Assert.Contains("dummy0, the uplink of cloudbr2 on kvm1 and kvm2, has no physical NIC below it", finding.Message);
        Assert.Equal("a", finding.Case);
    }

    [Fact]
    public void Accepts_HostWithoutAnyCable_AsNotVerified()
    {
        var lab = ALab.WithHosts(2);
        lab.Cables.RemoveAll(c => c.Ends.Exists(e => lab.Device("kvm1").Interfaces.Exists(i => i.Id == e.InterfaceId)));
        var finding = Assert.Single(lab.FindingsOf("CNP6001"));
        Assert.Equal((FindingStatus.NotVerified, Severity.Warning), (finding.Status, finding.Severity));
        Assert.Contains("The cabling of 1 host (kvm1) is not documented", finding.Message);
    }

    [Fact]
    public void Rejects_AWirelessUplink()
    {
        var lab = ALab.WithHosts(1);
        lab.Port("kvm1", "eno1").Name = "wlp2s0";
        Assert.Contains("kvm1 wlp2s0 is a wireless port", Assert.Single(lab.FindingsOf("CNP6001")).Message);
    }
}
