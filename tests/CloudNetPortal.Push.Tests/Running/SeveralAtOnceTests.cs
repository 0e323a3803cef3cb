using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Push.Tests.Things;

namespace CloudNetPortal.Push.Tests.Running;

/// <summary>Steps side by side: as many as allowed, in the order of needs and lanes, and nothing lost when the run ends in the middle.</summary>
public sealed class SeveralAtOnceTests
{
    private readonly MemoryJournal _journal = new();

    private Task<PushOutcome> RunAsync(ThingCloud cloud, Plan plan, IPushObserver? observer = null, TimeProvider? time = null) =>
        new PlanRunner(plan, cloud.Client(), _journal, (_, _) => Task.FromResult(""), observer ?? new Recorder(), time ?? TimeProvider.System) { Patience = PlanRunnerTests.Quick }.RunAsync();

    private static Plan Wide(int count, string? lane = null) =>
        ThingPlan.Of([ThingPlan.Create("parent"), .. Enumerable.Range(0, count).Select(i => ThingPlan.Create($"c{i:00}", "parent", i % 3 == 0 ? "startThing" : "createThing") with { Lane = lane })]);

    [Fact]
    public async Task Run_IndependentSteps_AreFourAtATimeAndNeverMore()
    {
        await using var cloud = await ThingCloud.StartAsync();
        cloud.Takes = TimeSpan.FromMilliseconds(60);
        var outcome = await RunAsync(cloud, Wide(16));
        Assert.Equal((PushOutcomeKind.Completed, 4), (outcome.Kind, cloud.MostAtOnce));
        Assert.Equal(17, cloud.Things.Count);
        // The reports stand in plan order, whatever ended first.
        Assert.Equal(Wide(16).Steps.Select(s => s.Key), outcome.Steps.Select(s => s.Key));
    }

    [Fact]
    public async Task Run_StepsOfOneLane_GoOneAfterAnotherInPlanOrder()
    {
        await using var cloud = await ThingCloud.StartAsync();
        cloud.Takes = TimeSpan.FromMilliseconds(20);
        await RunAsync(cloud, Wide(6, lane: "things"));
        Assert.Equal(1, cloud.MostAtOnce);
        Assert.Equal(["parent", "c00", "c01", "c02", "c03", "c04", "c05"], cloud.Course.Where(c => c[0] == '+').Select(c => c[1..]));
    }

    [Fact]
    public async Task Run_StepOfALaneRefused_LetsTheNextGoOn()
    {
        await using var cloud = await ThingCloud.StartAsync();
        cloud.Spoil("startThing", Spoil.Refuse(431, 4350, "not this one"));
        var outcome = await RunAsync(cloud, Wide(3, lane: "things"));
        Assert.Equal([StepState.Done, StepState.Refused, StepState.Done, StepState.Done], outcome.Steps.Select(s => s.State));
    }

    [Fact]
    public async Task Run_ChildrenOfWhatWasJustMade_AreNotLookedForFirst()
    {
        await using var cloud = await ThingCloud.StartAsync();
        PlanStep Within(string name) => ThingPlan.Create(name, "parent") with { Lookup = new PlanLookup("listThings", [PlanArgument.IdOf("parentid", "parent")], [PlanArgument.Of("name", name)]) };
        await RunAsync(cloud, ThingPlan.Of(ThingPlan.Create("parent"), Within("a"), Within("b")));
        // One look for the parent, and three read-backs.
        Assert.Equal(4, cloud.Count("listThings"));
        Assert.Equal(3, cloud.Things.Count);
    }

    [Fact]
    public async Task Run_LooksOfEqualLists_AreReadTogether()
    {
        await using var cloud = await ThingCloud.StartAsync();
        await RunAsync(cloud, ThingPlan.Of([.. Enumerable.Range(0, 4).Select(i => ThingPlan.Create($"t{i}"))]));
        Assert.True(cloud.Count("listThings") is >= 5 and < 8, $"{cloud.Count("listThings")} lists");
    }

    [Theory]
    [InlineData(StepPhase.Intended)]
    [InlineData(StepPhase.Sending)]
    [InlineData(StepPhase.Answered)]
    [InlineData(StepPhase.Recorded)]
    public async Task Run_KilledWithFourInFlight_EndsAsIfUndisturbed(StepPhase phase)
    {
        await using var cloud = await ThingCloud.StartAsync();
        cloud.Takes = TimeSpan.FromMilliseconds(15);
        foreach (var step in (string[])["c02", "c11", "c20"])
            await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(cloud, Wide(24), new Recorder { DieAt = (step, phase) }));
        var outcome = await RunAsync(cloud, Wide(24));
        Assert.Equal(PushOutcomeKind.Completed, outcome.Kind);
        Assert.Equal(25, cloud.Things.Select(t => (string?)t["name"]).Distinct().Count());
        Assert.Equal(25, cloud.Things.Count);
    }

    [Theory]
    [InlineData(StepPhase.Sending)]
    [InlineData(StepPhase.Answered)]
    public async Task Run_TwinsKilledInFlight_AreMadeOnceEach(StepPhase phase)
    {
        await using var cloud = await ThingCloud.StartAsync();
        cloud.Takes = TimeSpan.FromMilliseconds(15);
        for (var i = 0; i < 2; i++) cloud.Add("twin", ("size", "7"));
        var twin = ThingPlan.Create("twin") with { Lookup = new PlanLookup("listThings", [], []) { Unclaimed = true } };
        var plan = ThingPlan.Of([.. Enumerable.Range(0, 24).Select(i => twin with { Key = $"t{i}", ReadBack = twin.ReadBack! with { Arguments = [PlanArgument.IdOf("id", $"t{i}")] } })]);
        foreach (var step in (string[])["t1", "t11", "t20"])
            await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(cloud, plan, new Recorder { DieAt = (step, phase) }));
        var outcome = await RunAsync(cloud, plan);
        Assert.True(outcome.Kind == PushOutcomeKind.Completed, outcome.Text);
        Assert.Equal(26, cloud.Things.Count);
        Assert.Equal(24, outcome.Steps.Select(s => s.ObjectId).Distinct().Count());
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(3600)]
    public async Task Run_ClockMovedWhileACallMayStillLand_IsNotRepeatedTooEarly(int seconds)
    {
        await using var cloud = await ThingCloud.StartAsync();
        cloud.Spoil("createThing", Spoil.LandLate(TimeSpan.FromMilliseconds(150)));
        var clock = new MovedClock();
        var recorder = new Recorder { Then = e => { if (e is PhaseReached { Phase: StepPhase.Answered }) clock.By = TimeSpan.FromSeconds(seconds); } };
        var outcome = await RunAsync(cloud, ThingPlan.Of(ThingPlan.Create("late")), recorder, clock);
        Assert.Equal(PushOutcomeKind.Completed, outcome.Kind);
        Assert.Single(cloud.Things);
    }

    [Fact]
    public async Task Run_NextProcessHasAnotherClock_WaitsByTheCloudsOwn()
    {
        await using var cloud = await ThingCloud.StartAsync();
        cloud.Spoil("createThing", Spoil.LandLate(TimeSpan.FromMilliseconds(200)));
        await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(cloud, ThingPlan.Of(ThingPlan.Create("late")), new Recorder { DieAt = ("late", StepPhase.Answered) }));
        var outcome = await RunAsync(cloud, ThingPlan.Of(ThingPlan.Create("late")), time: new MovedClock { By = TimeSpan.FromHours(1) });
        Assert.Equal(PushOutcomeKind.Completed, outcome.Kind);
        Assert.Single(cloud.Things);
    }

    [Fact]
    public async Task Run_StoppedBetweenIntentAndSending_AsksTheFenceAgain()
    {
        await using var cloud = await ThingCloud.StartAsync();
        var clock = new MovedClock();
        // The process stands still right after “sent” was accepted; meanwhile another one has taken over.
        var recorder = new Recorder { Then = e => { if (e is PhaseReached { Phase: StepPhase.Sending }) { clock.By += TimeSpan.FromSeconds(20); _journal.IsFenced = true; } } };
        var outcome = await RunAsync(cloud, ThingPlan.Of(ThingPlan.Create("late")), recorder, clock);
        Assert.Equal(PushOutcomeKind.Fenced, outcome.Kind);
        Assert.Equal(0, cloud.Count("createThing"));
    }

    /// <summary>The machine's clock, moved; its steady clock goes on as ever.</summary>
    private sealed class MovedClock : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + By;
    }
}
