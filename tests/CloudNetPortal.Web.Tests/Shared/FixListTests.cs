using Bunit;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Tests.Shared;

public sealed class FixListTests : BunitContext
{
    private static readonly Finding Three = new()
    {
        RuleId = "CNP5002", Severity = Severity.Error, Message = "guest-a has no guest VLANs.",
        Fixes =
        [
            new("Use 500–599", [FieldEdit.Text("vlans", null, "500-599")]),
            new("Give it a block") { Choices = [new("100 VLANs", [FieldEdit.Text("vlans", null, "600-699")]), new("200 VLANs", [FieldEdit.Text("vlans", null, "600-799")])] },
            new("Trunk them", Manual: "switchport trunk allowed vlan add 500-599"),
        ],
    };

    [Fact]
    public void Fixes_OfEachKind_SayWhichKindTheyAre()
    {
        var list = Render<FixList>(p => p.Add(l => l.Finding, Three).Add(l => l.OnFix, _ => { }));

        Assert.Equal(["One click", "Guided", "By hand"], list.FindAll(".kind").Select(k => k.TextContent));
        Assert.Equal(["Use 500–599", "Give it a block…"], list.FindAll("button.btn").Select(b => b.TextContent));
    }

    [Fact]
    public void Manual_Fix_ShowsItsWordsAndCopiesThem()
    {
        var list = Render<FixList>(p => p.Add(l => l.Finding, Three).Add(l => l.OnFix, _ => { }));

        Assert.Equal("switchport trunk allowed vlan add 500-599", list.Find("pre").TextContent);
        Assert.Equal("switchport trunk allowed vlan add 500-599", list.Find("button.copy").GetAttribute("data-copy"));
        Assert.Equal("Copy Trunk them", list.Find("button.copy").GetAttribute("aria-label"));
    }

    [Fact]
    public void Fixes_OfAReader_AreToldWithoutButtons()
    {
        var list = Render<FixList>(p => p.Add(l => l.Finding, Three).Add(l => l.MayFix, false).Add(l => l.OnFix, _ => { }));

        Assert.Empty(list.FindAll("button.btn"));
        Assert.Contains("Give it a block: 100 VLANs · 200 VLANs", list.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Finding_WithoutAProposal_ShowsTheCureOfItsRuleAsWorkByHand()
    {
        var list = Render<FixList>(p => p.Add(l => l.Finding, Three with { Fixes = [] }));

        Assert.Equal("By hand", list.Find(".kind").TextContent);
        Assert.Equal(RuleBook.Find("CNP5002")!.Cure, list.Find("pre").TextContent);
    }

    [Fact]
    public void Finding_ThatCouldNotBeJudged_OffersNothingToCure() =>
        Assert.Empty(Render<FixList>(p => p.Add(l => l.Finding, Three with { Fixes = [], Status = FindingStatus.NotVerified })).FindAll("li"));
}
