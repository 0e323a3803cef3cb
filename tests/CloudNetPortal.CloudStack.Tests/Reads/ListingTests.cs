using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.CloudStack.Reads;

namespace CloudNetPortal.CloudStack.Tests.Reads;

public sealed class ListingTests
{
    [Theory]
    [InlineData(0, 500, 1)]
    [InlineData(500, 500, 1)]
    [InlineData(501, 500, 2)]
    [InlineData(1203, 500, 3)]
    [InlineData(45, 20, 4)]
    public async Task All_ManyRows_ComePageByPage(int total, int allowed, int calls)
    {
        await using var server = await SmallServer.StartAsync((fields, context) =>
        {
            var (page, size) = (int.Parse(fields["page"]), int.Parse(fields["pagesize"]));
            if (size > allowed) return SmallServer.Say(context, 431, """{"listpodsresponse":{"errorcode":431,"cserrorcode":4350,"errortext":"Page size can't exceed max allowed page size value: """ + allowed + "\"}}");
            var rows = Enumerable.Range(0, total).Skip((page - 1) * size).Take(size).Select(i => $$"""{"id":"p{{i}}","name":"pod-{{i}}","zoneid":"z"}""").ToArray();
            return SmallServer.Say(context, 200, rows.Length == 0 ? """{"listpodsresponse":{}}""" : $$$"""{"listpodsresponse":{"count":{{{total}}},"pod":[{{{string.Join(',', rows)}}}]}}""");
        });
        var pods = await ListedPod.ListAsync(server.Client(), zoneId: "z");
        Assert.Equal(Enumerable.Range(0, total).Select(i => $"p{i}"), pods.Select(p => p.Id));
        Assert.Equal(calls, server.Received.Count);
    }

    [Fact]
    public async Task All_FewerRowsThanCounted_Ends()
    {
        await using var server = await SmallServer.SayingAsync(200, """{"listpodsresponse":{"count":3,"pod":[{"id":"a","name":"a","zoneid":"z"}]}}""");
        Assert.Single(await ListedPod.ListAsync(server.Client()));
    }

    [Fact]
    public async Task All_Refused_ThrowsWithTheFailure()
    {
        await using var server = await SmallServer.SayingAsync(531, """{"listpodsresponse":{"errorcode":531,"cserrorcode":4365,"errortext":"no"}}""");
        var thrown = await Assert.ThrowsAsync<CallFailedException>(() => ListedPod.ListAsync(server.Client()));
        Assert.Equal(531, thrown.Failure.Code);
    }

    [Fact]
    public async Task Row_FieldsOfEveryKind_AreRead()
    {
        await using var server = await SmallServer.SayingAsync(200, """
            {"listzonesresponse":{"count":1,"zone":[{"id":"z","name":"zone","securitygroupsenabled":"true","localstorageenabled":false,"resourcedetails":{"owner":"net"},"allocationstate":"Enabled"}]}}
            """);
        var zone = Assert.Single(await ListedZone.ListAsync(server.Client(), name: "zone"));
        Assert.True(zone.SecurityGroupsEnabled);
        Assert.False(zone.LocalStorageEnabled);
        Assert.Equal("net", zone.Details["owner"]);
        Assert.Null(zone.Dns1);
        Assert.Equal("zone", server.Received.Single()["name"]);
        Assert.DoesNotContain("id", server.Received.Single().Keys);
    }
}
