using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Addressing;

public sealed class ZonesMustHaveReachableDnsTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(2).FindingsOf("CNP4013"));

    [Fact]
    public void Rejects_MissingServers() =>
        Assert.Equal(["dns1", "internalDns1"], Judge(d => (d.Dns1, d.Dns2, d.InternalDns1, d.InternalDns2) = (null, null, "", null)).Select(f => f.Path));

    [Fact]
    public void Rejects_AddressesOfTheOtherKind() =>
        Assert.Equal(["dns1", "ip6Dns1"], Judge(d => (d.Dns1, d.Ip6Dns1) = ("2001:db8::53", "192.0.2.53")).Select(f => f.Path));

    [Fact]
    public void Rejects_ServerInsideTheGuestCidr() =>
        Assert.Contains("no guest would reach it", Assert.Single(Judge(d => (d.GuestCidr, d.InternalDns1) = ("10.1.1.0/24", "10.1.1.5"))).Message, StringComparison.Ordinal);

    private static IReadOnlyList<Domain.Rules.Finding> Judge(Action<ZoneDesign> change)
    {
        var lab = ALab.WithHosts(2);
        change(lab.Design);
        return [.. lab.FindingsOf("CNP4013")];
    }
}
