using System.Net;
using CloudNetPortal.Domain.Catalogue.Places;

namespace CloudNetPortal.Domain.Tests.Rules.Storage;

public sealed class PrimaryStorageMustBeReachableTests
{
    [Fact]
    public void Accepts_AddressInTheSubnetOfTheServer() => Assert.Empty(ALab.WithHosts(2).FindingsOf("CNP8010"));

    [Fact]
    public void Rejects_HostWithoutWay()
    {
        var finding = Assert.Single(Lab().FindingsOf("CNP8010"));
        Assert.Equal("Primary storage nfs-1 is on 10.20.200.5; kvm2 has no address in its subnet and no documented gateway. 1 host reaches it over cloudbr2.", finding.Message);
    }

    [Fact]
    public void Accepts_DocumentedGateway()
    {
        var lab = Lab();
        lab.Prefixes.Add(new Prefix { Network = IPNetwork.Parse("10.20.100.0/24"), Gateway = IPAddress.Parse("10.20.100.1") });
        Assert.Empty(lab.FindingsOf("CNP8010"));
    }

    [Fact]
    public void Accepts_HostWithoutAddresses_AsNotVerified()
    {
        var lab = Lab();
        lab.Port("kvm2", "cloudbr0").Addresses.Clear();
        var finding = Assert.Single(lab.FindingsOf("CNP8010"));
        Assert.Equal(Domain.Rules.FindingStatus.NotVerified, finding.Status);
        Assert.Contains("1 of 2 hosts verified", finding.Message, StringComparison.Ordinal);
    }

    private static ALab Lab()
    {
        var lab = ALab.WithHosts(2);
        lab.Prefixes.Clear();
        lab.Port("kvm2", "cloudbr2").Addresses.Clear();
        return lab;
    }
}
