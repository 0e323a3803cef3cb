using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Domain.Tests.Rules.Capacity;

public sealed class PodsMustHaveAddressesForSystemVmsTests
{
    [Fact]
    public void Accepts_SoundLab() => Assert.Empty(ALab.WithHosts(3).FindingsOf("CNP9001"));

    [Fact]
    public void Rejects_OneAddress()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.ManagementRanges[0].EndIp = "10.20.100.100";
        var finding = Assert.Single(lab.FindingsOf("CNP9001"));
        Assert.Contains("Pod pod1 has 1 management address;", finding.Message);
        Assert.Equal("a", finding.Case);
        Assert.Equal(Severity.Error, finding.Severity);
    }

    [Fact]
    public void Rejects_NoSpare()
    {
        var lab = ALab.WithHosts(2);
        lab.Pod.ManagementRanges[0].EndIp = "10.20.100.102";
        var finding = Assert.Single(lab.FindingsOf("CNP9001"));
        Assert.Contains("Pod pod1 has 3 management addresses; 4 leave room", finding.Message);
        Assert.Equal("b", finding.Case);
        Assert.Equal(Severity.Warning, finding.Severity);
    }

    [Fact]
    public void Accepts_NoSpareInALab()
    {
        var lab = ALab.WithHosts(2);
        lab.Pack = PolicyPack.Lab;
        lab.Pod.ManagementRanges[0].EndIp = "10.20.100.101";
        Assert.Empty(lab.FindingsOf("CNP9001"));
    }

    [Fact]
    public void Rejects_OneAddressAndOffersTheNextFreeOnes()
    {
        var lab = ALab.WithHosts(1);
        lab.Pod.ManagementRanges[0].EndIp = lab.Pod.ManagementRanges[0].StartIp;
        var finding = Assert.Single(lab.FindingsOf("CNP9001"));
        Assert.Equal("Extend it to 10.20.100.103", finding.Fixes[0].Title);
        Assert.Empty(lab.After(finding.Fixes[0]).FindingsOf("CNP9001"));
    }

    [Theory, InlineData("true", false, 1), InlineData("true", true, 0), InlineData("false", false, 0)]
    public void Rejects_NothingReserved_WhereReservationIsStrict(string strict, bool reserved, int findings)
    {
        var lab = ALab.WithHosts(1);
        lab.Design.GlobalSettings.Add(new() { Id = "s", Name = "system.vm.management.ip.reservation.mode.strictness", Value = strict, Apply = true });
        lab.Pod.ManagementRanges[0].ForSystemVms = reserved;
        Assert.Equal(findings, lab.FindingsOf("CNP9001").Count(f => f.Case == "a" && f.Message.Contains("0 management addresses reserved for system VMs", StringComparison.Ordinal)));
    }

    [Fact]
    public void Rejects_TooFewForTheRoutersOfVmware()
    {
        var lab = ALab.WithHosts(0);
        lab.Cluster.Hypervisor = "VMware";
        lab.Network("guest-a").PlannedNetworks = 60;
        Assert.Contains("virtual routers of 60 planned networks", Assert.Single(lab.FindingsOf("CNP9001")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("false", true, null)]
    [InlineData("true", true, null)]
    [InlineData("true", false, "a")]
    public void Counts_ReservedRangesAlone_WhereTheCloudIsStrict(string strict, bool reserved, string? letter)
    {
        var lab = ALab.WithHosts(1);
        lab.Pod.ManagementRanges[0].ForSystemVms = reserved;
        lab.Cloud = lab.Cloud! with { Settings = new Dictionary<string, string>(lab.Cloud.Settings!) { ["system.vm.management.ip.reservation.mode.strictness"] = strict } };
        Assert.Equal(letter, lab.FindingsOf("CNP9001").SingleOrDefault()?.Case);
    }

    [Theory]
    [InlineData(1, "a", Severity.Error, Severity.Warning)]
    [InlineData(2, "b", Severity.Warning, null)]
    [InlineData(3, "b", Severity.Warning, null)]
    [InlineData(4, null, null, null)]
    public void Judges_TheBorders(int addresses, string? letter, Severity? production, Severity? lab)
    {
        var zone = ALab.WithHosts(1);
        (zone.Pod.ManagementRanges[0].StartIp, zone.Pod.ManagementRanges[0].EndIp) = ("10.20.100.100", $"10.20.100.{99 + addresses}");
        Assert.Equal((letter, production), (zone.FindingsOf("CNP9001").SingleOrDefault()?.Case, zone.FindingsOf("CNP9001").SingleOrDefault()?.Severity));
        // The lab asks for no spare.
        zone.Pack = PolicyPack.Lab;
        Assert.Equal(lab, zone.FindingsOf("CNP9001").SingleOrDefault()?.Severity);
    }

    [Fact]
    public void Weighs_NoSpare_LessInTheLab()
    {
        var lab = ALab.WithHosts(201);
        lab.Pack = PolicyPack.Lab;
        lab.Pod.ManagementRanges[0].EndIp = "10.20.100.102";
        Assert.Equal(("b", Severity.Advice), Assert.Single(lab.FindingsOf("CNP9001").Select(f => (f.Case, f.Severity))));
    }
}
