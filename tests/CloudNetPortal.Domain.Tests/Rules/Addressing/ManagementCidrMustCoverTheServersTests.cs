using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Addressing;

public sealed class ManagementCidrMustCoverTheServersTests
{
    [Fact]
    public void Accepts_CoveringBlock() => Assert.Empty(Lab("10.0.0.0/16", "10.0.5.4").FindingsOf("CNP4015"));

    [Fact]
    public void Accepts_ListOfBlocks() => Assert.Empty(Lab("10.9.0.0/24,10.0.5.0/24", "10.0.5.4").FindingsOf("CNP4015"));

    [Fact]
    public void Rejects_ServerOutside()
    {
        var finding = Assert.Single(Lab("10.0.0.0/24", "10.0.5.4").FindingsOf("CNP4015"));
        Assert.Equal("management.network.cidr is 10.0.0.0/24 and does not cover cs-1 (10.0.5.4).", finding.Message);
        Assert.Equal("Set it to 10.0.5.0/24", finding.Fixes[0].Title);
    }

    [Fact]
    public void Rejects_NoCidr() => Assert.Contains("is no CIDR", Assert.Single(Lab("10.0.0.0", "10.0.5.4").FindingsOf("CNP4015")).Message, StringComparison.Ordinal);

    [Fact]
    public void Accepts_SettingsNotRead_AsNotVerified() => Assert.Equal(FindingStatus.NotVerified, Assert.Single(Lab(null, "10.0.5.4").FindingsOf("CNP4015")).Status);

    [Fact]
    public void Accepts_ServersNotDocumented_AsNotVerified() => Assert.Contains("no device with the role management-server", Assert.Single(Lab("10.0.0.0/24", null).FindingsOf("CNP4015")).Message, StringComparison.Ordinal);

    private static ALab Lab(string? setting, string? server)
    {
        var lab = ALab.WithHosts(1);
        lab.Devices.RemoveAll(d => d.Role == DeviceRoles.ManagementServer);
        lab.Cloud = lab.Cloud! with { Settings = setting is null ? null : new Dictionary<string, string> { ["management.network.cidr"] = setting } };
        if (server is not null)
            ALab.Address(ALab.Add(lab.Add(new Device { Name = "cs-1", Role = DeviceRoles.ManagementServer }), new Interface { Name = "eth0" }), server);
        return lab;
    }

    [Fact]
    public void Unverified_AServerWithoutAddress()
    {
        var lab = ALab.WithHosts(1);
        ALab.Add(lab.Add(new Device { Name = "cs2", Role = DeviceRoles.ManagementServer }), new Interface { Name = "eth0" });
        var finding = Assert.Single(lab.FindingsOf("CNP4015"));
        Assert.Equal(FindingStatus.NotVerified, finding.Status);
        Assert.Contains("covers 1 of 2 management servers; cs2 has no documented address", finding.Message);
    }

    [Theory]
    [InlineData("10.20.0.0/16", 6, 0, FindingStatus.Open, "")]
    [InlineData("10.20.0.0/16", 8, 1, FindingStatus.NotVerified, "was in order on 2026-02-21")]
    [InlineData("10.30.0.0/16", 8, 1, FindingStatus.Open, "(as of 2026-02-21)")]
    public void Judges_OldSettings(string value, int days, int found, FindingStatus status, string words)
    {
        var lab = ALab.WithHosts(1);
        lab.Cloud = lab.Cloud! with { ReadAt = ALab.Now.AddDays(-days), Settings = new Dictionary<string, string> { ["management.network.cidr"] = value } };
        var findings = lab.FindingsOf("CNP4015");
        Assert.Equal(found, findings.Count);
        Assert.All(findings, f => Assert.Equal(status, f.Status));
        Assert.All(findings, f => Assert.Contains(words, f.Message));
    }
}
