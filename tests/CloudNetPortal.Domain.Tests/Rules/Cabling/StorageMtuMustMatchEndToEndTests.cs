using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Cabling;

public sealed class StorageMtuMustMatchEndToEndTests
{
    private static ALab WithServer(int? mtu, int hosts = 2)
    {
        var lab = ALab.WithHosts(hosts);
        ALab.Address(ALab.Add(lab.Add(new Device { Name = "nas1", Role = DeviceRoles.Storage }), new Interface { Name = "e0a", Mtu = mtu }), "10.20.200.5");
        return lab;
    }

    [Fact]
    public void Accepts_OneMtu() => Assert.Empty(WithServer(9000).FindingsOf("CNP6203"));

    [Fact]
    public void Accepts_1500WithoutAWordAboutTheServer()
    {
        var lab = ALab.WithHosts(2);
        foreach (var host in new[] { "kvm1", "kvm2" })
            lab.Port(host, "cloudbr2").Mtu = host == "kvm1" ? 1500 : null;
        Assert.Empty(lab.FindingsOf("CNP6203"));
    }

    [Fact]
    public void Rejects_AServerThatTakesLess()
    {
        var finding = Assert.Single(WithServer(1500).FindingsOf("CNP6203"));
        Assert.Equal("In the storage subnet 10.20.200.0/24 kvm1 cloudbr2 and kvm2 cloudbr2 have MTU 9000, but nas1 e0a 1500.", finding.Message);
        Assert.Equal("From each host: ping -M do -s 8972 10.20.200.5", finding.Fixes[1].Manual);
    }

    [Fact]
    public void Rejects_OneHostThatDiffers()
    {
        var lab = WithServer(9000, hosts: 3);
        lab.Port("kvm2", "cloudbr2").Mtu = 1500;
        Assert.Equal("devices/kvm2/ports/cloudbr2/mtu", Assert.Single(lab.FindingsOf("CNP6203")).Path);
    }

    [Fact]
    public void Rejects_NothingButSaysSo_WhenTheServerIsNotKnown()
    {
        var finding = Assert.Single(ALab.WithHosts(2).FindingsOf("CNP6203"));
        Assert.Equal(("", FindingStatus.NotVerified, Severity.Warning), (finding.Case, finding.Status, finding.Severity));
    }
}
