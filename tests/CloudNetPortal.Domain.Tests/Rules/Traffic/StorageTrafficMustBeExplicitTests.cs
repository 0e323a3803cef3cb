using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Traffic;

public sealed class StorageTrafficMustBeExplicitTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP2003"));

    [Fact]
    public void Rejects_NoStorage()
    {
        var lab = ALab.WithHosts(2);
        lab.Network("mgmt-net").TrafficTypes.RemoveAt(1);
        var finding = Assert.Single(lab.FindingsOf("CNP2003"));
        Assert.Contains("enabling the zone adds it to mgmt-net", finding.Message);
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP2003"));
    }

    [Fact]
    public void Rejects_NoStorageInALab()
    {
        var lab = ALab.WithHosts(2);
        lab.Pack = PolicyPack.Lab;
        lab.Network("mgmt-net").TrafficTypes.RemoveAt(1);
        var finding = Assert.Single(lab.FindingsOf("CNP2003"));
        Assert.Contains("enabling the zone adds it", finding.Message);
        Assert.Equal(Severity.Advice, finding.Severity);
    }

    [Fact]
    public void Accepts_Edge()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.Kind = "Edge";
        lab.Network("mgmt-net").TrafficTypes.RemoveAt(1);
        Assert.Empty(lab.FindingsOf("CNP2003"));
    }
}
