using CloudNetPortal.Domain.Rules;
using System.Net;
using CloudNetPortal.Domain.Catalogue.Places;

namespace CloudNetPortal.Domain.Tests.Rules.Labels;

public sealed class KvmVxlanLabelsMustHaveAnAddressTests
{
    [Fact]
    public void Accepts_VlanIsolation() => Assert.Empty(ALab.WithHosts(2).FindingsOf("CNP3108"));

    [Fact]
    public void Accepts_AddressesOfOneSubnet() => Assert.Empty(Vxlan("10.71.231.42", "10.71.231.43").FindingsOf("CNP3108"));

    [Fact]
    public void Rejects_HostWithoutAddress()
    {
        var finding = Assert.Single(Vxlan("10.71.231.42", null).FindingsOf("CNP3108"));
        Assert.Equal("guest-a uses VXLAN, and cloudbr1 has no IPv4 address on kvm2: no tunnel can start there.", finding.Message);
        Assert.Equal(new CatalogueEdit.AddAddress("kvm2", "cloudbr1", "10.71.231.2", 24), Assert.Single(finding.Fixes[0].Choices[0].CatalogueEdits!));
        Assert.Contains("ip address add 10.71.231.2/24 dev cloudbr1", finding.Fixes[1].Manual, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_OneAddressTwice() => Assert.Equal(["b"], Vxlan("10.71.231.42", "10.71.231.42").FindingsOf("CNP3108").Select(f => f.Case));

    [Fact]
    public void Rejects_SubnetsWithoutGateway() => Assert.Equal(["c"], Vxlan("10.71.231.42", "10.71.232.42").FindingsOf("CNP3108").Select(f => f.Case));

    [Fact]
    public void Accepts_SubnetsWithGateways()
    {
        var lab = Vxlan("10.71.231.42", "10.71.232.42");
        foreach (var block in new[] { "10.71.231", "10.71.232" })
            lab.Prefixes.Add(new Prefix { Network = IPNetwork.Parse(block + ".0/24"), Gateway = IPAddress.Parse(block + ".1") });
        Assert.Empty(lab.FindingsOf("CNP3108"));
    }

    [Fact]
    public void Accepts_HostWithoutAnyAddress_AsNotVerified()
    {
        var lab = Vxlan("10.71.231.42", null);
        foreach (var port in lab.Device("kvm2").Interfaces)
            port.Addresses.Clear();
        Assert.Equal(Domain.Rules.FindingStatus.NotVerified, Assert.Single(lab.FindingsOf("CNP3108")).Status);
    }

    [Theory, InlineData("10.255.255.11", "10.255.255.12", 1, 0), InlineData("10.255.255.11", "10.255.255.11", 1, 1), InlineData("127.0.0.2", "127.0.0.3", 0, 1)]
    public void Accepts_AddressesOfTheLoopback_AsNotVerified(string first, string second, int unverified, int found)
    {
        var lab = Vxlan(null, null);
        foreach (var (host, address) in new[] { ("kvm1", first), ("kvm2", second) })
            ALab.Address(ALab.Add(lab.Device(host), new Domain.Catalogue.Ports.Interface { Name = "lo", Kind = Domain.Catalogue.Ports.InterfaceKind.Virtual }), address, 32);
        var findings = lab.FindingsOf("CNP3108");
        Assert.Equal((unverified, found), (findings.Count(f => f.Status == FindingStatus.NotVerified), findings.Count(f => f.Status == FindingStatus.Open)));
    }

    private static ALab Vxlan(params string?[] addresses)
    {
        var lab = ALab.WithHosts(addresses.Length);
        lab.Network("guest-a").IsolationMethods = ["VXLAN"];
        for (var i = 0; i < addresses.Length; i++)
            if (addresses[i] is { } address)
                ALab.Address(lab.Port($"kvm{i + 1}", "cloudbr1"), address);
        return lab;
    }
}
