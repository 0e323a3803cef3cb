using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Tests.Rules.Facts;

namespace CloudNetPortal.Domain.Tests.Rules.Vlans;

public sealed class VlansMustConnectAllHostsTests
{
    [Fact]
    public void Accepts_AllHostsOnOneSwitch() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP5105"));

    [Fact]
    public void Accepts_ALinkWithAllVlans()
    {
        var lab = FailureSimulationTests.SplitOverTwoSwitches();
        lab.Link("tor2", "tor3", "300,500-519");
        Assert.Empty(lab.FindingsOf("CNP5105"));
    }

    [Fact]
    public void Accepts_TheWayOverASpine()
    {
        var lab = FailureSimulationTests.SplitOverTwoSwitches();
        lab.Switch("spine");
        lab.Link("tor2", "spine", "300,500-519");
        lab.Link("tor3", "spine", "1-4094", "up2");
        Assert.Empty(lab.FindingsOf("CNP5105"));
    }

    [Fact]
    public void Rejects_VlansMissingOnTheLink_AndAddsThem()
    {
        var lab = FailureSimulationTests.SplitOverTwoSwitches();
        lab.Link("tor2", "tor3", "300,500-509");
        var finding = Assert.Single(lab.FindingsOf("CNP5105"));
        Assert.Equal("VLANs 510–519 of Guest on guest-a do not connect 2 hosts on tor2 with 1 host on tor3: tor2 up1 ↔ tor3 up1 carries 300, 500–509.", finding.Message);
        Assert.Equal([new CatalogueEdit.AllowVlans("tor2", "up1", VlanSet.Parse("510-519")), new CatalogueEdit.AllowVlans("tor3", "up1", VlanSet.Parse("510-519"))], finding.Fixes[0].CatalogueEdits!);
    }

    [Fact]
    public void Rejects_VlansMissingAtOneEndOnly_AtThatPort()
    {
        var lab = FailureSimulationTests.SplitOverTwoSwitches();
        lab.Link("tor2", "tor3", "300,500-519").B.TaggedVlans = VlanSet.Parse("300,500-509");
        Assert.Equal("devices/tor3/ports/up1/taggedVlans", Assert.Single(lab.FindingsOf("CNP5105")).Path);
    }

    [Fact]
    public void Rejects_GatewayOnTheOtherSide()
    {
        var lab = ALab.WithHosts(2);
        var router = lab.Add(new Device { Name = "r1", Role = DeviceRoles.Router });
        ALab.Address(ALab.Add(router, new Interface { Name = "vlan300", Kind = InterfaceKind.Vlan, VlanId = 300 }), "192.0.2.1");
        lab.Link("tor2", "r1", "500");
        Assert.Equal("VLAN 300 of Public on guest-a does not connect 2 hosts on tor2 with the gateway on r1: tor2 up1 ↔ r1 up1 carries 500.", Assert.Single(lab.FindingsOf("CNP5105")).Message);
    }

    [Fact]
    public void Rejects_NothingButSaysSo_WhenNoLinkIsDocumented()
    {
        var findings = FailureSimulationTests.SplitOverTwoSwitches().FindingsOf("CNP5105");
        Assert.All(findings, f => Assert.Equal(FindingStatus.NotVerified, f.Status));
        Assert.Equal(2, findings.Count);
        Assert.Contains("connect tor2 and tor3 is not known", findings[0].Message);
    }

    [Fact]
    public void Rejects_NothingButSaysSo_WhenVlansOfTheLinkAreNotDocumented()
    {
        var lab = FailureSimulationTests.SplitOverTwoSwitches();
        var (a, _) = lab.Link("tor2", "tor3", "300");
        (a.Mode, a.TaggedVlans) = (null, null);
        Assert.All(lab.FindingsOf("CNP5105"), f => Assert.Equal(FindingStatus.NotVerified, f.Status));
    }
}
