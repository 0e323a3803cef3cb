using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Storage;

public sealed class StorageTrafficAndRangesMustComeTogetherTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP8002"));

    [Fact]
    public void Rejects_RangesWithoutTraffic()
    {
        var lab = ALab.WithHosts(2);
        lab.Network("mgmt-net").TrafficTypes.RemoveAt(1);
        var finding = Assert.Single(lab.FindingsOf("CNP8002"));
        Assert.Contains("The zone has 1 storage range but no Storage traffic", finding.Message);
        Assert.Equal("a", finding.Case);
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP8002"));
    }

    [Fact]
    public void Rejects_OwnLabelWithoutRange()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.StorageRanges.Clear();
        var finding = Assert.Single(lab.FindingsOf("CNP8002"));
        Assert.Contains("secondary storage will run over Management (cloudbr0) all the same", finding.Message);
        Assert.Equal("b", finding.Case);
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP8002"));
    }

    [Fact]
    public void Accepts_LabelOfManagementWithoutRange()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.StorageRanges.Clear();
        lab.Traffic("Storage").Labels["KVM"] = "cloudbr0";
        Assert.Empty(lab.FindingsOf("CNP8002"));
    }

    [Fact]
    public void Rejects_APhysicalNetworkOfItsOwn_WithTheLabelOfManagement()
    {
        var lab = ALab.WithHosts(1);
        lab.Pod.StorageRanges.Clear();
        var storage = lab.Traffic("Storage");
        storage.Labels["KVM"] = "cloudbr0";
        Assert.Empty(lab.FindingsOf("CNP8002"));
        lab.Network("mgmt-net").TrafficTypes.Remove(storage);
        lab.Network("guest-a").TrafficTypes.Add(storage);
        var finding = Assert.Single(lab.FindingsOf("CNP8002"));
        Assert.Equal(("b", Severity.Warning, "physicalNetworks/n2/trafficTypes/s"), (finding.Case, finding.Severity, finding.Path));
        lab.Pack = PolicyPack.Lab;
        Assert.Equal(Severity.Advice, Assert.Single(lab.FindingsOf("CNP8002")).Severity);
    }
}
