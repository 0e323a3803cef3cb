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
}
