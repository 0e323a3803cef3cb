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

    [Theory, InlineData(true), InlineData(false)]
    public void Rejects_PublicRangeAndOffersItToTheSharedNetwork(bool isThere)
    {
        var lab = ALab.SecurityGroups(1);
        if (!isThere)
            lab.Design.GuestNetworks.Clear();
        else
            (lab.Design.GuestNetworks[0].Gateway, lab.Design.GuestNetworks[0].Netmask, lab.Design.GuestNetworks[0].StartIp, lab.Design.GuestNetworks[0].EndIp) = (null, null, null, null);
        lab.Design.PublicRanges.Add(new Domain.Zones.PublicRange { Id = "pub", Gateway = "10.0.50.1", Netmask = "255.255.255.0", StartIp = "10.0.50.100", EndIp = "10.0.50.200", Vlan = "50" });
        var after = lab.After(Assert.Single(lab.FindingsOf("CNP1007")).Fixes[0]);
        Assert.Empty(after.FindingsOf("CNP1007"));
        Assert.Equal("10.0.50.100", Assert.Single(after.Design.GuestNetworks).StartIp);
    }
}
