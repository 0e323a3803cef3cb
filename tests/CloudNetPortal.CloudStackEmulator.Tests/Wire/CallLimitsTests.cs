namespace CloudNetPortal.CloudStackEmulator.Tests.Wire;

public sealed class CallLimitsTests
{
    [Fact]
    public async Task EnforcedPost_OfAChangeByGet_Is400()
    {
        await using var cloud = await RunningCloud.StartAsync();
        await cloud.DoAsync("updateConfiguration", ("name", "enforce.post.requests.and.timestamps"), ("value", "true"));
        var parameters = new Dictionary<string, string>
        {
            ["command"] = "createZone", ["name"] = "z", ["signatureVersion"] = "3", ["expires"] = TimeProvider.System.GetUtcNow().AddMinutes(5).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
        };
        var (status, _, body) = await cloud.SendAsync(parameters, "GET");
        Assert.Equal((400, "State changing command createZone needs to be sent using POST request"), (status, body["errortext"]!.ToString()));
        Assert.Equal(431, (await cloud.SendAsync(parameters, "POST")).Status);
        Assert.Equal(401, (await cloud.CallAsync("listZones")).Status); // without a time stamp
    }

    [Fact]
    public async Task Throttling_BeyondItsMaximum_Is429()
    {
        await using var cloud = await RunningCloud.StartAsync();
        await cloud.DoAsync("updateConfiguration", ("name", "api.throttling.interval"), ("value", "60"));
        await cloud.DoAsync("updateConfiguration", ("name", "api.throttling.max"), ("value", "3"));
        await cloud.DoAsync("updateConfiguration", ("name", "api.throttling.enabled"), ("value", "true"));
        for (var i = 0; i < 3; i++)
            await cloud.DoAsync("listZones");
        Assert.Equal(429, (await cloud.CallAsync("listZones")).Status);
    }

    [Fact]
    public async Task Value_WithAControlCharacter_IsRefused()
    {
        await using var cloud = await RunningCloud.StartAsync();
        var (status, _, body) = await cloud.CallAsync("createZone", ("name", "a\tb"));
        Assert.Equal((431, "Received value containing illegal ASCII non-printable characters for parameter name"), (status, body["errortext"]!.ToString()));
    }
}
