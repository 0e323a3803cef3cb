using Bunit;
using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Web.Shared;
using CloudNetPortal.Web.Shell;

namespace CloudNetPortal.Web.Tests.Shared;

public sealed class PartsTests : BunitContext
{
    [Theory]
    [InlineData("Management", "M")]
    [InlineData("Public", "P")]
    [InlineData("Guest", "G")]
    [InlineData("Storage", "S")]
    [InlineData("Control", "C")]
    public void TrafficChip_EachType_HasLetterShapeAndName(string type, string letter)
    {
        var chip = Render<TrafficChip>(p => p.Add(c => c.Type, type));

        Assert.Equal(letter, chip.Find("text").TextContent);
        Assert.Contains(type, chip.Find("span").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void TrafficShape_EachType_HasAShapeOfItsOwn() =>
        Assert.Equal(4, new[] { "Management", "Public", "Guest", "Storage" }.Select(TrafficShape.Path).Distinct().Count());

    [Theory]
    [InlineData(0, "no errors")]
    [InlineData(1, "1 error")]
    [InlineData(3412, "3,412 errors")]
    public void SeverityMark_Count_SaysHowMany(int count, string text) =>
        Assert.Equal(text, Render<SeverityMark>(p => p.Add(m => m.Severity, Severity.Error).Add(m => m.Count, count)).Find("span span").TextContent);

    [Fact]
    public void SeverityMark_NotVerified_IsNeverGood() =>
        Assert.Equal("Not verified", Render<SeverityMark>(p => p.Add(m => m.Severity, Severity.Off).Add(m => m.Status, FindingStatus.NotVerified)).Find("svg").GetAttribute("aria-label"));

    [Fact]
    public void StatusLook_EveryState_HasWordsAndAnIconOfItsOwn()
    {
        var changes = Enum.GetValues<ChangeState>().Select(StatusLook.Of).ToList();
        var lives = Enum.GetValues<LifeCycle>().Select(StatusLook.Of).ToList();

        Assert.All(changes.Concat(lives), look => Assert.NotEqual(StatusLook.Ring, look.Icon));
        Assert.Equal(changes.Count, changes.Select(look => look.Icon).Distinct().Count());
        Assert.Equal(lives.Count, lives.Select(look => (look.Icon, look.Dotted)).Distinct().Count());
    }

    [Fact]
    public void TabBar_OpenTab_IsTheCurrentPage()
    {
        var tabs = Render<TabBar>(p => p.Add(t => t.Tabs, [new("Basics", "/z/1"), new("Labels", "/z/1/labels", 2, Severity.Error)]).Add(t => t.Current, "/z/1/labels"));

        Assert.Equal("/z/1/labels", Assert.Single(tabs.FindAll("[aria-current=page]")).GetAttribute("href"));
        Assert.Contains("2 findings", tabs.Find("[aria-current=page]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void TimeStamp_InTheBrowsersZone_HasUtcOnHover()
    {
        var at = new DateTimeOffset(2026, 8, 1, 10, 42, 5, TimeSpan.Zero);
        var stamp = Render<TimeStamp>(p => p.AddCascadingValue(new BrowserPreferences("light", "Europe/Amsterdam", false)).Add(t => t.At, at));

        Assert.Equal("2026-08-01 12:42", stamp.Find("time").TextContent);
        Assert.Equal("2026-08-01 10:42:05 UTC", stamp.Find("time").GetAttribute("title"));
    }

    [Fact]
    public void OutcomeMessage_None_IsNothing() => Assert.Empty(Render<OutcomeMessage>(p => p.Add(m => m.Outcome, null)).Markup.Trim());

    [Fact]
    public void OutcomeMessage_Forbidden_IsAnAlertWithTheSentence()
    {
        var message = Render<OutcomeMessage>(p => p.Add(m => m.Outcome, new Forbidden("Only operators push.")));

        Assert.Contains("Only operators push.", message.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a b", "a and b")]
    [InlineData("a b c", "a, b and c")]
    [InlineData("a b c d e f g", "a, b, c, d, e and 2 more")]
    public void Words_List_ReadsLikeASentence(string names, string expected) => Assert.Equal(expected, Words.List(names.Split(' ')));
}
