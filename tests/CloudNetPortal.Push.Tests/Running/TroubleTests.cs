using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Push.Tests.Things;

namespace CloudNetPortal.Push.Tests.Running;

/// <summary>Servers and proxies in trouble: waited out, or given up with the reason and the cure, and never a call made twice.</summary>
public sealed class TroubleTests
{
    private readonly MemoryJournal _journal = new();
    private readonly Recorder _recorder = new();

    private Task<PushOutcome> RunAsync(ThingCloud cloud, Plan plan, PushPatience? patience = null) =>
        new PlanRunner(plan, cloud.Client(), _journal, (_, _) => Task.FromResult(""), _recorder, TimeProvider.System) { Patience = patience ?? PlanRunnerTests.Quick }.RunAsync();

    [Fact]
    public async Task JobThatNeverEnds_StopsThePushWithTheCure_AndIsFollowedNotRepeated()
    {
        await using var cloud = await ThingCloud.StartAsync();
        cloud.Spoil("startThing", Spoil.EndJob("""{"jobstatus":0}"""));
        var patience = PlanRunnerTests.Quick with { Jobs = PlanRunnerTests.Quick.Jobs with { Total = TimeSpan.FromMilliseconds(400) } };
        for (var run = 0; run < 2; run++)
        {
            var outcome = await RunAsync(cloud, ThingPlan.Family, patience);
            Assert.Equal(PushOutcomeKind.Unreachable, outcome.Kind);
            Assert.Matches("startThing: its job .* has not ended within .* then resume", outcome.Text);
        }
        Assert.Equal(1, cloud.Count("startThing"));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task BusyWithRetryAfter_IsWaitedForAsLongAsAsked(int status)
    {
        await using var cloud = await ThingCloud.StartAsync();
        cloud.Spoil("createThing", Spoil.Busy(status, 1));
        Assert.Equal(PushOutcomeKind.Completed, (await RunAsync(cloud, ThingPlan.Family)).Kind);
        Assert.Contains(_recorder.Events.OfType<Waiting>(), w => w.Pause == TimeSpan.FromSeconds(1));
        Assert.Equal(3, cloud.Things.Count);
    }

    [Theory]
    [InlineData("createThing")]
    [InlineData("startThing")]
    [InlineData("listThings")]
    [InlineData("queryAsyncJobResult")]
    public async Task PageOfAProxyInsteadOfAnAnswer_IsGotOver(string command)
    {
        await using var cloud = await ThingCloud.StartAsync();
        cloud.Spoil(command, Spoil.Page, Spoil.Page);
        Assert.Equal(PushOutcomeKind.Completed, (await RunAsync(cloud, ThingPlan.Family)).Kind);
        Assert.Equal(3, cloud.Things.Count);
    }

    [Fact]
    public async Task PagesForEver_EndAsUnreachableWithTheCure()
    {
        await using var cloud = await ThingCloud.StartAsync();
        for (var i = 0; i < 800; i++) cloud.Spoil("listThings", Spoil.Page);
        var outcome = await RunAsync(cloud, ThingPlan.Family);
        Assert.Equal(PushOutcomeKind.Unreachable, outcome.Kind);
        Assert.Contains("then resume", outcome.Text, StringComparison.Ordinal);
        Assert.Empty(cloud.Things);
    }
}
