namespace CloudNetPortal.Domain.Tests.Rules.Compute;

public sealed class ClusterHostsMustBeAlikeTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP7002"));

    [Fact]
    public void Rejects_OtherDistribution()
    {
        var lab = ALab.WithHosts(2);
        lab.Device("kvm2").LogicalHost!.OperatingSystem = "Ubuntu 24.04";
        var finding = Assert.Single(lab.FindingsOf("CNP7002"));
        Assert.Contains("differ in their operating system: RHEL or like it on kvm1; Ubuntu on kvm2", finding.Message);
    }

    [Fact]
    public void Rejects_OtherArchitecture()
    {
        var lab = ALab.WithHosts(2);
        lab.Device("kvm2").LogicalHost!.Architecture = "aarch64";
        var finding = Assert.Single(lab.FindingsOf("CNP7002"));
        Assert.Contains("differ in their architecture", finding.Message);
    }

    [Fact]
    public void Accepts_LikeRedHat()
    {
        var lab = ALab.WithHosts(2);
        lab.Device("kvm2").LogicalHost!.OperatingSystem = "AlmaLinux 9";
        Assert.Empty(lab.FindingsOf("CNP7002"));
    }

    [Theory]
    [InlineData("amd64", "x86_64", 0)]
    [InlineData("aarch64", "x86_64", 1)]
    [InlineData("X86_64", null, 0)]
    public void Compares_MachinesByWhatTheyAre(string own, string? wanted, int found)
    {
        var lab = ALab.WithHosts(1);
        lab.Cluster.Architecture = wanted;
        lab.Device("kvm1").LogicalHost!.Architecture = own;
        Assert.Equal(found, lab.FindingsOf("CNP7002").Count);
    }

    [Fact]
    public void Unverified_HostsOfWhichTheSystemIsNotDocumented()
    {
        var lab = ALab.WithHosts(3);
        lab.Device("kvm2").LogicalHost!.OperatingSystem = null;
        var finding = Assert.Single(lab.FindingsOf("CNP7002"));
        Assert.Equal(Domain.Rules.FindingStatus.NotVerified, finding.Status);
        Assert.Contains("known of 2 of 3 hosts: the operating system of kvm2 is not documented", finding.Message);
    }
}
