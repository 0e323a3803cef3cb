using Bunit;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Tests.Shared;

public sealed class FindingListTests : BunitContext
{
    private static readonly Finding Missing = new()
    {
        RuleId = "CNP3002", Severity = Severity.Error, Objects = [new("host", "kvm-1", "devices/kvm-1"), new("bridge", "cloudbr3")],
        Message = "cloudbr3 is missing on kvm-1; kvm-17 has it.", Why = "Instances would not start.",
        Fixes = [new("Take cloudbr0", [FieldEdit.Text("label", "cloudbr3", "cloudbr0")])],
    };

    private static readonly Finding Advice = new() { RuleId = "CNP0001", Severity = Severity.Advice, Message = "Name it." };

    [Fact]
    public void List_SeveralSeverities_HeaviestFirst()
    {
        var list = Render<FindingList>(p => p.Add(l => l.Findings, [Advice, Missing]));

        Assert.Equal(["Error", "Advice"], list.FindAll("svg[role=img]").Select(icon => icon.GetAttribute("aria-label")));
    }

    [Fact]
    public void Message_NamesAnObjectWithAPage_LinksThatNameOnly()
    {
        var list = Render<FindingList>(p => p.Add(l => l.Findings, [Missing]).Add(l => l.ObjectUrl, named => named.Path.Length > 0 ? "/d/" + named.Name : null));

        Assert.Equal("/d/kvm-1", Assert.Single(list.FindAll("p.what a")).GetAttribute("href"));
        Assert.Equal("cloudbr3", Assert.Single(list.FindAll("p.what b")).TextContent);
        Assert.Equal(Missing.Message, string.Join(' ', list.Find("p.what").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" ;", ";", StringComparison.Ordinal));
    }

    [Fact]
    public void Fix_Pressed_SaysWhichOfWhichFinding()
    {
        ChosenFix? chosen = null;
        var list = Render<FindingList>(p => p.Add(l => l.Findings, [Missing]).Add(l => l.OnFix, fix => chosen = fix));

        list.Find("button").Click();

        Assert.Equal((Missing, "Take cloudbr0"), (chosen!.Finding, chosen.Fix.Title));
    }

    [Fact]
    public void Fix_MayNot_IsNotOffered() =>
        Assert.Empty(Render<FindingList>(p => p.Add(l => l.Findings, [Missing]).Add(l => l.MayFix, false).Add(l => l.OnFix, _ => { })).FindAll("button"));

    [Fact]
    public void List_Empty_SaysSo() => Assert.Equal("Nothing found here.", Render<FindingList>(p => p.Add(l => l.Findings, [])).Find("p").TextContent);
}
