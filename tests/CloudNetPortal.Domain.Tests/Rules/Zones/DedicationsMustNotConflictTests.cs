using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Zones;

public sealed class DedicationsMustNotConflictTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(2).FindingsOf("CNP1014"));

    [Fact]
    public void Accepts_HostsOfOneOwner() => Assert.Empty(Judge(l => l.Cluster.Hosts[1].DedicatedTo = Whole("ROOT/b")));

    [Fact]
    public void Accepts_DomainBelowTheDomainOfTheZone() => Assert.Empty(Judge(l => (l.Design.DedicatedTo, l.Pod.DedicatedTo) = (Whole("ROOT/b"), Whole("ROOT/b/team"))));

    [Fact]
    public void Rejects_OtherOwnerFarBelow()
    {
        var finding = Assert.Single(Judge(l => (l.Design.DedicatedTo, l.Cluster.Hosts[0].DedicatedTo) = (Whole("ROOT/a"), Whole("ROOT/b"))));
        Assert.Equal("Zone ams1 is kept for domain ROOT/a, host kvm1 in it for domain ROOT/b.", finding.Message);
    }

    [Fact]
    public void Rejects_OtherAccountBelowAnAccount() => Assert.Single(Judge(l => (l.Pod.DedicatedTo, l.Cluster.DedicatedTo) = (Account("x"), Account("y"))));

    [Fact]
    public void Rejects_OwnerWithoutDomain() => Assert.Contains("without its domain", Assert.Single(Judge(l => l.Pod.DedicatedTo = new Owner { Account = "x" })).Message, StringComparison.Ordinal);

    [Fact]
    public void Rejects_AccountAndProject() => Assert.Contains("an account and a project", Assert.Single(Judge(l => l.Pod.DedicatedTo = new Owner { Domain = "ROOT/b", Account = "x", Project = "p" })).Message, StringComparison.Ordinal);

    [Fact]
    public void Rejects_RangeKeptForSystemVmsToo() => Assert.Contains("kept for system VMs as well", Assert.Single(Judge(l => (l.Design.PublicRanges[0].ForSystemVms, l.Design.PublicRanges[0].DedicatedTo) = (true, Account("x")))).Message, StringComparison.Ordinal);

    [Fact]
    public void Rejects_DomainTheCloudDoesNotHave()
    {
        var finding = Assert.Single(Judge(l => l.Pod.DedicatedTo = Whole("ROOT/temm")));
        Assert.Contains("The cloud has no domain ROOT/temm, which owns pod pod1", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accepts_DomainsNotRead_AsNotVerified() => Assert.Equal(CloudNetPortal.Domain.Rules.FindingStatus.NotVerified, Assert.Single(Judge(l =>
    {
        l.Pod.DedicatedTo = Whole("ROOT/b");
        l.Cloud = l.Cloud! with { Domains = null };
    })).Status);

    [Fact]
    public void Rejects_OneOwnerTwice() => Assert.Contains("is kept for domain ROOT/b already", Assert.Single(Judge(l => (l.Design.DedicatedTo, l.Pod.DedicatedTo) = (Whole("ROOT/b"), Whole("ROOT/b")))).Message, StringComparison.Ordinal);

    [Fact]
    public void Rejects_AnythingBelowAnAccount() => Assert.Single(Judge(l => (l.Pod.DedicatedTo, l.Cluster.DedicatedTo) = (Account("x"), Account("x"))));

    [Fact]
    public void Accepts_AccountBelowItsDomain() => Assert.Empty(Judge(l => (l.Pod.DedicatedTo, l.Cluster.DedicatedTo) = (Whole("ROOT/b"), Account("x"))));

    [Fact]
    public void Rejects_DomainThatOnlyBeginsAlike() => Assert.Single(Judge(l =>
    {
        l.Cloud = l.Cloud! with { Domains = ["ROOT", "ROOT/b", "ROOT/bank"] };
        (l.Pod.DedicatedTo, l.Cluster.DedicatedTo) = (Whole("ROOT/b"), Whole("ROOT/bank"));
    }));

    private static Owner Whole(string path) => new() { Domain = path };
    private static Owner Account(string name) => new() { Domain = "ROOT/b", Account = name };

    private static IReadOnlyList<CloudNetPortal.Domain.Rules.Finding> Judge(Action<ALab> change)
    {
        var lab = ALab.WithHosts(2);
        lab.Cloud = lab.Cloud! with { Domains = ["ROOT", "ROOT/a", "ROOT/b", "ROOT/b/team"] };
        change(lab);
        return lab.FindingsOf("CNP1014");
    }
}
