using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Zones;

public sealed class LiveObjectsMustAllowTheChangeTests
{
    [Fact]
    public void Accepts_ZoneThatIsNotThere() => Assert.Empty(ALab.WithHosts(1).FindingsOf("CNP1012"));

    [Fact]
    public void Accepts_ZoneAsItIs() => Assert.Empty(Changed(_ => { }));

    [Fact]
    public void Accepts_SecondStorageRangeBesideTheFirst() =>
        Assert.Empty(Changed(d => d.Pods[0].StorageRanges.Add(new StorageRange { Id = "sr2", Gateway = "10.20.200.1", Netmask = "255.255.255.0", StartIp = "10.20.200.150", EndIp = "10.20.200.160" })));

    [Fact]
    public void Rejects_OtherZoneType() => Assert.Equal(("a", "kind"), Only(d => d.Kind = "Edge"));

    [Fact]
    public void Rejects_OtherIsolation() => Assert.Equal(("a", "physicalNetworks/n2/isolationMethods"), Only(d => d.PhysicalNetworks[1].IsolationMethods = ["VXLAN"]));

    [Fact]
    public void Rejects_TrafficTypeThatMoves() => Assert.Equal("a", Only(d =>
    {
        var storage = d.PhysicalNetworks[0].Traffic("Storage")!;
        d.PhysicalNetworks[0].TrafficTypes.Remove(storage);
        d.PhysicalNetworks[1].TrafficTypes.Add(storage);
    }).Case);

    [Fact]
    public void Rejects_OtherVlanOfAPublicRange() => Assert.Equal(("a", "publicRanges/r1/vlan"), Only(d => d.PublicRanges[0].Vlan = "301"));

    [Fact]
    public void Rejects_OtherGatewayOfAPublicRange() => Assert.Equal(("c", "publicRanges/r1/gateway"), Only(d => d.PublicRanges[0].Gateway = "192.0.2.2"));

    [Fact]
    public void Rejects_SmallerPod() => Assert.Equal(("a", "pods/p1/netmask"), Only(d => d.Pods[0].Netmask = "255.255.255.128"));

    [Fact]
    public void Accepts_ManagementRangeThatGrows() => Assert.Empty(Changed(d => d.Pods[0].ManagementRanges[0].EndIp = "10.20.100.199"));

    [Fact]
    public void Rejects_ManagementRangeThatShrinks() => Assert.Equal(("c", "pods/p1/managementRanges/mr/endIp"), Only(d => d.Pods[0].ManagementRanges[0].EndIp = "10.20.100.120"));

    [Fact]
    public void Rejects_StorageRangeOnAnotherVlan() => Assert.Equal(("a", "pods/p1/storageRanges/sr/vlan"), Only(d => d.Pods[0].StorageRanges[0].Vlan = "33"));

    [Fact]
    public void Accepts_VlanInOtherWords() => Assert.Empty(Changed(d => (d.PublicRanges[0].Vlan, d.Pods[0].StorageRanges[0].Vlan) = ("vlan://300", "untagged")));

    [Fact]
    public void Rejects_PublicRangeKeptForSystemVmsLater() => Assert.Equal(("c", "publicRanges/r1/forSystemVms"), Only(d => d.PublicRanges[0].ForSystemVms = true));

    [Fact]
    public void Rejects_ManagementRangeThatGoes() => Assert.Equal(("b", "pods/p1/managementRanges"), Only(d => d.Pods[0].ManagementRanges[0] = new ManagementRange { Id = "other", StartIp = "10.20.100.200", EndIp = "10.20.100.209" }));

    [Fact]
    public void Rejects_StorageRangeThatGrows()
    {
        var lab = Live();
        lab.Pod.StorageRanges[0].EndIp = "10.20.200.199";
        var finding = Assert.Single(lab.FindingsOf("CNP1012"));
        Assert.Equal("b", finding.Case);
        Assert.Empty(Kept(lab, finding));
    }

    [Fact]
    public void Accepts_ZoneNobodyRead_AsNotVerified()
    {
        var lab = Live();
        lab.Live = null;
        Assert.Equal(Domain.Rules.FindingStatus.NotVerified, Assert.Single(lab.FindingsOf("CNP1012")).Status);
    }

    [Fact]
    public void Rejects_OtherNameOfAnImportedPhysicalNetwork()
    {
        var lab = ALab.WithHosts(1);
        var there = ALiveZone.Of(lab.Design);
        // An imported design has the ids that follow from the cloud's.
        lab.Design = Snapshots.ZoneObserver.Import(there).Design;
        lab.Live = there;
        lab.Network("guest-a").Name = "guest-b";
        Assert.Equal("a", Assert.Single(lab.FindingsOf("CNP1012"), f => f.Path.EndsWith("/name", StringComparison.Ordinal)).Case);
    }

    private static IReadOnlyList<Domain.Rules.Finding> Kept(ALab lab, Domain.Rules.Finding finding)
    {
        var after = lab.After(finding.Fixes[0]);
        after.Live = lab.Live;
        return after.FindingsOf("CNP1012");
    }

    private static (string Case, string Path) Only(Action<ZoneDesign> change)
    {
        var finding = Assert.Single(Changed(change));
        return (finding.Case, finding.Path);
    }

    private static IReadOnlyList<Domain.Rules.Finding> Changed(Action<ZoneDesign> change)
    {
        var lab = Live();
        change(lab.Design);
        return lab.FindingsOf("CNP1012");
    }

    private static ALab Live()
    {
        var lab = ALab.WithHosts(1);
        lab.Cloud = lab.Cloud! with { ZoneNames = ["ams1"] };
        lab.Live = ALiveZone.Of(lab.Design);
        return lab;
    }
}
