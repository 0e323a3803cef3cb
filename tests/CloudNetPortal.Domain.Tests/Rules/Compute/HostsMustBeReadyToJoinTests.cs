namespace CloudNetPortal.Domain.Tests.Rules.Compute;

public sealed class HostsMustBeReadyToJoinTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP7005"));

    [Fact]
    public void Rejects_NoAddress()
    {
        var lab = ALab.WithHosts(2);
        lab.Device("kvm1").LogicalHost!.ManagementAddress = null;
        var finding = Assert.Single(lab.FindingsOf("CNP7005"));
        Assert.Contains("kvm1 of cluster c1 has no address", finding.Message);
        Assert.Equal("a", finding.Case);
    }

    [Fact]
    public void Rejects_NoUserName()
    {
        var lab = ALab.WithHosts(2);
        foreach (var h in lab.Cluster.Hosts) h.UserName = null;
        var finding = Assert.Single(lab.FindingsOf("CNP7005"));
        Assert.Contains("2 hosts have no user name", finding.Message);
        Assert.Equal("a", finding.Case);
    }

    [Fact]
    public void Accepts_KeyInsteadOfPassword()
    {
        var lab = ALab.WithHosts(2);
        foreach (var h in lab.Cluster.Hosts) h.PasswordRef = null;
        Assert.Empty(lab.FindingsOf("CNP7005"));
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Accepts_HostsNobodySawAtWork_AsNotVerified(bool old)
    {
        var lab = ALab.WithHosts(2);
        if (old)
            lab.Device("kvm2").LogicalHost!.ObservedAt = ALab.Now.AddDays(-20);
        else
            lab.Remove("kvm2", "vnet0");
        var finding = Assert.Single(lab.FindingsOf("CNP7005"));
        Assert.Equal(("b", Domain.Rules.FindingStatus.NotVerified), (finding.Case, finding.Status));
        Assert.Contains("/dev/kvm", finding.Message, StringComparison.Ordinal);
    }
}
