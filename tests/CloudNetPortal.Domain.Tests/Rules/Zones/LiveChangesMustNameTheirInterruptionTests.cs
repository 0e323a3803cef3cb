using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Zones;

public sealed class LiveChangesMustNameTheirInterruptionTests
{
    [Fact]
    public void Accepts_NewZone() => Assert.Empty(ALab.WithHosts(1).FindingsOf("CNP1013"));

    [Fact]
    public void Accepts_ZoneAsItIs() => Assert.Empty(Changed(_ => { }));

    [Fact]
    public void Rejects_NewPhysicalNetwork() => Assert.Equal(["a"], Changed(Added).Select(f => f.Case));

    [Fact]
    public void Accepts_NewPhysicalNetworkWithItsInterruption() => Assert.Empty(Changed(d =>
    {
        Added(d);
        d.Interruption = "2026-03-07 22:00–23:00 UTC";
    }));

    [Theory, InlineData("Running", 1), InlineData("Stopped", 0)]
    public void Rejects_StorageTrafficWhileTheVmRuns(string state, int findings)
    {
        var lab = ALab.WithHosts(1);
        var storage = lab.Traffic("Storage");
        lab.Network("mgmt-net").TrafficTypes.Remove(storage);
        lab.Live = ALiveZone.Of(lab.Design, state);
        lab.Network("mgmt-net").TrafficTypes.Add(storage);
        Assert.Equal(findings, lab.FindingsOf("CNP1013").Count(f => f.Case == "a"));
    }

    [Fact]
    public void Rejects_FirstStorageRange()
    {
        var lab = ALab.WithHosts(1);
        var range = lab.Pod.StorageRanges[0];
        lab.Pod.StorageRanges.Clear();
        lab.Live = ALiveZone.Of(lab.Design);
        lab.Pod.StorageRanges.Add(range);
        Assert.Equal("b", Assert.Single(lab.FindingsOf("CNP1013")).Case);
    }

    [Fact]
    public void Rejects_OtherLabel()
    {
        var finding = Assert.Single(Changed(d => d.PhysicalNetworks[1].Traffic("Public")!.Labels["KVM"] = "cloudbr2"));
        Assert.Equal("b", finding.Case);
        Assert.Contains("changes from cloudbr1 to cloudbr2", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accepts_ZoneNobodyRead_AsNotVerified()
    {
        var lab = ALab.WithHosts(1);
        lab.Cloud = lab.Cloud! with { ZoneNames = ["ams1"] };
        Assert.Equal(Domain.Rules.FindingStatus.NotVerified, Assert.Single(lab.FindingsOf("CNP1013")).Status);
    }

    [Fact]
    public void Rejects_LabelThatIsTakenAway() => Assert.Contains("from cloudbr1 to none", Assert.Single(Changed(d => d.PhysicalNetworks[1].Traffic("Public")!.Labels.Remove("KVM"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Accepts_LabelOfAHypervisorTheZoneDoesNotHave() => Assert.Empty(Changed(d => d.PhysicalNetworks[1].Traffic("Public")!.Labels["VMware"] = "vSwitch9"));

    private static void Added(ZoneDesign design) => design.PhysicalNetworks.Add(new PhysicalNetwork { Id = "n9", Name = "nfs-net" });

    private static IReadOnlyList<Domain.Rules.Finding> Changed(Action<ZoneDesign> change)
    {
        var lab = ALab.WithHosts(1);
        lab.Live = ALiveZone.Of(lab.Design);
        change(lab.Design);
        return lab.FindingsOf("CNP1013");
    }
}
