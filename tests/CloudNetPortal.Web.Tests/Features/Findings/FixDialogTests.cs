using Bunit;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Web.Features.Findings;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Tests.Features.Findings;

public sealed class FixDialogTests : BunitContext
{
    private static readonly Finding Finding = new() { RuleId = "CNP5002", Severity = Severity.Error, Message = "guest-a has no guest VLANs." };
    private static readonly Fix Guided = new("Give it a block")
    {
        Choices =
        [
            new("100 VLANs", [FieldEdit.Text("vlans", null, "500-599")]) { Note = "on every trunk already" },
            new("200 VLANs", [FieldEdit.Text("vlans", null, "600-799")]),
            new("Others") { Input = new FixInput("Guest VLANs", "vlans", null, Help: "Such as 100-199.") },
        ],
    };

    private readonly List<Fix> applied = [];

    public FixDialogTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public async Task Guided_OtherAnswerChosen_PreviewsAndAppliesThatOne()
    {
        var dialog = await OpenAsync(Guided);
        Assert.Equal(["100 VLANs", "200 VLANs", "Others"], dialog.FindAll("fieldset label").Select(l => l.QuerySelector("span")!.FirstChild!.TextContent));
        Assert.Equal("on every trunk already", dialog.Find("fieldset small").TextContent);
        Assert.Contains("500-599", dialog.Find("tbody").TextContent, StringComparison.Ordinal);

        dialog.FindAll("input[type=radio]")[1].Change(true);
        Assert.Contains("600-799", dialog.Find("tbody").TextContent, StringComparison.Ordinal);
        await dialog.Find("button.primary").ClickAsync(new());

        Assert.Equal("200 VLANs", Assert.Single(applied).Title);
    }

    [Fact]
    public async Task Guided_FreeValue_IsAppliedOnlyOnceItIsTyped()
    {
        var dialog = await OpenAsync(Guided);
        dialog.FindAll("input[type=radio]")[2].Change(true);
        Assert.True(dialog.Find("button.primary").HasAttribute("disabled"));

        dialog.Find("input.mono").Input(" 300-399 ");
        Assert.Contains("300-399", dialog.Find("tbody").TextContent, StringComparison.Ordinal);
        await dialog.Find("button.primary").ClickAsync(new());

        var fix = Assert.Single(applied);
        Assert.True(fix.IsOneClick);
        Assert.Equal("300-399", (string?)Assert.Single(fix.DesignEdits!).To);
    }

    [Fact]
    public async Task OneClick_AsksNothingAndShowsWhatItChanges()
    {
        var dialog = await OpenAsync(Guided.Choices[0]);

        Assert.Empty(dialog.FindAll("input"));
        await dialog.Find("button.primary").ClickAsync(new());
        Assert.Same(Guided.Choices[0], Assert.Single(applied));
    }

    private async Task<IRenderedComponent<FixDialog>> OpenAsync(Fix fix)
    {
        var dialog = Render<FixDialog>(p => p.Add(d => d.OnApply, chosen => { applied.Add(chosen.Fix); return Task.CompletedTask; }));
        await dialog.InvokeAsync(() => dialog.Instance.Open(new ChosenFix(Finding, fix), f => [.. (f.DesignEdits ?? []).Select(e => new FixPreview(e.Path, "nothing", (string?)e.To ?? ""))]));
        return dialog;
    }
}
