using CloudNetPortal.CloudStack.Calls;

namespace CloudNetPortal.CloudStack.Tests.Calls;

public sealed class JobFollowerTests
{
    private static readonly JobPatience Quick = new() { First = TimeSpan.FromMilliseconds(1), Longest = TimeSpan.FromMilliseconds(5), Total = TimeSpan.FromSeconds(5), Outage = TimeSpan.FromMilliseconds(300) };

    private static string Job(string rest) => $$$"""{"queryasyncjobresultresponse":{"jobid":"j1","cmd":"org.apache.X",{{{rest}}}}}""";

    private static async Task<(CallAnswer Answer, SmallServer Server)> Follow(params (int Status, string Body)[] polls)
    {
        var next = 0;
        var server = await SmallServer.StartAsync((fields, context) =>
        {
            if (fields["command"] != "queryAsyncJobResult") return SmallServer.Say(context, 200, """{"createphysicalnetworkresponse":{"id":"n1","jobid":"j1"}}""");
            var (status, body) = polls[Math.Min(next++, polls.Length - 1)];
            return SmallServer.Say(context, status, body);
        });
        await using (server) return (await server.Client().CallToEndAsync(ApiCall.Of("createPhysicalNetwork"), Quick), server);
    }

    [Fact]
    public async Task CallToEnd_JobSucceedsAfterAWhile_GivesItsObject()
    {
        var (answer, server) = await Follow((200, Job("\"jobstatus\":0")), (200, Job("\"jobstatus\":0")), (200, Job("""
            "jobstatus":1,"jobresultcode":0,"jobresult":{"physicalnetwork":{"id":"n1","name":"net"}}
            """)));
        Assert.Equal("n1", answer.Id);
        Assert.Equal("j1", answer.JobId);
        Assert.False(answer.IsPending);
        Assert.Equal(4, server.Received.Count);
    }

    [Fact]
    public async Task CallToEnd_RefusedInTheJob_IsTheSameFailureAsAtOnce()
    {
        var (answer, _) = await Follow((200, Job("""
            "jobstatus":2,"jobresultcode":431,"jobresult":{"errorcode":431,"errortext":"vlan range is already in use"}
            """)));
        Assert.Equal(new CallFailure(FailureKind.Refused, "vlan range is already in use") { Code = 431, InJob = true, JobId = "j1" }, answer.Failure);
    }

    [Fact]
    public async Task CallToEnd_RefusedWithoutText_StillSaysSomething()
    {
        var (answer, _) = await Follow((200, Job("""
            "jobstatus":2,"jobresultcode":530,"jobresult":{"errorcode":530}
            """)));
        Assert.Equal((FailureKind.Refused, 530), (answer.Failure!.Kind, answer.Failure.Code));
        Assert.Contains("no reason", answer.Failure.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"jobstatus\":2,\"jobresultcode\":530")]
    [InlineData("\"jobstatus\":3,\"jobresultcode\":0")]
    public async Task CallToEnd_JobEndedWithoutAnswer_IsUnclear(string job)
    {
        var (answer, _) = await Follow((200, Job(job)));
        Assert.Equal((FailureKind.Unclear, true, "j1"), (answer.Failure!.Kind, answer.Failure.InJob, answer.Failure.JobId));
    }

    [Fact]
    public async Task CallToEnd_ServerAwayForAMoment_IsFollowedFurther()
    {
        var (answer, _) = await Follow((503, ""), (502, "<html>"), (200, Job("""
            "jobstatus":1,"jobresult":{"success":true}
            """)));
        Assert.Null(answer.Failure);
    }

    [Fact]
    public async Task CallToEnd_ServerAwayForLong_SaysWhichJobIsOpen()
    {
        var (answer, _) = await Follow((503, ""));
        Assert.Equal((FailureKind.Unavailable, "j1"), (answer.Failure!.Kind, answer.JobId));
    }

    [Fact]
    public async Task CallToEnd_JobNobodyKnows_IsGone()
    {
        var (answer, _) = await Follow((431, """{"queryasyncjobresultresponse":{"errorcode":431,"cserrorcode":9999,"errortext":"Invalid parameter jobid, or entity does not exist or"}}"""));
        Assert.Equal(FailureKind.Gone, answer.Failure!.Kind);
    }

    [Fact]
    public async Task Call_CustomJobId_IsSent()
    {
        var id = Guid.NewGuid();
        await using var server = await SmallServer.SayingAsync(200, """{"addtraffictyperesponse":{"id":"t","jobid":"j"}}""");
        var answer = await server.Client().CallAsync(ApiCall.Of("addTrafficType") with { CustomJobId = id });
        Assert.Equal(id.ToString(), server.Received.Single()["customjobid"]);
        Assert.True(answer.IsPending);
        Assert.Equal("t", answer.Id);
    }
}
