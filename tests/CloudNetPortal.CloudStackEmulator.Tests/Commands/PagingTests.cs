namespace CloudNetPortal.CloudStackEmulator.Tests.Commands;

public sealed class PagingTests
{
    [Theory]
    [InlineData("1", "2", 2, 5)]
    [InlineData("3", "2", 1, 5)]
    [InlineData("4", "2", 0, 5)] // past the end: the count without the array
    public async Task List_ByPages_CountsAllMatches(string page, string size, int rows, int count)
    {
        await using var cloud = await RunningCloud.StartAsync();
        for (var i = 0; i < 5; i++)
            await cloud.ZoneAsync($"z{i}");
        var list = await cloud.DoAsync("listZones", ("page", page), ("pagesize", size));
        Assert.Equal(count, list["count"]!.GetValue<int>());
        Assert.Equal(rows, list["zone"]?.AsArray().Count ?? 0);
        Assert.Equal(rows > 0, list.ContainsKey("zone"));
    }

    [Theory]
    [InlineData("\"page\" parameter is required when \"pagesize\" is specified", "pagesize", "10")]
    [InlineData("\"pagesize\" parameter is required when \"page\" is specified", "page", "1")]
    [InlineData("Page size can't exceed max allowed page size value: 500", "page", "1", "pagesize", "501")]
    [InlineData("Can't specify page parameter when pagesize is -1 (Unlimited)", "page", "1", "pagesize", "-1")]
    public async Task List_WithHalfAPage_IsRefused(string text, params string[] parameters)
    {
        await using var cloud = await RunningCloud.StartAsync();
        var (status, _, body) = await cloud.CallAsync("listPods", [.. parameters.Chunk(2).Select(p => (p[0], p[1]))]);
        Assert.Equal((431, text), (status, body["errortext"]!.ToString()));
    }

    [Fact]
    public async Task List_OfNothing_IsAnEmptyObject()
    {
        await using var cloud = await RunningCloud.StartAsync();
        Assert.Empty(await cloud.DoAsync("listZones"));
    }
}
