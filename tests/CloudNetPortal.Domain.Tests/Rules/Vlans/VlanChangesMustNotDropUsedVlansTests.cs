using System.Text.Json;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Domain.Tests.Rules.Vlans;

public sealed class VlanChangesMustNotDropUsedVlansTests
{
    private static LiveVlans Live(int minutesAgo = 5, params LiveVlans.Use[] uses) => new(ALab.Now.AddMinutes(-minutesAgo), [new LiveVlans.Network("guest-a", VlanSet.Parse("500-599"), uses)]);

    private static Finding? Judge(string? planned, LiveVlans live)
    {
        var lab = ALab.WithHosts(1);
        lab.Network("guest-a").GuestVlans = planned;
        return lab.FindingsWithLive("CNP5010", live).SingleOrDefault();
    }

    [Fact]
    public void Accepts_ALargerSet() => Assert.Null(Judge("500-699", Live(5, new LiveVlans.Use(VlanSet.Of(560), "acme", "network web-1", false))));

    [Fact]
    public void Accepts_AZoneThatIsNotThere() => Assert.Empty(ALab.WithHosts(1).FindingsOf("CNP5010"));

    [Fact]
    public void Rejects_VlanInUse_AndKeepsIt()
    {
        var finding = Judge("500-549", Live(5, new LiveVlans.Use(VlanSet.Of(560), "acme", "network web-1", false)))!;
        Assert.Equal(("a", "The design drops VLANs 550–599 of guest-a; 560 is in use by network web-1."), (finding.Case, finding.Message));
        Assert.Equal("500-549,560-560", (string?)finding.Fixes[0].DesignEdits![0].To);
    }

    [Fact]
    public void Rejects_DedicatedVlan() => Assert.Equal("b", Judge("500-549", Live(5, new LiveVlans.Use(VlanSet.Parse("570-579"), "acme", "account acme", true)))!.Case);

    [Fact]
    public void Rejects_EmptySet() => Assert.Equal(("c", Severity.Error), (Judge("", Live())!.Case, Judge("", Live())!.Severity));

    [Fact]
    public void Rejects_FreeVlans_AsAWarningWithTheDateOfOldData()
    {
        var finding = Judge("500-549", Live(minutesAgo: 600))!;
        Assert.Equal(("d", Severity.Warning), (finding.Case, finding.Severity));
        Assert.Contains("(as of 2026-03-01 02:00)", finding.Message);
    }

    [Fact]
    public void Rejects_NothingButSaysSo_WhenGoodDataIsOld() => Assert.Equal(FindingStatus.NotVerified, Judge("500-699", Live(minutesAgo: 90))!.Status);

    [Fact]
    public void Rejects_NothingButSaysSo_WhenTheZoneIsThereAndWasNotRead()
    {
        var lab = ALab.WithHosts(1);
        var cloud = new CloudFacts(ALab.Now, ["AMS1"], [], []);
        Assert.Equal(FindingStatus.NotVerified, Assert.Single(RuleBook.Judge(lab.Input with { Cloud = cloud }).Findings, f => f.RuleId == "CNP5010").Status);
    }

    [Fact]
    public void From_ReadsASnapshot()
    {
        static IReadOnlyList<JsonElement> Rows(string json) => [.. JsonDocument.Parse(json).RootElement.EnumerateArray()];
        var live = LiveVlans.From(new ZoneSnapshot("z", ALab.Now, new Dictionary<string, IReadOnlyList<JsonElement>>
        {
            ["listPhysicalNetworks"] = Rows("""[{"id":"p1","name":"guest-a","vlan":"500-599"},{"id":"p2","name":"mgmt"}]"""),
            ["listNetworks"] = Rows("""[{"name":"web","physicalnetworkid":"p1","vlan":"505","account":"acme"},{"name":"flat","physicalnetworkid":"p1","vlan":"untagged"}]"""),
            ["listDedicatedGuestVlanRanges"] = Rows("""[{"physicalnetworkid":"p1","guestvlanrange":"550-559","domain":"ROOT"}]"""),
        }))!;
        Assert.Equal(VlanSet.Parse("500-599"), live.Networks[0].Set);
        Assert.Equal(["network web", "domain ROOT"], live.Networks[0].Uses.Select(u => u.By));
        Assert.Empty(live.Networks[1].Uses);
        Assert.Null(LiveVlans.From(new ZoneSnapshot(null, ALab.Now, new Dictionary<string, IReadOnlyList<JsonElement>>())));
    }

    [Theory]
    [InlineData("500-519", "560", null, "d")]
    [InlineData("500-519", "vlan://510", null, "d")]
    [InlineData("500-509,511-519", "vlan://510", "a", "a")]
    public void Rejects_AVlanANetworkOfTheCloudRunsOn(string planned, string used, string? refused, string letter)
    {
        var lab = ALab.WithHosts(1);
        lab.Network("guest-a").GuestVlans = "500-530";
        var live = LiveVlans.From(ALiveZone.WithNetwork(lab.Design, "guest-a", "web-1", used, "acme"))!;
        lab.Network("guest-a").GuestVlans = planned;
        var finding = Assert.Single(lab.FindingsWithLive("CNP5010", live));
        Assert.Equal(letter, finding.Case);
        Assert.Equal(refused is not null, RuleBook.Find("CNP5010")!.Cases.First(c => c.Letter == finding.Case).RefusedByServer);
    }
}
