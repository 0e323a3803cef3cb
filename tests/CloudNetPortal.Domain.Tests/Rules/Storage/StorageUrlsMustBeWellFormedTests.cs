namespace CloudNetPortal.Domain.Tests.Rules.Storage;

public sealed class StorageUrlsMustBeWellFormedTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP8003"));

    [Fact]
    public void Rejects_FormOfMount()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.SecondaryStorages[0].Url = "10.0.40.10:/export";
        var finding = Assert.Single(lab.FindingsOf("CNP8003"));
        Assert.Contains("has no scheme", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP8003"));
    }

    [Fact]
    public void Rejects_NoPath()
    {
        var lab = ALab.WithHosts(2);
        lab.Cluster.PrimaryStorages[0].Url = "nfs://10.0.40.10";
        var finding = Assert.Single(lab.FindingsOf("CNP8003"));
        Assert.Contains("has no path behind the host", finding.Message);
    }

    [Fact]
    public void Accepts_OtherProvider()
    {
        var lab = ALab.WithHosts(2);
        (lab.Cluster.PrimaryStorages[0].Provider, lab.Cluster.PrimaryStorages[0].Url) = ("SolidFire", "MVIP=10.0.0.1;SVIP=10.0.0.2");
        Assert.Empty(lab.FindingsOf("CNP8003"));
    }

    [Fact]
    public void Accepts_Rbd()
    {
        var lab = ALab.WithHosts(2);
        lab.Cluster.PrimaryStorages[0].Url = "rbd://user:secret@10.0.40.10/pool";
        Assert.Empty(lab.FindingsOf("CNP8003"));
    }

    [Theory, InlineData("nfs://${NFS}/primary"), InlineData("nfs://{{nas}}/primary")]
    public void Rejects_Placeholder(string url)
    {
        var lab = ALab.WithHosts(1);
        lab.Cluster.PrimaryStorages[0].Url = url;
        Assert.Equal("b", Assert.Single(lab.FindingsOf("CNP8003")).Case);
    }

    [Fact]
    public void Accepts_ServerByName_AsNotVerified()
    {
        var lab = ALab.WithHosts(1);
        lab.Cluster.PrimaryStorages[0].Url = "nfs://nas.example.net/primary";
        var finding = Assert.Single(lab.FindingsOf("CNP8003"));
        Assert.Equal((Domain.Rules.FindingStatus.NotVerified, Domain.Rules.Severity.Warning), (finding.Status, finding.Severity));
    }

    [Theory]
    [InlineData("nfs://[2001:db8::5]/primary", 0)]
    [InlineData("rbd://cloudstack:AQD8secret==@10.20.200.5:6789/pool", 0)]
    [InlineData("nfs://10.20.200.5", 1)]
    [InlineData("nfs:///primary", 1)]
    [InlineData("nfs://10.20.200.5/", 1)]
    [InlineData("sharedmountpoint://localhost/mnt/primary", 0)]
    public void Judges_FormsOfPools(string url, int found)
    {
        var lab = ALab.WithHosts(1);
        lab.Cluster.PrimaryStorages[0].Url = url;
        Assert.Equal(found, lab.FindingsOf("CNP8003").Count);
    }

    [Theory]
    [InlineData("cifs://10.20.200.5/share", 0)]
    [InlineData("rbd://10.20.200.5/pool", 1)]
    [InlineData("gluster://10.20.200.5/volume", 1)]
    public void Judges_SchemesOfImageStores(string url, int found)
    {
        var lab = ALab.WithHosts(1);
        lab.Design.SecondaryStorages[0].Url = url;
        Assert.Equal(found, lab.FindingsOf("CNP8003").Count);
    }
}
