using System.Security.Cryptography;
using CloudNetPortal.Journeys.ScriptPages;
using Microsoft.Playwright;

namespace CloudNetPortal.Journeys;

/// <summary>Each thing that the portal's pages ask of Blazor's browser script, see build/BlazorScript.targets.</summary>
public sealed class ScriptFeatureTests(Chromium chromium, ScriptApp app) : Journey(chromium), IClassFixture<ScriptApp>
{
    [Fact]
    public async Task InputFile_OfSeveralMegabytes_ArrivesWhole()
    {
        var page = await OpenAsync("/upload", "Upload");
        var content = RandomNumberGenerator.GetBytes(3_000_000);
        await page.GetByLabel("File").SetInputFilesAsync(new FilePayload { Name = "lab.zip", MimeType = "application/zip", Buffer = content });
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync($"lab.zip 3000000 {Convert.ToHexString(SHA256.HashData(content))}");
    }

    [Fact]
    public async Task Stream_SavedByTheBrowser_IsWhatTheServerSent()
    {
        var page = await OpenAsync("/download", "Download");
        var saving = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync());
        Assert.Equal("rack.bin", saving.SuggestedFilename);
        Assert.Equal(ScriptApp.Download, await File.ReadAllBytesAsync(await saving.PathAsync()));
    }

    [Fact]
    public async Task NavigationLock_WhileThereAreChanges_StaysOnThePage()
    {
        var page = await OpenAsync("/lock", "Lock");
        await page.GetByRole(AriaRole.Link, new() { Name = "Leave" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("kept");
        Assert.EndsWith("/lock", page.Url, StringComparison.Ordinal);

        var asked = new TaskCompletionSource<string>();
        page.Dialog += async (_, dialog) =>
        {
            asked.TrySetResult(dialog.Type);
            await dialog.DismissAsync();
        };
        // The dialog holds the navigation, so only its appearance is waited for.
        _ = page.EvaluateAsync("setTimeout(() => location.assign('about:blank'))");
        Assert.Equal("beforeunload", await asked.Task.WaitAsync(TimeSpan.FromSeconds(15)));

        await page.GetByRole(AriaRole.Button, new() { Name = "Give up the changes" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Leave" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Upload" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task EnhancedNavigation_BetweenServerRenderedPages_KeepsTheDocument()
    {
        var page = await OpenAsync("/enhanced", "Enhanced");
        await page.EvaluateAsync("window.same = true");
        await page.GetByRole(AriaRole.Link, new() { Name = "Other" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Other" })).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.same === true"));
    }

    [Fact]
    public async Task EnhancedForm_Sent_ShowsTheAnswerInTheSameDocument()
    {
        var page = await OpenAsync("/enhanced", "Enhanced");
        await page.EvaluateAsync("window.same = true");
        await page.GetByLabel("Rack").FillAsync("A7");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("A7");
        Assert.True(await page.EvaluateAsync<bool>("window.same === true"));
    }

    private async Task<IPage> OpenAsync(string path, string heading)
    {
        var page = await OpenWindowAsync(app.Address);
        await page.GotoAsync(path);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })).ToBeVisibleAsync();
        return page;
    }
}
