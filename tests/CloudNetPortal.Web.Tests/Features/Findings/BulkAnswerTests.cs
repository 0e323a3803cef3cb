using Bunit;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Rules.Waivers;
using CloudNetPortal.Web.Features.Findings;

namespace CloudNetPortal.Web.Tests.Features.Findings;

/// <summary>Several findings chosen in the panel and answered at once; waivers that end, in the notice of the zone.</summary>
public sealed class BulkAnswerTests : BunitContext
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly List<IReadOnlyList<Finding>> acknowledged = [], waived = [];

    [Fact]
    public void Group_Ticked_ChoosesAllOfIt()
    {
        var panel = Panel(Warning("CNP5102", "one"), Warning("CNP5102", "two"), Warning("CNP6303", "other"));
        panel.Find("input[aria-label^='All 2 of CNP5102']").Change(true);

        Assert.Contains("2 findings chosen", panel.Find(".bulk").TextContent, StringComparison.Ordinal);
        Button(panel, "Acknowledge").Click();
        Button(panel, "Ask for a waiver").Click();

        Assert.Equal(["one", "two"], Assert.Single(acknowledged).Select(f => f.Message).Order());
        Assert.Equal(["one", "two"], Assert.Single(waived).Select(f => f.Message).Order());
    }

    [Fact]
    public void TwoRules_AreAcknowledgedTogetherButNotWaived()
    {
        var panel = Panel(Warning("CNP5102", "one"), Warning("CNP6303", "other"));
        foreach (var message in (string[])["one", "other"])
            panel.Find($"input[aria-label$=': {message}']").Change(true);

        var waive = Button(panel, "Ask for a waiver");
        Assert.Equal("true", waive.GetAttribute("aria-disabled"));
        Assert.Contains("one rule", panel.Find("#" + waive.GetAttribute("aria-describedby")).TextContent, StringComparison.Ordinal);
        waive.Click();
        Button(panel, "Acknowledge").Click();

        Assert.Empty(waived);
        Assert.Equal(2, Assert.Single(acknowledged).Count);
    }

    [Fact]
    public void Error_Chosen_IsNotAcknowledged()
    {
        var panel = Panel(Warning("CNP5101", "bad") with { Severity = Severity.Error });
        panel.Find("input.choose").Change(true);

        Assert.Equal("true", Button(panel, "Acknowledge").GetAttribute("aria-disabled"));
        Assert.Null(Button(panel, "Ask for a waiver").GetAttribute("aria-disabled"));
    }

    [Fact]
    public void AdviceAndWhatTheServerRefuses_CannotBeChosen() =>
        Assert.Empty(Panel(Warning("CNP2010", "advice") with { Severity = Severity.Advice }, Warning("CNP4004", "refused") with { Severity = Severity.Error }).FindAll("input.choose"));

    [Fact]
    public void Notice_Within14Days_SaysWhenAndWhatHappens()
    {
        var notice = Render<WaiverNotice>(p => p.Add(n => n.Now, Now).Add(n => n.Url, "/zones/1/findings").Add(n => n.Waivers, [InForce(13), InForce(15)]));

        Assert.StartsWith("The waiver of CNP5102 ends on 2026-03-14, in 13 days: then its 1 finding is open again", Assert.Single(notice.FindAll("li")).TextContent, StringComparison.Ordinal);
        Assert.Empty(Render<WaiverNotice>(p => p.Add(n => n.Now, Now).Add(n => n.Url, "/").Add(n => n.Waivers, [InForce(15)])).FindAll("li"));
        Assert.Contains("ended on 2026-03-14", Render<WaiverNotice>(p => p.Add(n => n.Now, Now.AddDays(20)).Add(n => n.Url, "/").Add(n => n.Waivers, [InForce(13)])).Markup, StringComparison.Ordinal);
    }

    private static Waiver InForce(int days)
    {
        var finding = Warning("CNP5102", "one");
        var waiver = Waiver.Request(Guid.NewGuid(), new WaiverWish(WaiverScope.OneFinding, "", false, "It is built in the window of March.", "", Now.AddDays(days)), finding, [finding], PolicyPack.Production, Guid.NewGuid(), "Ana", Now).Waiver!;
        Assert.Null(waiver.Approve(waiver.Team, Guid.NewGuid(), "Nils", [waiver.Team], [], Now));
        return waiver;
    }

    private static Finding Warning(string rule, string message) => new() { RuleId = rule, Case = RuleBook.Find(rule)!.Cases[0].Letter, Severity = Severity.Warning, Message = message, Path = "pods/p1" };

    private IRenderedComponent<FindingsPanel> Panel(params IReadOnlyList<Finding> findings) => Render<FindingsPanel>(p => p.Add(l => l.Findings, findings).Add(l => l.MayAnswer, true)
        .Add(l => l.OnAcknowledge, acknowledged.Add).Add(l => l.OnWaive, waived.Add));

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<FindingsPanel> panel, string text) => panel.FindAll(".bulk button").Single(b => b.TextContent == text);
}
