using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Capacity;

public sealed class PublicRangesMustHaveAddressesForSystemVmsTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP9002"));

    [Fact]
    public void Rejects_AllDedicated()
    {
        var lab = ALab.WithHosts(2);
        lab.Design.PublicRanges[0].DedicatedTo = new Owner { Domain = "ROOT", Account = "acme" };
        var finding = Assert.Single(lab.FindingsOf("CNP9002"));
        Assert.Contains("no public address that everybody may use", finding.Message);
        Assert.Equal("a", finding.Case);
        Assert.Equal(Severity.Error, finding.Severity);
    }

    [Theory, InlineData("true", false, 1), InlineData("true", true, 0), InlineData("false", false, 0)]
    public void Rejects_NothingReserved_WhereReservationIsStrict(string strict, bool reserved, int findings)
    {
        var lab = ALab.WithHosts(1);
        lab.Design.GlobalSettings.Add(new() { Id = "s", Name = "system.vm.public.ip.reservation.mode.strictness", Value = strict, Apply = true });
        lab.Design.PublicRanges[0].ForSystemVms = reserved;
        Assert.Equal(findings, lab.FindingsOf("CNP9002").Count(f => f.Case == "a" && f.Message.Contains("no public address that is reserved for system VMs", StringComparison.Ordinal)));
    }

    [Fact]
    public void Accepts_BasicWithGuestRange() => Assert.Empty(ALab.Basic(1).FindingsOf("CNP9002"));

    [Theory, InlineData(98, 0), InlineData(99, 1)]
    public void Rejects_FewerAddressesThanPlannedNetworks(int planned, int findings)
    {
        var lab = ALab.WithHosts(1);
        lab.Network("guest-a").PlannedNetworks = planned;
        Assert.Equal(findings, lab.FindingsOf("CNP9002").Count(f => f.Case == "b"));
    }

    [Theory]
    [InlineData(false, 10, 8, null)]
    [InlineData(false, 10, 9, "b")]
    [InlineData(true, 2, 10, null)]
    [InlineData(true, 2, 11, "b")]
    public void Keeps_ReservedAddressesFromNetworks(bool reserved, int systemAddresses, int planned, string? letter)
    {
        var lab = ALab.WithHosts(1);
        lab.Network("guest-a").PlannedNetworks = planned;
        lab.Design.PublicRanges[0].EndIp = "192.0.2.109";
        if (reserved)
            lab.Design.PublicRanges.Add(new PublicRange { Id = "r2", Gateway = "192.0.2.1", Netmask = "255.255.255.0", StartIp = "192.0.2.201", EndIp = $"192.0.2.{200 + systemAddresses}", Vlan = "300", ForSystemVms = true });
        Assert.Equal(letter, lab.FindingsOf("CNP9002").SingleOrDefault()?.Case);
    }

    [Fact]
    public void Rejects_NoReservedRange_WhereTheCloudIsStrict()
    {
        var lab = ALab.WithHosts(1);
        lab.Cloud = lab.Cloud! with { Settings = new Dictionary<string, string>(lab.Cloud.Settings!) { ["system.vm.public.ip.reservation.mode.strictness"] = "true" } };
        Assert.Equal("a", Assert.Single(lab.FindingsOf("CNP9002")).Case);
        lab.Design.PublicRanges[0].ForSystemVms = true;
        Assert.Equal("b", Assert.Single(lab.FindingsOf("CNP9002")).Case);
    }

    [Fact]
    public void Rejects_SharedNetworksWithoutAnAddressForTheirRouters()
    {
        var lab = ALab.SecurityGroups(1);
        lab.Design.GuestNetworks[0].EndIp = "10.20.120.12";
        Assert.Empty(lab.FindingsOf("CNP9002"));
        lab.Design.GuestNetworks[0].EndIp = "10.20.120.11";
        Assert.Equal(("b", Severity.Warning), Assert.Single(lab.FindingsOf("CNP9002").Select(f => (f.Case, f.Severity))));
    }
}
