using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Tests.Rules.Facts;

namespace CloudNetPortal.Domain.Tests.Rules.Cabling;

public sealed class SingleFailuresMustNotStopTrafficTests
{
    private static ALab ThroughPanels(int hosts, params string[] nics)
    {
        var lab = ALab.WithHosts(hosts);
        var panel = lab.Add(new Device { Name = "pp-a3", Role = DeviceRoles.PatchPanel });
        for (var n = 1; n <= hosts; n++)
            foreach (var nic in nics)
                FailureSimulationTests.ThroughPanel(lab, $"kvm{n}", nic, panel);
        return lab;
    }

    [Fact]
    public void Accepts_OneLegThroughThePanel() => Assert.Empty(ThroughPanels(3, "eno3").FindingsOf("CNP6303"));

    [Fact]
    public void Accepts_OneHostThatIsLost() => Assert.Empty(ThroughPanels(1, "eno3", "eno4").FindingsOf("CNP6303"));

    [Fact]
    public void Accepts_OneSwitchForBothLegs_WhichHasARuleOfItsOwn() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP6303"));

    [Fact]
    public void Rejects_BothLegsOfAllHostsThroughOnePanel()
    {
        var finding = Assert.Single(ThroughPanels(3, "eno3", "eno4").FindingsOf("CNP6303"));
        Assert.Equal(("a", Severity.Warning, "devices/pp-a3"), (finding.Case, finding.Severity, finding.Path));
        Assert.Equal("If pp-a3 fails, Guest and Public stop for cluster c1 (3 hosts): both legs of bond1 depend on it.", finding.Message);
        Assert.Contains("on 2 hosts at least", finding.Fixes[0].Manual);
    }

    [Fact]
    public void Rejects_HostsBehindTheOnlyLink()
    {
        var lab = ALab.WithHosts(4);
        var tor3 = lab.Switch("tor3");
        foreach (var port in lab.Device("tor2").Interfaces.Where(i => i.Name is "kvm3" or "kvm4" or "swp5" or "swp6" or "swp7" or "swp8").ToList())
        {
            lab.Device("tor2").Interfaces.Remove(port);
            ALab.Add(tor3, port);
        }
        lab.Link("tor2", "tor3", "300,500-519");
        var finding = Assert.Single(lab.FindingsOf("CNP6303"));
        Assert.Equal("b", finding.Case);
        Assert.Contains("(tor2 up1 → tor3 up1) fails, Guest and Public stop for cluster c1 (2 of 4 hosts): their switches are cut off from most other hosts.", finding.Message);
        lab.Link("tor2", "tor3", "300,500-519", "up2");
        Assert.Empty(lab.FindingsOf("CNP6303"));
    }
}
