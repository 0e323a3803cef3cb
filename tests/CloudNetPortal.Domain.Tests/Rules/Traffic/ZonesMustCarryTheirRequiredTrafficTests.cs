namespace CloudNetPortal.Domain.Tests.Rules.Traffic;

public sealed class ZonesMustCarryTheirRequiredTrafficTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP2002"));

    [Fact]
    public void Rejects_AdvancedWithoutPublic()
    {
        var lab = ALab.WithHosts(2);
        lab.Network("guest-a").TrafficTypes.RemoveAt(1);
        var finding = Assert.Single(lab.FindingsOf("CNP2002"));
        Assert.Contains("No physical network of the zone carries Public", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP2002"));
    }

    [Fact]
    public void Accepts_SecurityGroupsWithoutPublic()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.Kind = "AdvancedSecurityGroups";
        lab.Network("guest-a").TrafficTypes.RemoveAt(1);
        Assert.Empty(lab.FindingsOf("CNP2002"));
    }
}
