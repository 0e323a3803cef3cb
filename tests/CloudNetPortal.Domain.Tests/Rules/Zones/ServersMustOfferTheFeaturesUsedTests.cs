using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Zones;

public sealed class ServersMustOfferTheFeaturesUsedTests
{
    [Fact]
    public void Accepts_AllCommands() => Assert.Empty(Lab("").FindingsOf("CNP1015"));

    [Fact]
    public void Rejects_CommandThatIsNotOffered()
    {
        var finding = Assert.Single(Lab("createStorageNetworkIpRange").FindingsOf("CNP1015"));
        Assert.Contains("The push account may not use createStorageNetworkIpRange", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_RoutedSubnetsWhereTheyAreSwitchedOff()
    {
        var lab = Lab("");
        lab.Design.Routing = new RoutedNetworking();
        lab.Cloud = lab.Cloud! with { Settings = new Dictionary<string, string> { ["routed.network.vpc.enabled"] = "false" } };
        Assert.Equal("b", Assert.Single(lab.FindingsOf("CNP1015")).Case);
    }

    [Fact]
    public void Accepts_CloudNobodyRead_AsNotVerified()
    {
        var lab = Lab("");
        lab.Cloud = null;
        Assert.Equal(FindingStatus.NotVerified, Assert.Single(lab.FindingsOf("CNP1015")).Status);
    }

    [Fact]
    public void Accepts_OldRead_AsNotVerified()
    {
        var lab = Lab("");
        lab.Cloud = lab.Cloud! with { ReadAt = ALab.Now.AddDays(-8) };
        Assert.Contains("on 2026-02-21", Assert.Single(lab.FindingsOf("CNP1015")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_OldReadThatSaysBad_WithItsDate()
    {
        var lab = Lab("createPod");
        lab.Cloud = lab.Cloud! with { ReadAt = ALab.Now.AddDays(-8) };
        Assert.Contains("(as of 2026-02-21)", Assert.Single(lab.FindingsOf("CNP1015")).Message, StringComparison.Ordinal);
    }

    private static ALab Lab(string without)
    {
        var lab = ALab.WithHosts(1);
        lab.Cloud = lab.Cloud! with { Commands = [.. lab.Cloud.Commands.Where(c => c != without)] };
        return lab;
    }
}
