using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Vlans;

public sealed class UntaggedTrafficMustMeetItsVlanTests
{
    private static readonly (string, int, string?)[] Prefixes = [("10.20.100.0/24", 100, "management"), ("10.20.200.0/24", 200, "storage"), ("172.16.20.0/24", 291, "guests")];

    // A basic zone whose guest bridge stands on bond1, with that VLAN untagged at the switch.
    private static ALab Basic(int guestVlan)
    {
        var lab = ALab.Basic(2);
        foreach (var port in lab.Device("tor2").Interfaces.Where(i => i.Kind == InterfaceKind.Bond))
            (port.Mode, port.TaggedVlans, port.UntaggedVlan) = (SwitchPortMode.Access, null, guestVlan);
        return lab;
    }

    [Fact]
    public void Accepts_TheVlanTheHostTagsWith() => Assert.Empty(ALab.WithHosts(2).FindingsWith("CNP5103", Prefixes));

    [Fact]
    public void Accepts_TheUntaggedVlanOfThePort() => Assert.Empty(Basic(291).FindingsWith("CNP5103", Prefixes));

    [Fact]
    public void Rejects_AnotherUntaggedVlan_AndDocumentsTheRightOne()
    {
        var finding = Assert.Single(Basic(292).FindingsWith("CNP5103", Prefixes));
        Assert.Equal("Guest of kvm1 and kvm2 does not meet its VLAN: the guest range 172.16.20.50–99 of pod pod1 is on VLAN 291, but kvm1 eno3 → tor2 swp1 puts untagged frames into VLAN 292.", finding.Message);
        Assert.Equal("", finding.Case);
        Assert.Equal([("kvm1", "291"), ("kvm2", "291")], finding.Fixes[0].CatalogueEdits!.Cast<CatalogueEdit.SetPortField>().Select(e => (e.Port, e.Value!)));
    }

    [Fact]
    public void Rejects_TwoSubnetsOfDifferentVlansOnOneBridge()
    {
        var lab = Basic(291);
        lab.Traffic("Guest").Labels["KVM"] = "cloudbr0";
        Assert.Contains("kvm1 tags with VLAN 100 (bond0.100 below cloudbr0)", Assert.Single(lab.FindingsWith("CNP5103", Prefixes)).Message);
    }

    [Fact]
    public void Rejects_NothingButSaysSo_WithoutAPrefix()
    {
        var finding = Assert.Single(ALab.WithHosts(2).FindingsWith("CNP5103", ("10.20.100.0/24", 0, null)));
        Assert.Equal(("", FindingStatus.NotVerified, Severity.Warning), (finding.Case, finding.Status, finding.Severity));
        Assert.Contains("the management subnet 10.20.100.0/24 of pod pod1", finding.Message);
    }

    [Fact]
    public void Rejects_NothingButSaysSo_WithoutTheUntaggedVlanOfThePort()
    {
        var lab = ALab.Basic(2);
        Assert.Contains("untagged VLAN of 4 switch ports", Assert.Single(lab.FindingsWith("CNP5103", Prefixes)).Message);
    }

    [Fact]
    public void Rejects_AVlanTheSwitchDoesNotHave()
    {
        var lab = Basic(291);
        lab.Device("tor2").Vlans = CloudNetPortal.Domain.Addressing.VlanSet.Parse("1,292");
        Assert.Contains("kvm1 eno3 → tor2 swp1 puts untagged frames into VLAN 291, which does not exist on tor2.", Assert.Single(lab.FindingsWith("CNP5103", Prefixes)).Message);
    }
}
