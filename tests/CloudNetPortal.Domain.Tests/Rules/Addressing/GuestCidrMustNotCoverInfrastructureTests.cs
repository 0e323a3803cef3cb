using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Tests.Rules.Addressing;

public sealed class GuestCidrMustNotCoverInfrastructureTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(Judge("10.1.1.0/24"));

    [Fact]
    public void Accepts_BasicZone() => Assert.Empty(ALab.Basic(1).FindingsOf("CNP4007"));

    [Fact]
    public void Rejects_StorageServer()
    {
        var lab = Lab("10.20.192.0/20");
        var finding = Assert.Single(lab.FindingsOf("CNP4007"));
        Assert.Contains("the storage subnet 10.20.200.0/24", finding.Message, StringComparison.Ordinal);
        Assert.Empty(lab.After(finding.Fixes[0].Choices[0]).FindingsOf("CNP4007"));
    }

    [Fact]
    public void Rejects_PublicSubnet() => Assert.Contains("the public subnet 192.0.2.0/24", Assert.Single(Judge("192.0.0.0/16")).Message, StringComparison.Ordinal);

    [Fact]
    public void Rejects_ManagementServer()
    {
        var lab = Lab("10.9.0.0/16");
        var server = lab.Add(new Device { Name = "cs-1", Role = DeviceRoles.ManagementServer });
        ALab.Address(ALab.Add(server, new Interface { Name = "eth0" }), "10.9.0.5");
        Assert.Contains("10.9.0.5 of management-server cs-1 (eth0)", Assert.Single(lab.FindingsOf("CNP4007")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accepts_BoxOfSomebodyElse()
    {
        var lab = Lab("10.9.0.0/16");
        ALab.Address(ALab.Add(lab.Add(new Device { Name = "printer" }), new Interface { Name = "eth0" }), "10.9.0.5");
        Assert.Empty(lab.FindingsOf("CNP4007"));
    }

    private static IReadOnlyList<Domain.Rules.Finding> Judge(string cidr) => Lab(cidr).FindingsOf("CNP4007");

    private static ALab Lab(string cidr)
    {
        var lab = ALab.WithHosts(1);
        lab.Design.GuestCidr = cidr;
        return lab;
    }
}
