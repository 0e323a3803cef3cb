using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Tests.Rules.Vlans;

public sealed class ZonesMustNotShareVlansTests
{
    // The second zone has host kvm3 of the same switches.
    private static (ALab Lab, ZoneDesign Other) TwoZones(string guestVlans, string publicVlan = "301")
    {
        var lab = ALab.WithHosts(3);
        var other = DesignJson.Read(DesignJson.ToTree(lab.Design));
        (other.Id, other.Name, other.PhysicalNetworks[1].GuestVlans, other.PublicRanges[0].Vlan) = ("z2", "ams2", guestVlans, publicVlan);
        other.Pods[0].Clusters[0].Hosts.RemoveAll(h => h.Device != "kvm3");
        lab.Cluster.Hosts.RemoveAll(h => h.Device == "kvm3");
        foreach (var port in lab.Device("tor2").Interfaces.Where(i => i.TaggedVlans is not null))
            port.TaggedVlans = VlanSet.Parse("300-301,500-700");
        lab.OtherZones.Add(other);
        return (lab, other);
    }

    [Fact]
    public void Accepts_VlansApart() => Assert.Empty(TwoZones("600-650").Lab.FindingsWith("CNP5007"));

    [Fact]
    public void Accepts_OnePublicVlanWithOneSubnetAndAddressesApart()
    {
        var (lab, other) = TwoZones("600-650", "300");
        (other.PublicRanges[0].StartIp, other.PublicRanges[0].EndIp) = ("192.0.2.10", "192.0.2.50");
        Assert.Empty(lab.FindingsWith("CNP5007"));
    }

    [Fact]
    public void Accepts_SwitchesThatAreNotJoined()
    {
        var (lab, _) = TwoZones("510-600");
        var tor3 = lab.Switch("tor3");
        foreach (var port in lab.Device("tor2").Interfaces.Where(i => i.Name is "kvm3" or "swp5" or "swp6").ToList())
        {
            lab.Device("tor2").Interfaces.Remove(port);
            ALab.Add(tor3, port);
        }
        Assert.Empty(lab.FindingsWith("CNP5007"));
        lab.Link("tor2", "tor3", "515");
        Assert.Equal("VLAN 515 of the guest VLANs of guest-a is also in the guest VLANs of guest-a of zone ams2, and the switches of both are joined.", Assert.Single(lab.FindingsWith("CNP5007")).Message);
    }

    [Fact]
    public void Rejects_GuestVlansOfBothOnOneSwitch_AndCutsThem()
    {
        var (lab, _) = TwoZones("510-600");
        var finding = Assert.Single(lab.FindingsWith("CNP5007"));
        Assert.Equal("VLANs 510–519 of the guest VLANs of guest-a are also in the guest VLANs of guest-a of zone ams2, and the switches of both are joined.", finding.Message);
        Assert.Equal(["500-509", "400-409,500-509"], finding.Fixes[0].Choices.Take(2).Select(c => (string?)c.DesignEdits![0].To));
        Assert.All(finding.Fixes[0].Choices.Take(2), choice => Assert.Empty(lab.After(choice).FindingsWith("CNP5007")));
    }

    [Fact]
    public void Rejects_OnePublicVlanWithTheSameAddresses() => Assert.Contains("public range", Assert.Single(TwoZones("600-650", "300").Lab.FindingsWith("CNP5007")).Message);

    [Fact]
    public void Rejects_NothingButSaysSo_WhenTheCablingIsNotDocumented()
    {
        var (lab, _) = TwoZones("510-600");
        lab.Cables.Clear();
        var finding = Assert.Single(lab.FindingsWith("CNP5007"));
        Assert.Equal(FindingStatus.NotVerified, finding.Status);
        Assert.Contains("510–519", finding.Message);
    }
}
