using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Tests.Rules.Vlans;

public sealed class NativeVlansMustAgreeTests
{
    [Fact]
    public void Accepts_NoNativeVlanDocumented() => Assert.Empty(ALab.WithHosts(2).FindingsOf("CNP5104"));

    [Fact]
    public void Accepts_OneNativeVlanThatCarriesNothing()
    {
        var lab = ALab.WithHosts(2);
        lab.Link("tor1", "tor2", "100", native: 999);
        foreach (var port in lab.Device("tor2").Interfaces.Where(i => i.TaggedVlans is not null))
            port.UntaggedVlan = 999;
        Assert.Empty(lab.FindingsOf("CNP5104"));
    }

    [Fact]
    public void Rejects_TwoNativesOnALink()
    {
        var lab = ALab.WithHosts(2);
        lab.Link("tor1", "tor2", "100", native: 201).B.UntaggedVlan = 1;
        var finding = Assert.Single(lab.FindingsOf("CNP5104"));
        Assert.Equal(("a", "tor1 up1 ↔ tor2 up1: native VLAN 201 at one end, 1 at the other; the two VLANs are one network there."), (finding.Case, finding.Message));
    }

    [Fact]
    public void Rejects_TwoNativesBelowABond()
    {
        var lab = ALab.WithHosts(2);
        foreach (var port in new[] { lab.Port("tor2", "swp1"), lab.Port("tor2", "swp2") })
            (port.BondId, port.Mode, port.TaggedVlans) = (null, SwitchPortMode.Trunk, VlanSet.Parse("300,500-519"));
        (lab.Port("tor2", "swp1").UntaggedVlan, lab.Port("tor2", "swp2").UntaggedVlan) = (201, 1);
        var finding = Assert.Single(lab.FindingsOf("CNP5104"));
        Assert.Equal(("b", "kvm1 bond1: tor2 swp1 has native VLAN 201, tor2 swp2 has 1."), (finding.Case, finding.Message));
    }

    [Fact]
    public void Rejects_NativeVlanThatIsAGuestVlan_AndTakesItOut()
    {
        var lab = ALab.WithHosts(2);
        lab.Port("tor2", "kvm2").UntaggedVlan = 505;
        var finding = Assert.Single(lab.FindingsOf("CNP5104"));
        Assert.Equal(("c", "devices/tor2/ports/kvm2/untaggedVlan"), (finding.Case, finding.Path));
        Assert.StartsWith("VLAN 505 of Guest on guest-a is sent tagged, but is the native VLAN of 1 switch port towards kvm2, such as kvm2 eno3 → tor2 swp3", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP5104"));
    }

    [Fact]
    public void Rejects_NativeVlanThatTheHostTags()
    {
        var lab = ALab.WithHosts(2);
        lab.Port("tor1", "kvm1").UntaggedVlan = 100;
        Assert.Contains("VLAN 100 of Management", Assert.Single(lab.FindingsOf("CNP5104")).Message);
    }
}
