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
        lab.Traffic("Public").Labels.Clear();
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

    [Fact]
    public void Rejects_LabelOfAPhysicalNetworkThatIsNotServed()
    {
        var lab = ALab.WithHosts(1);
        lab.Traffic("Guest").Labels.Clear();
        lab.Traffic("Guest").NotServedBy.Add("kvm");
        var finding = Assert.Single(lab.FindingsOf("CNP3001"));
        Assert.Equal(("a", "physicalNetworks/n2/trafficTypes/p/labels/KVM"), (finding.Case, finding.Path));
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP3001"));
    }

    [Fact]
    public void Rejects_ManagementMarkedAsNotServed()
    {
        var lab = ALab.WithHosts(1);
        lab.Traffic("Management").Labels.Clear();
        lab.Traffic("Management").NotServedBy.Add("KVM");
        Assert.Equal("a", Assert.Single(lab.FindingsOf("CNP3001")).Case);
    }

    [Fact]
    public void Rejects_AndSaysWhatCloudStackWouldTake()
    {
        var lab = ALab.WithHosts(1);
        lab.Traffic("Management").Labels.Clear();
        Assert.Contains("private.network.device=cloudbr1, the label of another traffic type", Assert.Single(lab.FindingsOf("CNP3001")).Message, StringComparison.Ordinal);
        foreach (var traffic in lab.Design.PhysicalNetworks.SelectMany(n => n.TrafficTypes))
            traffic.Labels.Clear();
        Assert.Contains(lab.FindingsOf("CNP3001"), f => f.Message.Contains("public.network.device=cloudbr0, because no traffic type has one", StringComparison.Ordinal));
        lab.Cloud = lab.Cloud! with { Settings = new Dictionary<string, string> { ["kvm.private.network.device"] = "br-m" } };
        Assert.Contains(lab.FindingsOf("CNP3001"), f => f.Message.Contains("public.network.device=br-m", StringComparison.Ordinal));
    }

    [Theory, InlineData("KVM", 4), InlineData("XCP-ng", 4), InlineData("VMware", 4), InlineData("Hyper-V", 4), InlineData("Ovm3", 4), InlineData("Simulator", 4), InlineData("BareMetal", 0), InlineData("LXC", 0)]
    public void Rejects_ForEveryHypervisorThatTakesLabels(string hypervisor, int findings)
    {
        var lab = ALab.WithHosts(0);
        lab.Cluster.Hypervisor = hypervisor;
        foreach (var traffic in lab.Design.PhysicalNetworks.SelectMany(n => n.TrafficTypes))
            traffic.Labels.Clear();
        Assert.Equal(findings, lab.FindingsOf("CNP3001").Count);
    }
}
