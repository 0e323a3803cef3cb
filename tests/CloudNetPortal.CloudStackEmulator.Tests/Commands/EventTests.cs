namespace CloudNetPortal.CloudStackEmulator.Tests.Commands;

/// <summary>Events tell who changed what and when, as far as the server does.</summary>
public sealed class EventTests
{
    [Fact]
    public async Task Zone_ChangedByAnotherUser_IsToldWithHerName()
    {
        await using var cloud = await RunningCloud.StartAsync();
        var zone = await cloud.ZoneAsync("z");
        var other = (await cloud.DoAsync("listUsers", ("username", "baremetal-system-account")))["user"]![0]!["id"]!.ToString();
        var keys = (await cloud.FinishAsync("registerUserKeys", ("id", other)))["userkeys"]!;
        Assert.Equal(200, await cloud.StatusAsync(keys["apikey"]!.ToString(), keys["secretkey"]!.ToString(), "updateZone", ("id", zone), ("dns1", "9.9.9.9")));
        var told = (await cloud.DoAsync("listEvents", ("resourceid", zone)))["event"]!.AsArray();
        Assert.Equal(["ZONE.EDIT baremetal-system-account Completed", "ZONE.CREATE admin Completed"], told.Select(e => $"{e!["type"]} {e["username"]} {e["state"]}"));
        Assert.Equal($"Successfully completed editing zone. Zone ID: {zone}", told[0]!["description"]!.ToString());
    }

    [Fact]
    public async Task Job_IsToldAsStartedAndCompletedUnderOneParent()
    {
        await using var cloud = await RunningCloud.StartAsync();
        var network = await cloud.NetworkAsync(await cloud.ZoneAsync("z"), "n");
        await cloud.FinishAsync("updatePhysicalNetwork", ("id", network), ("state", "Enabled"));
        var told = (await cloud.DoAsync("listEvents", ("resourceid", network)))["event"]!.AsArray();
        Assert.Equal(
            ["Successfully completed updating physical network", "Updating physical network", $"Successfully completed Creating Physical Network. Physical Network ID: {network}",
             $"Creating Physical Network. Physical Network ID: {network}", "Successfully created entity for Creating Physical Network"], told.Select(e => e!["description"]!.ToString()));
        Assert.Equal(["Completed", "Started", "Completed", "Started", "Created"], told.Select(e => e!["state"]!.ToString()));
        Assert.Equal(told[0]!["parentid"]!.ToString(), told[1]!["parentid"]!.ToString());
    }

    [Fact]
    public async Task Events_OfATime_AreThoseOfThatTime()
    {
        await using var cloud = await RunningCloud.StartAsync();
        await cloud.ZoneAsync("z");
        var today = TimeProvider.System.GetUtcNow();
        Assert.Single((await cloud.DoAsync("listEvents", ("startdate", today.ToString("yyyy-MM-dd")), ("enddate", today.AddDays(1).ToString("yyyy-MM-dd"))))["event"]!.AsArray());
        Assert.Empty(await cloud.DoAsync("listEvents", ("startdate", today.AddHours(1).ToString("yyyy-MM-dd HH:mm:ss"))));
        Assert.Empty(await cloud.DoAsync("listEvents", ("enddate", today.AddHours(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"))));
        Assert.Equal(431, (await cloud.CallAsync("listEvents", ("startdate", "yesterday"))).Status);
    }
}
