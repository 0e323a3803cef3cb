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

    [Fact]
    public async Task Form_OfThisPage_SetsAndRemovesAFault()
    {
        await using var cloud = await RunningCloud.StartAsync();
        Assert.Equal(System.Net.HttpStatusCode.OK, await PostAsync(cloud, "faults", cloud.Http.BaseAddress!.GetLeftPart(UriPartial.Authority), ("command", "list*"), ("kind", "TooManyRequests"), ("share", "1"), ("times", "1"), ("retryafter", "7")));
        using var struck = await cloud.Http.GetAsync(new Uri("client/api?command=listZones", UriKind.Relative));
        Assert.Equal((429, "7"), ((int)struck.StatusCode, struck.Headers.GetValues("Retry-After").Single()));
        Assert.Contains("Too many requests", await cloud.Http.GetStringAsync(new Uri("", UriKind.Relative)), StringComparison.Ordinal);
        await PostAsync(cloud, "faults/remove", cloud.Http.BaseAddress!.GetLeftPart(UriPartial.Authority), ("id", "1"));
        Assert.Contains("None set.", await cloud.Http.GetStringAsync(new Uri("", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://elsewhere.example")]
    public async Task Form_OfAnotherPage_IsRefused(string? origin)
    {
        await using var cloud = await RunningCloud.StartAsync();
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, await PostAsync(cloud, "restart", origin, ("seconds", "60")));
        await cloud.DoAsync("listZones");
    }

    [Fact]
    public async Task Page_HasNoScriptsAndNoInlineStyles()
    {
        await using var cloud = await RunningCloud.StartAsync();
        using var page = await cloud.Http.GetAsync(new Uri("", UriKind.Relative));
        var html = await page.Content.ReadAsStringAsync();
        Assert.Equal("default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'", page.Headers.GetValues("Content-Security-Policy").Single());
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("<[^>]* on[a-z]+=", html);
    }

    private static async Task<System.Net.HttpStatusCode> PostAsync(RunningCloud cloud, string path, string? origin, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        using var answer = await cloud.Http.SendAsync(request);
        return answer.StatusCode;
    }
}
