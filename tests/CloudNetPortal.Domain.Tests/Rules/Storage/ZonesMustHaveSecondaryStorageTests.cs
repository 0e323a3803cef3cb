namespace CloudNetPortal.Domain.Tests.Rules.Storage;

public sealed class ZonesMustHaveSecondaryStorageTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP8007"));

    [Fact]
    public void Rejects_None()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.SecondaryStorages.Clear();
        var finding = Assert.Single(lab.FindingsOf("CNP8007"));
        Assert.Contains("has no secondary storage", finding.Message);
    }

    [Fact]
    public void Accepts_Edge()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.Kind = "Edge";
        lab.Design.SecondaryStorages.Clear();
        Assert.Empty(lab.FindingsOf("CNP8007"));
    }

    [Fact]
    public void Accepts_Disabled()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.EnableZone = false;
        lab.Design.SecondaryStorages.Clear();
        Assert.Empty(lab.FindingsOf("CNP8007"));
    }

    [Fact]
    public void Accepts_StoreOfTheRegion()
    {
        var lab = ALab.WithHosts(1);
        lab.Design.SecondaryStorages.Clear();
        lab.Cloud = lab.Cloud! with { ImageStores = [new Domain.Rules.ImageStoreFacts("s3", "S3", null, null)] };
        Assert.Empty(lab.FindingsOf("CNP8007"));
    }
}
