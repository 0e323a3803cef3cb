using System.Text.Json;
using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Push.Tests.Snapshots;
using CloudNetPortal.Testing;

namespace CloudNetPortal.Push.Tests.Drift;

/// <summary><c>cloudnet import-zone</c>, <c>drift</c> and <c>export</c>, run as people run them.</summary>
public sealed class CloudnetZoneTests
{
    [Fact]
    public async Task Cloudnet_OfAnExistingZone_ImportsItFindsDriftAndExports()
    {
        await using var cloud = await PracticeCloud.StartAsync("--pace", "0");
        var client = SnapshotReaderTests.Client(cloud);
        await SnapshotReaderTests.PushAsync(client, DriftDesigns.Advanced());
        var folder = Directory.CreateTempSubdirectory("cloudnet-import-").FullName;
        var file = Path.Combine(folder, "drill.json");

        var listed = await CloudnetProgram.RunAsync(cloud, ["import-zone"]);
        Assert.Contains("drill", listed.Text, StringComparison.Ordinal);
        var imported = await CloudnetProgram.RunAsync(cloud, ["import-zone", "drill", "--out", file]);
        Assert.True(imported.Status == 0, imported.Errors);
        Assert.Contains("unknown: host ", imported.Errors, StringComparison.Ordinal);
        Assert.Equal("drill", DesignJson.Read(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Name);

        Assert.Equal(0, (await CloudnetProgram.RunAsync(cloud, ["drift", file])).Status);
        // An imported design asks for nothing.
        var plan = await CloudnetProgram.RunAsync(cloud, ["plan", file, "--live", "--json"]);
        Assert.True(plan.Status == 0, plan.Errors);
        using var planned = JsonDocument.Parse(plan.Text);
        Assert.DoesNotContain(planned.RootElement[0].GetProperty("plan").GetProperty("steps").EnumerateArray(), s => s.GetProperty("action").GetString() is "change" or "remove" || (s.GetProperty("action").GetString() == "create" && !s.GetProperty("onlyFinds").GetBoolean()));
        using var ids = JsonDocument.Parse(await File.ReadAllTextAsync(file + ".ids.json", TestContext.Current.CancellationToken));
        Assert.Null((await client.CallToEndAsync(ApiCall.Of("updateZone", ("id", ids.RootElement.GetProperty("zone").GetString()), ("name", "renamed"), ("dns1", "10.0.9.99")))).Failure);
        var drift = await CloudnetProgram.RunAsync(cloud, ["drift", file, "--json"]);
        Assert.Equal(3, drift.Status);
        using var found = JsonDocument.Parse(drift.Text);
        Assert.Equal(["dns1", "name"], found.RootElement[0].GetProperty("items").EnumerateArray().Select(i => i.GetProperty("path").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal("admin", found.RootElement[0].GetProperty("items")[0].GetProperty("cause").GetProperty("by").GetString());

        foreach (var (format, part) in new[] { ("terraform", "resource \"cloudstack_traffic_type\" \"drill_guest_guest\""), ("ansible", "ngine_io.cloudstack.traffic_type:"), ("marvin", "\"physical_networks\""), ("yaml", "name: \"drill\""), ("json", "\"schemaVersion\"") })
        {
            var export = await CloudnetProgram.RunAsync(cloud, ["export", file, "--format", format]);
            Assert.True(export.Status == 0 && export.Text.Contains(part, StringComparison.Ordinal), format + export.Text + export.Errors);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Push_OfAZoneThatStands_IsJudgedByWhatIsThere()
    {
        await using var cloud = await PracticeCloud.StartAsync("--pace", "0");
        await SnapshotReaderTests.PushAsync(SnapshotReaderTests.Client(cloud), DriftDesigns.Advanced());
        var folder = Directory.CreateTempSubdirectory("cloudnet-push-").FullName;
        var file = Path.Combine(folder, "drill.json");
        Assert.Equal(0, (await CloudnetProgram.RunAsync(cloud, ["import-zone", "drill", "--out", file])).Status);
        var design = DesignJson.Read(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        foreach (var network in design.PhysicalNetworks)
            network.GuestVlans = null;
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(design, DesignJson.Options), TestContext.Current.CancellationToken);

        string[] push = ["push", file, "--journal", Path.Combine(folder, "journal")];
        var seen = await CloudnetProgram.RunAsync(cloud, push);
        Assert.Equal(2, seen.Status);
        Assert.Contains("CNP5010", seen.Text + seen.Errors, StringComparison.Ordinal);
        Assert.Contains("would be removed", seen.Text + seen.Errors, StringComparison.Ordinal);
        // Without the ids nobody says that it is this zone: then the push itself asks.
        File.Delete(file + ".ids.json");
        var stranger = await CloudnetProgram.RunAsync(cloud, push);
        Assert.DoesNotContain("CNP5010", stranger.Text + stranger.Errors, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Cloudnet_OfAZoneThatIsNotThere_SaysSo()
    {
        await using var cloud = await PracticeCloud.StartAsync("--pace", "0");
        var missing = await CloudnetProgram.RunAsync(cloud, ["import-zone", "nowhere"]);
        Assert.Equal(1, missing.Status);
        Assert.Contains("no zone “nowhere”", missing.Errors, StringComparison.Ordinal);
        var refused = await CloudnetProgram.RunAsync(cloud, ["import-zone", "nowhere"], [new("CLOUDSTACK_SECRET", "wrong")]);
        Assert.Equal(7, refused.Status);
    }
}
