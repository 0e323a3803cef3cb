using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Tests.Rules.Cabling;

public sealed class BondLegsMustNotShareASwitchTests
{
    [Fact]
    public void Rejects_BothLegsOnOneSwitch()
    {
        var lab = ALab.WithHosts(2);
        Assert.Equal(2, lab.FindingsOf("CNP6302").Count);
    }

    [Fact]
    public void Accepts_LegsOnTwoSwitches()
    {
        var lab = ALab.WithHosts(2);
        foreach (var d in new[] { "kvm1", "kvm2" }) foreach (var (a, n) in new[] { ("eno2", "tor2"), ("eno4", "tor1") }) { lab.Cables.RemoveAll(c => c.Ends.Exists(e => e.InterfaceId == lab.Port(d, a).Id)); lab.Wire(lab.Port(d, a), ALab.Add(lab.Device(n), new Interface { Name = $"x{d}{a}" })); }
        Assert.Empty(lab.FindingsOf("CNP6302"));
    }
}
