using CloudNetPortal.Domain.Zones;
namespace CloudNetPortal.Domain.Tests.Rules.Compute;

public sealed class ClustersMustFitTheirHypervisorTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP7001"));

    [Fact]
    public void Rejects_UnknownHypervisor()
    {
        var lab = ALab.WithHosts(2);
        lab.Cluster.Hypervisor = "Nope";
        var finding = Assert.Single(lab.FindingsOf("CNP7001"));
        Assert.Contains("“Nope” of cluster c1 is no hypervisor", finding.Message);
    }

    [Fact]
    public void Rejects_WrongClusterType()
    {
        var lab = ALab.WithHosts(2);
        lab.Cluster.ClusterType = "ExternalManaged";
        var finding = Assert.Single(lab.FindingsOf("CNP7001"));
        Assert.Contains("KVM takes CloudManaged", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP7001"));
    }

    [Fact]
    public void Accepts_Vmware()
    {
        var lab = ALab.WithHosts(2);
        (lab.Cluster.Hypervisor, lab.Cluster.ClusterType, lab.Cluster.Url) = ("VMware", "ExternalManaged", "http://vcenter/dc/cluster");
        (lab.Cluster.UserName, lab.Cluster.PasswordRef) = ("admin", "vcenter");
        Assert.Empty(lab.FindingsOf("CNP7001"));
        lab.Cluster.PasswordRef = null;
        Assert.Equal(("a", "pods/p1/clusters/c1/userName"), Assert.Single(lab.FindingsOf("CNP7001").Select(f => (f.Case, f.Path))));
        // The datacenter's serve its clusters.
        lab.Design.VmwareDatacenter = new VmwareDatacenter { Id = "dc", Name = "dc", VCenter = "vcenter", UserName = "admin", PasswordRef = "vcenter" };
        Assert.Empty(lab.FindingsOf("CNP7001"));
    }
}
