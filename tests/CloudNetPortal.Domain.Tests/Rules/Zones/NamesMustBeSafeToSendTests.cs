namespace CloudNetPortal.Domain.Tests.Rules.Zones;

public sealed class NamesMustBeSafeToSendTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP1002"));

    [Fact]
    public void Rejects_BlankAtTheEnd()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.Name = "ams1 ";
        var finding = Assert.Single(lab.FindingsOf("CNP1002"));
        Assert.Contains("has a blank at an end", finding.Message);
        Assert.Equal("name", finding.Path);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP1002"));
    }

    [Fact]
    public void Rejects_NoName()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.Name = "";
        var finding = Assert.Single(lab.FindingsOf("CNP1002"));
        Assert.Contains("The name of a pod is empty", finding.Message);
    }

    [Fact]
    public void Rejects_DomainWithHyphen()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.NetworkDomain = "-cloud.example";
        var finding = Assert.Single(lab.FindingsOf("CNP1002"));
        Assert.Contains("is no DNS name", finding.Message);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP1002"));
    }

    [Fact]
    public void Accepts_Domain()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.NetworkDomain = "cloud.example";
        Assert.Empty(lab.FindingsOf("CNP1002"));
    }
}
