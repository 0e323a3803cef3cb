using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Storage;

public sealed class StorageRangesMustBeInEveryPodOrNoneTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP8001"));

    [Fact]
    public void Rejects_SecondPodWithout()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.Pods.Add(new Pod { Id = "p2", Name = "pod2" });
        var finding = Assert.Single(lab.FindingsOf("CNP8001"));
        Assert.Contains("Pod pod1 has a storage range, pod2 has none", finding.Message);
        Assert.Equal(2, finding.Fixes.Count);
        Assert.All(finding.Fixes, fix => Assert.Empty(lab.After(fix).FindingsOf("CNP8001")));
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP4005"));
    }

    [Fact]
    public void Accepts_NoneAtAll()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.StorageRanges.Clear();
        lab.Design.Pods.Add(new Pod { Id = "p2", Name = "pod2" });
        Assert.Empty(lab.FindingsOf("CNP8001"));
    }
}
