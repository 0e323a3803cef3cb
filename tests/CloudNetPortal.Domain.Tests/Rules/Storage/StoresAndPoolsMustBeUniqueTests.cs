using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Storage;

public sealed class StoresAndPoolsMustBeUniqueTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP8006"));

    [Fact]
    public void Rejects_OnePathTwice()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.SecondaryStorages.Add(new SecondaryStorage { Id = "s2", Name = "sec-2", Url = "nfs://10.20.200.5/secondary/" });
        var finding = Assert.Single(lab.FindingsOf("CNP8006"));
        Assert.Contains("2 image stores use nfs://10.20.200.5/secondary: sec-1 and sec-2.", finding.Message);
    }

    [Fact]
    public void Accepts_OtherPath()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.SecondaryStorages.Add(new SecondaryStorage { Id = "s2", Name = "sec-2", Url = "nfs://10.20.200.5/secondary2" });
        Assert.Empty(lab.FindingsOf("CNP8006"));
    }

    [Theory]
    [InlineData("nfs://10.20.200.5/secondary/", "a")]
    [InlineData("NFS://10.20.200.5//secondary", "a")]
    [InlineData("nfs://10.20.200.5/Secondary", null)]
    public void Rejects_OnePlaceWrittenInTwoWays(string url, string? letter)
    {
        var lab = ALab.WithHosts(1);
        lab.Design.SecondaryStorages.Add(new SecondaryStorage { Id = "s2", Name = "sec-2", Url = url, Provider = "NFS" });
        Assert.Equal(letter, lab.FindingsOf("CNP8006").SingleOrDefault()?.Case);
    }

    [Fact]
    public void Rejects_TheStoreOfAnotherZone()
    {
        var lab = ALab.WithHosts(1);
        lab.OtherZones.Add(new ZoneDesign { Name = "ams2", SecondaryStorages = { new SecondaryStorage { Id = "s", Name = "sec-ams2", Url = "nfs://10.20.200.5/secondary", Provider = "NFS" } } });
        var finding = Assert.Single(lab.FindingsOf("CNP8006"));
        Assert.Equal(("a", "secondaryStorages/ss/url"), (finding.Case, finding.Path));
        Assert.Contains("sec-ams2 of zone ams2", finding.Message);
    }

    [Fact]
    public void Rejects_OnePoolTwice_AsTheServerDoes()
    {
        var lab = ALab.WithHosts(1);
        lab.Design.PrimaryStorages.Add(new PrimaryStorage { Id = "z", Name = "zone-wide", Url = "nfs://10.20.200.5/primary", Hypervisor = "KVM" });
        Assert.Equal("c", Assert.Single(lab.FindingsOf("CNP8006")).Case);
    }
}
