namespace CloudNetPortal.CloudStackEmulator.Tests.Pages;

public sealed class StatePageTests
{
    [Fact]
    public async Task Page_WithAHostileName_EscapesIt()
    {
        await using var cloud = await RunningCloud.StartAsync(o => o.Name = "<i>n</i>");
        await cloud.ZoneAsync("<script>alert(1)</script>");
        var page = await cloud.Http.GetStringAsync(new Uri("", UriKind.Relative));
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(RunningCloud.Key, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Healthz_OfARunningCloud_IsOk()
    {
        await using var cloud = await RunningCloud.StartAsync();
        Assert.Equal("ok", await cloud.Http.GetStringAsync(new Uri("healthz", UriKind.Relative)));
    }
}
