using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Labels;

public sealed class VmwarePortGroupNamesMustFitEightyCharactersTests
{
    [Fact]
    public void Accepts_ShortSwitchName() => Assert.Empty(Lab("dvSwitch1,,vmwaredvs", null).FindingsOf("CNP3305"));

    [Fact]
    public void Rejects_LongSwitchName() => Assert.Contains("cloud.guest.519.200.1-", Assert.Single(Lab(new string('s', 60) + ",,vmwaredvs", null).FindingsOf("CNP3305")).Message, StringComparison.Ordinal);

    [Fact]
    public void Rejects_LongVlanList() => Assert.Contains("vCenter takes 80", Assert.Single(Lab("dvSwitch1,,vmwaredvs", "1741-1760,1800-1820,1830-1840,1850-1860,1870-1880,1890-1899").FindingsOf("CNP3305")).Message, StringComparison.Ordinal);

    [Fact]
    public void Accepts_ExactlyEighty() => Assert.Empty(Lab(new string('s', 80 - "cloud.guest.519.200.1-".Length), null).FindingsOf("CNP3305"));

    [Theory, InlineData("300", 80, 0), InlineData("untagged", 80, 1), InlineData("vlan://300", 80, 0), InlineData("untagged", 75, 0)]
    public void Rejects_WithTheLongestTextOfAnyRange(string second, int length, int findings)
    {
        var lab = ALab.WithHosts(0);
        lab.Cluster.Hypervisor = "VMware";
        lab.Design.PublicRanges.Add(new PublicRange { Id = "r2", StartIp = "192.0.2.200", EndIp = "192.0.2.210", Gateway = "192.0.2.1", Netmask = "255.255.255.0", Vlan = second });
        lab.Traffic("Public").Labels["VMware"] = new string('s', length - "cloud.public.300.200.1-".Length);
        Assert.Equal(findings, lab.FindingsOf("CNP3305").Count);
    }

    [Fact]
    public void Rejects_FromEightyOneOn() => Assert.Single(Lab(new string('s', 81 - "cloud.guest.519.200.1-".Length), null).FindingsOf("CNP3305"));

    private static ALab Lab(string label, string? vlans)
    {
        var lab = ALab.WithHosts(0);
        lab.Cluster.Hypervisor = "VMware";
        lab.Traffic("Guest").Labels["VMware"] = label;
        if (vlans is not null)
            lab.Design.GuestNetworks.Add(new GuestNetwork { Id = "l2", Name = "l2", Offering = "DefaultL2NetworkOfferingVlan", PhysicalNetworkId = "n2", Vlan = vlans });
        return lab;
    }
}
