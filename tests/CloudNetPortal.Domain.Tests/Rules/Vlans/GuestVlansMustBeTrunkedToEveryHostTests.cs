using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Vlans;

public sealed class GuestVlansMustBeTrunkedToEveryHostTests
{
    [Fact]
    public void Accepts_AllVlansOnAllPorts() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP5101"));

    [Fact]
    public void Rejects_VlanMissingOnALag_AndAddsItThere()
    {
        var lab = ALab.WithHosts(3);
        lab.Port("tor2", "kvm2").TaggedVlans = VlanSet.Parse("300,500-504,506-519");
        var finding = Assert.Single(lab.FindingsOf("CNP5101"));
        Assert.Equal("VLAN 505 of guest-a does not reach kvm2: kvm2 eno3 → tor2 swp3 (kvm2) allows 300, 500–504, 506–519.", finding.Message);
        Assert.Equal("devices/tor2/ports/kvm2/taggedVlans", finding.Path);
        Assert.Equal(new CatalogueEdit.AllowVlans("tor2", "kvm2", VlanSet.Of(505)), Assert.Single(finding.Fixes[0].CatalogueEdits!));
    }

    [Fact]
    public void Rejects_VlanMissingOnOneLegOnly_AndSaysWhatTheOtherCarries()
    {
        var lab = ALab.WithHosts(3);
        (lab.Port("tor2", "swp3").Mode, lab.Port("tor2", "swp3").TaggedVlans) = (SwitchPortMode.Trunk, VlanSet.Parse("300,500-509"));
        var finding = Assert.Single(lab.FindingsOf("CNP5101"));
        Assert.Contains("VLANs 510–519 of guest-a do not reach kvm2: kvm2 eno3 → tor2 swp3 allows 300, 500–509. The other leg (eno4 → tor2 swp4) carries 300, 500–519.", finding.Message);
        Assert.Equal("devices/tor2/ports/swp3/taggedVlans", finding.Path);
    }

    [Fact]
    public void Rejects_VlanThatDoesNotExistOnTheSwitch_AndMakesIt()
    {
        var lab = ALab.WithHosts(1);
        (lab.Device("tor2").Vlans, lab.Device("tor2").Platform) = (VlanSet.Parse("1,300,500-504,506-519"), "EOS");
        var finding = Assert.Single(lab.FindingsOf("CNP5101"));
        Assert.Contains("tor2 swp1 (kvm1) allows 300, 500–519, but VLAN 505 does not exist on the switch.", finding.Message);
        Assert.Contains(finding.Fixes, f => f.Manual?.Contains("vlan 505\ninterface kvm1", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Accepts_SwitchWhoseVlansAreDocumentedAndEnough()
    {
        var lab = ALab.WithHosts(1);
        lab.Device("tor2").Vlans = VlanSet.Parse("1,300,500-519");
        Assert.Empty(lab.FindingsOf("CNP5101"));
    }

    [Fact]
    public void Rejects_SameVlanMissingEverywhere_AsOneFindingWithOneFix()
    {
        var lab = ALab.WithHosts(3);
        lab.Network("guest-a").GuestVlans = "500-529";
        var finding = Assert.Single(lab.FindingsOf("CNP5101"));
        Assert.Equal("physicalNetworks/n2/guestVlans", finding.Path);
        Assert.Equal(3, finding.Fixes[0].CatalogueEdits!.Count);
    }

    [Fact]
    public void Rejects_AccessPort()
    {
        var lab = ALab.WithHosts(1);
        var lag = lab.Port("tor2", "kvm1");
        (lag.Mode, lag.TaggedVlans, lag.UntaggedVlan) = (SwitchPortMode.Access, null, 20);
        var finding = Assert.Single(lab.FindingsOf("CNP5101"));
        Assert.Contains("is an access port of VLAN 20", finding.Message);
        Assert.DoesNotContain(finding.Fixes, f => f.IsOneClick);
    }

    [Fact]
    public void Accepts_TrunkOfEverything()
    {
        var lab = ALab.WithHosts(1);
        (lab.Port("tor2", "kvm1").Mode, lab.Port("tor2", "kvm1").TaggedVlans) = (SwitchPortMode.TrunkAll, null);
        Assert.Empty(lab.FindingsOf("CNP5101"));
    }

    [Fact]
    public void Rejects_BehindAPatchPanel_NamingThePath()
    {
        var lab = ALab.WithHosts(1);
        var panel = lab.Add(new Domain.Catalogue.Devices.Device { Name = "pp-a3", Role = "patch-panel" });
        var rear = ALab.Add(panel, new Interface { Name = "r1", Kind = InterfaceKind.RearPort, Positions = 1 });
        var front = ALab.Add(panel, new Interface { Name = "14", Kind = InterfaceKind.FrontPort, RearPortId = rear.Id, RearPosition = 1 });
        lab.Cables.RemoveAll(c => c.Ends.Exists(e => e.InterfaceId == lab.Port("kvm1", "eno3").Id));
        lab.Wire(lab.Port("kvm1", "eno3"), front);
        lab.Wire(rear, lab.Port("tor2", "swp1"));
        (lab.Port("tor2", "swp1").Mode, lab.Port("tor2", "swp1").TaggedVlans) = (SwitchPortMode.Trunk, VlanSet.Parse("300,500-509"));
        Assert.Contains("kvm1 eno3 → pp-a3:14 → tor2 swp1 allows 300, 500–509", Assert.Single(lab.FindingsOf("CNP5101")).Message);
    }

    [Fact]
    public void Rejects_VlansTheHostsOwnSwitchHolds()
    {
        var lab = ALab.WithHosts(3);
        (lab.Port("kvm2", "bond1").Mode, lab.Port("kvm2", "bond1").TaggedVlans) = (SwitchPortMode.Trunk, VlanSet.Parse("300,500-509"));
        var finding = Assert.Single(lab.FindingsOf("CNP5101"));
        Assert.Equal("VLANs 510–519 of guest-a do not reach kvm2: kvm2 bond1, a port of the host's own switch, allows 300, 500–509.", finding.Message);
        Assert.Equal("devices/kvm2/ports/bond1/taggedVlans", finding.Path);
        Assert.Contains("bridge vlan add dev bond1 vid 510-519", finding.Fixes[1].Manual);
        lab.Port("kvm2", "bond1").TaggedVlans = VlanSet.Parse("300,500-519");
        Assert.Empty(lab.FindingsOf("CNP5101"));
    }

    [Fact]
    public void Unverified_SaysOfHowManyHostsItKnows()
    {
        var lab = ALab.WithHosts(3);
        lab.Port("tor2", "kvm2").TaggedVlans = null;
        lab.Port("tor2", "kvm2").Mode = null;
        // Told by CNP6001, which knows the port.
        Assert.Empty(lab.FindingsOf("CNP5101"));
        Assert.Contains("2 of 3 hosts verified", Assert.Single(RuleBook.Find("CNP5101")!.Judge(lab.Facts)).Message);
    }
}
