using System.Net.NetworkInformation;
using CloudNetPortal.Domain.Catalogue;

namespace CloudNetPortal.Domain.Tests.Rules.Catalogue;

public sealed class MacAddressesMustBeUniqueTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP0101"));

    [Fact]
    public void Rejects_SameMacOnTwoHosts()
    {
        var lab = ALab.WithHosts(2);
        lab.Port("kvm2", "eno1").Mac = lab.Port("kvm1", "eno1").Mac;
        var finding = Assert.Single(lab.FindingsOf("CNP0101"));
        Assert.Contains("kvm1 eno1 and kvm2 eno1 have the same MAC address 3c:ec:ef:10:01:00", finding.Message);
    }

    [Fact]
    public void Rejects_MulticastMac()
    {
        var lab = ALab.WithHosts(2);
        lab.Port("kvm1", "eno1").Mac = PhysicalAddress.Parse("01-00-5E-00-00-01");
        var finding = Assert.Single(lab.FindingsOf("CNP0101"));
        Assert.Contains("kvm1 eno1 is no address of a single NIC", finding.Message);
    }

    [Fact]
    public void Accepts_BondWithTheMacOfAMember()
    {
        var lab = ALab.WithHosts(2);
        lab.Port("kvm1", "bond0").Mac = lab.Port("kvm1", "eno1").Mac;
        Assert.Empty(lab.FindingsOf("CNP0101"));
    }

    [Fact]
    public void Accepts_SwitchPortsWithTheMacOfTheirSwitch()
    {
        var lab = ALab.WithHosts(2);
        lab.Port("tor1", "swp1").Mac = lab.Port("tor1", "swp2").Mac = PhysicalAddress.Parse("02-00-00-00-00-01");
        Assert.Empty(lab.FindingsOf("CNP0101"));
    }

    [Fact]
    public void Accepts_RetiredDevice()
    {
        var lab = ALab.WithHosts(2);
        lab.Port("kvm2", "eno1").Mac = lab.Port("kvm1", "eno1").Mac;
        lab.Device("kvm2").Status = LifeCycle.Decommissioning;
        Assert.Empty(lab.FindingsOf("CNP0101"));
    }

    [Theory, InlineData("00-00-00-00-00-00", "all zero"), InlineData("FF-FF-FF-FF-FF-FF", "the broadcast address"), InlineData("01-00-5E-00-00-01", "a multicast address")]
    public void Rejects_AddressOfNoNic_AndSaysWhichKind(string mac, string kind)
    {
        var lab = ALab.WithHosts(1);
        lab.Port("kvm1", "eno1").Mac = PhysicalAddress.Parse(mac);
        Assert.Contains($"it is {kind}.", Assert.Single(lab.FindingsOf("CNP0101")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_OneAddressWrittenAsEui64()
    {
        var lab = ALab.WithHosts(2);
        lab.Port("kvm2", "eno1").Mac = PhysicalAddress.Parse("3C-EC-EF-FF-FE-10-01-00");
        Assert.Single(lab.FindingsOf("CNP0101"));
    }

    [Fact]
    public void Accepts_InfinibandPort()
    {
        var lab = ALab.WithHosts(1);
        lab.Port("kvm1", "eno1").Mac = new PhysicalAddress([0x81, .. new byte[18], 0x01]);
        Assert.Empty(lab.FindingsOf("CNP0101"));
    }

    [Fact]
    public void Rejects_TheSame_WhateverTheOrderOfTheCatalogue()
    {
        var lab = ALab.WithHosts(3);
        foreach (var host in new[] { "kvm2", "kvm3" })
            lab.Port(host, "eno1").Mac = lab.Port("kvm1", "eno1").Mac;
        var before = Assert.Single(lab.FindingsOf("CNP0101"));
        lab.Devices.Reverse();
        var after = Assert.Single(lab.FindingsOf("CNP0101"));
        Assert.Equal((before.Path, before.Message, before.Fingerprint), (after.Path, after.Message, after.Fingerprint));
    }
}
