using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Tests.Rules.Vlans;

public sealed class DedicatedGuestRangesMustFitTests
{
    private static ALab Keeping(string guestVlans, params string[] dedications)
    {
        var lab = ALab.WithHosts(1);
        var network = lab.Network("guest-a");
        network.GuestVlans = guestVlans;
        network.VlanDedications = [.. dedications.Select((d, i) => new VlanDedication { Id = $"d{i}", Vlans = d, Owner = new Owner { Domain = "ROOT", Account = $"acme{i}" } })];
        return lab;
    }

    private static LiveVlans Live(string account, bool dedicated, TimeSpan? age = null) => new(ALab.Now - (age ?? TimeSpan.FromMinutes(5)),
        [new LiveVlans.Network("guest-a", VlanSet.Parse("500-599"), [new LiveVlans.Use(VlanSet.Parse("555"), account, "network web-1", dedicated)])]);

    [Fact]
    public void Accepts_OneRunInside() => Assert.Empty(Keeping("500-549,551-599", "551-560", "500-500").FindingsOf("CNP5009"));

    [Fact]
    public void Accepts_VlanOfTheSameAccount() => Assert.Empty(Keeping("500-599", "550-559").FindingsWithLive("CNP5009", Live("acme0", false)));

    [Fact]
    public void Rejects_RunOverAGap_AndCutsIt()
    {
        var finding = Assert.Single(Keeping("500-549,551-599", "540-560").FindingsOf("CNP5009"));
        Assert.Equal("540–560, kept for account acme0, is not inside one run of guest-a (500–549, 551–599): 550 is not there.", finding.Message);
        Assert.Equal(("physicalNetworks/n2/vlanDedications/d0/vlans", "540-549"), (finding.Path, (string?)finding.Fixes[0].DesignEdits![0].To));
    }

    [Theory, InlineData("550", "must be written with both ends: 550-550"), InlineData("550-551,560-561", "not one run"), InlineData("abc", "not one run")]
    public void Rejects_AnythingButStartAndEnd(string vlans, string said) => Assert.Contains(said, Assert.Single(Keeping("500-599", vlans).FindingsOf("CNP5009")).Message);

    [Fact]
    public void Rejects_IsolationThatHasNoVlans()
    {
        var lab = Keeping("500-599", "550-559");
        lab.Network("guest-a").IsolationMethods = ["GRE"];
        Assert.Contains("isolated by GRE", Assert.Single(lab.FindingsOf("CNP5009")).Message);
    }

    [Fact]
    public void Rejects_TwoOwnersOfOneVlan() => Assert.Contains("VLANs 555–559 are kept for account acme1 and for account acme0", Assert.Single(Keeping("500-599", "550-559", "555-570").FindingsOf("CNP5009")).Message);

    [Fact]
    public void Rejects_VlanOfAnotherAccount() => Assert.Contains("VLANs 555 of the range kept for account acme0 belong to network web-1", Assert.Single(Keeping("500-599", "550-559").FindingsWithLive("CNP5009", Live("other", false))).Message);

    [Fact]
    public void Rejects_VlanOfAnotherAccount_AsTheCloudListsIt()
    {
        var lab = Keeping("500-599", "550-559");
        var live = LiveVlans.From(ALiveZone.WithNetwork(lab.Design, "guest-a", "web-1", "vlan://555", "other"))!;
        Assert.Equal("VLANs 555 of the range kept for account acme0 belong to network web-1 (as of 2026-03-01 12:00).", Assert.Single(lab.FindingsWithLive("CNP5009", live)).Message);
        Assert.Empty(lab.FindingsWithLive("CNP5009", LiveVlans.From(ALiveZone.WithNetwork(lab.Design, "guest-a", "web-1", "vlan://555", "acme0"))!));
        Assert.Empty(lab.FindingsWithLive("CNP5009", LiveVlans.From(ALiveZone.WithNetwork(lab.Design, "guest-a", "web-1", "vlan://560", "other"))!));
    }

    [Fact]
    public void Unverified_WhenTheReadingIsOldOrMissing()
    {
        var lab = Keeping("500-599", "550-559");
        Assert.Equal(FindingStatus.NotVerified, Assert.Single(lab.FindingsWithLive("CNP5009", Live("acme0", false, TimeSpan.FromMinutes(61)))).Status);
        lab.Cloud = lab.Cloud! with { ZoneNames = ["AMS1"] };
        Assert.Contains("was not read", Assert.Single(lab.FindingsOf("CNP5009")).Message);
    }
}
