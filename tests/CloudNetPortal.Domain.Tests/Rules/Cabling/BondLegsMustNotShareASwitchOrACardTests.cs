using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Tests.Rules.Cabling;

public sealed class BondLegsMustNotShareASwitchOrACardTests
{
    [Fact]
    public void Rejects_BothLegsOnOneSwitch()
    {
        var lab = ALab.WithHosts(2);
        Assert.Equal(2, lab.FindingsOf("CNP6302").Count(f => f.Case.Length == 0));
    }

    [Fact]
    public void Accepts_LegsOnTwoSwitches()
    {
        var lab = ALab.WithHosts(2);
        foreach (var d in new[] { "kvm1", "kvm2" }) foreach (var (a, n) in new[] { ("eno2", "tor2"), ("eno4", "tor1") }) { lab.Cables.RemoveAll(c => c.Ends.Exists(e => e.InterfaceId == lab.Port(d, a).Id)); lab.Wire(lab.Port(d, a), ALab.Add(lab.Device(n), new Interface { Name = $"x{d}{a}" })); }
        Assert.DoesNotContain(lab.FindingsOf("CNP6302"), f => f.Case.Length == 0);
    }

    [Fact]
    public void Rejects_BothLegsOnOneCard_AsAdvice()
    {
        var finding = ALab.WithHosts(2).FindingsOf("CNP6302").First(f => f.Case == "b");
        Assert.Equal((CloudNetPortal.Domain.Rules.Severity.Advice, "All legs of bond0 of kvm1 and kvm2 are ports of the board: eno1 and eno2."), (finding.Severity, finding.Message));
    }

    [Theory, InlineData("ens1f0", "ens2f0"), InlineData("eno1", "enp65s0f1"), InlineData("eth0", "eth1")]
    public void Accepts_TwoCards_OrNamesThatDoNotTell(string first, string second)
    {
        var lab = ALab.WithHosts(1);
        (lab.Port("kvm1", "eno1").Name, lab.Port("kvm1", "eno2").Name) = (first, second);
        Assert.DoesNotContain(lab.FindingsOf("CNP6302"), f => f.Case == "b" && f.Message.Contains("bond0", StringComparison.Ordinal));
    }
}
