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
}
