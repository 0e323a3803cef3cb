using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Zones;

public sealed class BasicZonesMustHaveOnePhysicalNetworkTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP1004"));

    [Fact]
    public void Rejects_Two()
    {
        var lab = ALab.Basic(1);
        lab.Design.PhysicalNetworks.Add(new PhysicalNetwork { Id = "n9", Name = "guest-b" });
        var finding = Assert.Single(lab.FindingsOf("CNP1004"));
        Assert.Contains("The basic zone has 2 physical networks (net and guest-b); it takes exactly one.", finding.Message);
        Assert.Equal("physicalNetworks/n9", finding.Path);
    }

    [Fact]
    public void Accepts_OneWithTwoLabels() => Assert.Empty(ALab.Basic(1).FindingsOf("CNP1004"));
}
