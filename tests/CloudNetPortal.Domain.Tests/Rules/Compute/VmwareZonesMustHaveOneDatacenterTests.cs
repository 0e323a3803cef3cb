using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Compute;

public sealed class VmwareZonesMustHaveOneDatacenterTests
{
    [Fact]
    public void Accepts_KvmZone() => Assert.Empty(ALab.WithHosts(1).FindingsOf("CNP7007"));

    [Fact]
    public void Accepts_OneDatacenter_AndSaysWhatOnlyVCenterKnows()
    {
        var finding = Assert.Single(Lab("dc-a", "dc-a").FindingsOf("CNP7007"));
        Assert.Equal((FindingStatus.NotVerified, Severity.Warning), (finding.Status, finding.Severity));
    }

    [Fact]
    public void Rejects_ClusterOfAnotherDatacenter()
    {
        var finding = Assert.Single(Open(Lab("dc-a", "dc-b")));
        Assert.Equal("b", finding.Case);
        Assert.Contains("is in dc-b of vc.example.net, the zone is joined to dc-a", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_NoDatacenter()
    {
        var lab = Lab("dc-a");
        lab.Design.VmwareDatacenter = null;
        var finding = Assert.Single(Open(lab));
        Assert.Equal("a", finding.Case);
        Assert.Empty(Open(lab.After(finding.Fixes[0])));
    }

    [Fact]
    public void Rejects_MissingCredentials()
    {
        var lab = Lab("dc-a");
        (lab.Design.VmwareDatacenter!.UserName, lab.Design.VmwareDatacenter.PasswordRef) = (null, null);
        Assert.Contains("a user name and a stored password", Assert.Single(Open(lab)).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<Finding> Open(ALab lab) => lab.FindingsOf("CNP7007").Where(f => f.Status == FindingStatus.Open);

    private static ALab Lab(params string[] datacenters)
    {
        var lab = ALab.WithHosts(0);
        lab.Pod.Clusters = [.. datacenters.Select((dc, i) => new Cluster { Id = $"v{i}", Name = $"cl{i}", Hypervisor = "VMware", ClusterType = "ExternalManaged", Url = $"http://vc.example.net/{dc}/cl{i}", UserName = "admin", PasswordRef = "vc" })];
        lab.Design.VmwareDatacenter = new VmwareDatacenter { Id = "dc", Name = "dc-a", VCenter = "vc.example.net", UserName = "admin", PasswordRef = "vc" };
        return lab;
    }
}
