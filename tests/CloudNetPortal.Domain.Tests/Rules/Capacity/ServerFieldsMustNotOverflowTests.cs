using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Capacity;

public sealed class ServerFieldsMustNotOverflowTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP9004"));

    [Fact]
    public void Rejects_ManyRuns()
    {
        var lab = ALab.WithHosts(2);
        lab.Network("guest-a").GuestVlans = string.Join(',', Enumerable.Range(0, 30).Select(i => $"{1001 + 4 * i}-{1003 + 4 * i}"));
        var finding = Assert.Single(lab.FindingsOf("CNP9004"));
        Assert.Contains("The guest VLANs of guest-a take 299 characters", finding.Message);
    }

    [Fact]
    public void Rejects_ManyManagementRanges()
    {
        var lab = ALab.WithHosts(2);
        foreach (var i in Enumerable.Range(1, 9)) lab.Pod.ManagementRanges.Add(new ManagementRange { Id = $"x{i}", StartIp = $"10.20.100.{150 + 2 * i}", EndIp = $"10.20.100.{150 + 2 * i}" });
        var finding = Assert.Single(lab.FindingsOf("CNP9004"));
        Assert.Contains("The 10 management ranges of pod pod1 take", finding.Message);
    }

    [Fact]
    public void Accepts_OneBlock()
    {
        var lab = ALab.WithHosts(2);
        lab.Network("guest-a").GuestVlans = "1001-1120";
        Assert.Empty(lab.FindingsOf("CNP9004"));
    }
}
