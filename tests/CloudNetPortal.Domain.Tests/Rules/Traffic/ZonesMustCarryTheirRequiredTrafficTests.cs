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

    [Theory]
    [InlineData("Advanced", "Guest", "b"), InlineData("Advanced", "Management", "a"), InlineData("Advanced", "Public", "a"), InlineData("Advanced", "Storage", "")]
    [InlineData("Edge", "Management", ""), InlineData("Edge", "Guest", "b"), InlineData("Basic", "Public", ""), InlineData("AdvancedSecurityGroups", "Public", "")]
    public void Rejects_ByWhatTheServerDoes(string kind, string gone, string letter)
    {
        var lab = ALab.WithHosts(1);
        lab.Design.Kind = kind;
        foreach (var network in lab.Design.PhysicalNetworks)
            network.TrafficTypes.RemoveAll(t => t.Type == gone);
        Assert.Equal(letter, string.Concat(lab.FindingsOf("CNP2002").Select(f => f.Case)));
    }
}
