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
