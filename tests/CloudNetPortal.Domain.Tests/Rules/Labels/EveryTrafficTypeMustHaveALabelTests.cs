using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Labels;

public sealed class EveryTrafficTypeMustHaveALabelTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP3001"));

    [Fact]
    public void Rejects_GuestWithoutLabel()
    {
        var lab = ALab.WithHosts(2);
        lab.Traffic("Guest").Labels.Clear();
        var finding = Assert.Single(lab.FindingsOf("CNP3001"));
        Assert.Contains("Guest on guest-a has no label for KVM", finding.Message);
        Assert.Equal("a", finding.Case);
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Equal("physicalNetworks/n2/trafficTypes/g/labels/KVM", finding.Path);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP3001"));
    }

    [Fact]
    public void Rejects_StorageWithoutRanges()
    {
        var lab = ALab.WithHosts(2);
        lab.Traffic("Storage").Labels.Clear();
        lab.Pod.StorageRanges.Clear();
        var finding = Assert.Single(lab.FindingsOf("CNP3001"));
        Assert.Contains("Storage on mgmt-net has no label", finding.Message);
        Assert.Equal("b", finding.Case);
        Assert.Equal(Severity.Advice, finding.Severity);
    }

    [Fact]
    public void Accepts_NotServedOnPurpose()
    {
        var lab = ALab.WithHosts(2);
        lab.Traffic("Guest").Labels.Clear();
        lab.Traffic("Guest").NotServedBy.Add("KVM");
        Assert.Empty(lab.FindingsOf("CNP3001"));
    }

    [Fact]
    public void Accepts_HypervisorWithoutClusters()
    {
        var lab = ALab.WithHosts(2);
        lab.Traffic("Guest").Labels.Remove("VMware");
        Assert.Empty(lab.FindingsOf("CNP3001"));
    }
}
