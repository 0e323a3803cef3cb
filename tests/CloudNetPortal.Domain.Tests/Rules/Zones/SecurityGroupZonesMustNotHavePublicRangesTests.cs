namespace CloudNetPortal.Domain.Tests.Rules.Zones;

public sealed class SecurityGroupZonesMustNotHavePublicRangesTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP1007"));

    [Fact]
    public void Rejects_PublicRange()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.Kind = "AdvancedSecurityGroups";
        Assert.Equal(["a", "b"], lab.FindingsOf("CNP1007").Select(f => f.Case));
    }

    [Fact]
    public void Accepts_WithoutPublic()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.Kind = "AdvancedSecurityGroups";
        lab.Design.PublicRanges.Clear();
        lab.Network("guest-a").TrafficTypes.RemoveAt(1);
        Assert.Empty(lab.FindingsOf("CNP1007"));
    }
}
