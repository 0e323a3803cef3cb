using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Storage;

public sealed class ImageStoresMustShareOneProviderTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(2).FindingsOf("CNP8005"));

    [Fact]
    public void Rejects_StoreWithoutProvider()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.SecondaryStorages[0].Provider = null;
        var finding = Assert.Single(lab.FindingsOf("CNP8005"));
        Assert.Contains("has no provider; CloudStack refuses it", finding.Message, StringComparison.Ordinal);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP8005"));
    }

    [Fact]
    public void Rejects_StoresOfTwoProviders()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.SecondaryStorages.Add(new SecondaryStorage { Id = "s3", Name = "objects", Provider = "S3" });
        Assert.Contains("S3 (objects)", Assert.Single(lab.FindingsOf("CNP8005")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accepts_StagingStoreOfAnotherProvider()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.StagingStores.Add(new SecondaryStorage { Id = "stage", Provider = "SMB", Url = "cifs://10.0.40.11/stage" });
        Assert.Empty(lab.FindingsOf("CNP8005"));
    }

    [Theory, InlineData("S3", 1), InlineData("NFS", 0)]
    public void Rejects_OtherProviderThanTheCloudHas(string provider, int findings)
    {
        var lab = ALab.WithHosts(1);
        lab.Cloud = lab.Cloud! with { ImageStores = [new Domain.Rules.ImageStoreFacts("there", provider, null, null)] };
        Assert.Equal(findings, lab.FindingsOf("CNP8005").Count);
    }

    [Fact]
    public void Rejects_TheProviderOfAnotherZone()
    {
        var lab = ALab.WithHosts(1);
        lab.OtherZones.Add(new Domain.Zones.ZoneDesign { Name = "ams2", SecondaryStorages = { new Domain.Zones.SecondaryStorage { Id = "s", Name = "objects", Provider = "S3" } } });
        Assert.Contains("Zone ams2 of the same cloud is designed with the image store objects of provider S3", Assert.Single(lab.FindingsOf("CNP8005")).Message);
        lab.OtherZones[0].SecondaryStorages[0].Provider = "nfs";
        Assert.Empty(lab.FindingsOf("CNP8005"));
    }
}
