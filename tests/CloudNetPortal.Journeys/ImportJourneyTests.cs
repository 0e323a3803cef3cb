using System.IO.Compression;
using CloudNetPortal.Testing;
using Microsoft.Playwright;
using Npgsql;

namespace CloudNetPortal.Journeys;

/// <summary>From files on a desk to a catalogue and a zone: dropped, recognised, looked at, accepted, and kept over a reload.</summary>
public sealed class ImportJourneyTests(Chromium chromium, FirstRun first) : Journey(chromium), IClassFixture<FirstRun>
{
    [Fact]
    public async Task LabAndZoneFile_DroppedLookedAtAndAccepted_AreInTheCatalogueAndAmongTheZones()
    {
        var page = await OpenWindowAsync(first.Portal.Address);
        await first.SignInAsync(page);
        await GiveRolesAsync();
        await page.Context.ClearCookiesAsync();
        await first.SignInAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Import", Exact = true }).ClickAsync();
        await Heading(page, "Import");
        await AssertAccessibleAsync(page);
        await TakePictureAsync(page, "import-1-bring");
        await Assertions.Expect(page.GetByLabel("Drop files here, or choose them")).ToBeEnabledAsync();
        await page.GetByLabel("Drop files here, or choose them").SetInputFilesAsync(
        [
            new FilePayload { Name = "lab.zip", MimeType = "application/zip", Buffer = Lab() },
            new FilePayload { Name = "east.cfg", MimeType = "text/plain", Buffer = await File.ReadAllBytesAsync(RepositoryFiles.At("tests", "CloudNetPortal.Import.Tests", "Samples", "marvin", "advanced-two-networks.cfg")) },
        ]);

        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Files of the import" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = "lab/devices.csv" })).ToContainTextAsync("NetBox devices (CSV)");
        await AssertAccessibleAsync(page);
        await TakePictureAsync(page, "import-2-sources");
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = "lab/devices.csv" })).ToBeVisibleAsync();

        await StepAsync(page, "Mapping", "import-3-mapping");
        await StepAsync(page, "Problems", "import-4-problems");
        await StepAsync(page, "Difference", "import-5-difference");
        await Assertions.Expect(page.GetByText("New: 3 devices")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Taken over:")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("accepting would change nothing")).ToBeVisibleAsync();

        await StepAsync(page, "Zones", "import-6-zones");
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept as zone east-1" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Open zone east-1" })).ToBeVisibleAsync();
        Assert.DoesNotContain("hunter2", await page.ContentAsync(), StringComparison.Ordinal);
        await Assertions.Expect(page.GetByText("Accepted", new() { Exact = true })).ToBeVisibleAsync();
    }

    private static async Task StepAsync(IPage page, string title, string picture)
    {
        await page.GetByRole(AriaRole.List, new() { Name = "Steps of the import" }).GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await page.WaitForURLAsync($"**/{title.ToLowerInvariant()}");
        await Assertions.Expect(page.Locator("[aria-current=step]")).ToContainTextAsync(title);
        await AssertAccessibleAsync(page);
        await TakePictureAsync(page, picture);
    }

    private static Task Heading(IPage page, string title) => Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1 })).ToBeVisibleAsync();

    private static byte[] Lab()
    {
        var folder = RepositoryFiles.At("tests", "CloudNetPortal.Import.Tests", "Samples", "lab");
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, true))
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                zip.CreateEntryFromFile(file, Path.GetRelativePath(folder, file).Replace('\\', '/'));
        return packed.ToArray();
    }

    // The first administrator keeps people; who imports and designs is given those roles.
    private async Task GiveRolesAsync()
    {
        await using var database = NpgsqlDataSource.Create(first.Portal.ConnectionString);
        await using var command = database.CreateCommand("update users set roles = array['Administrator', 'CatalogueEditor', 'ZoneDesigner']");
        await command.ExecuteNonQueryAsync();
    }
}
