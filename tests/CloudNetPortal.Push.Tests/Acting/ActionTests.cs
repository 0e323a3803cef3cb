using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Push.Tests.Things;

namespace CloudNetPortal.Push.Tests.Acting;

/// <summary>Steps that keep, remove, wait, or are not done for now.</summary>
public sealed class ActionTests
{
    private readonly MemoryJournal _journal = new();
    private readonly Recorder _recorder = new();

    private Task<PushOutcome> RunAsync(ThingCloud cloud, Plan plan, params OperatorSkipped[] skips) =>
        new PlanRunner(plan, cloud.Client(), _journal, (_, _) => Task.FromResult(""), _recorder, TimeProvider.System) { Patience = PlanRunnerTests.Quick, Skips = skips }.RunAsync();

    private static StepReport Step(PushOutcome outcome, string key) => outcome.Steps.Single(s => s.Key == key);

    [Fact]
    public async Task Remove_ObjectIsThere_IsRemovedWithProof()
    {
        await using var cloud = await ThingCloud.StartAsync();
        var id = (string)cloud.Add("old")["id"]!;
        var outcome = await RunAsync(cloud, ThingPlan.Of(ThingPlan.Remove("old", id)));
        Assert.Equal(PushOutcomeKind.Completed, outcome.Kind);
        Assert.Empty(cloud.Things);
        Assert.True(Assert.Single(outcome.Proofs).Same);
    }

    [Fact]
    public async Task Remove_ObjectIsGone_IsDoneWithoutACall()
    {
        await using var cloud = await ThingCloud.StartAsync();
        var outcome = await RunAsync(cloud, ThingPlan.Of(ThingPlan.Remove("old", "x")));
        Assert.Equal((PushOutcomeKind.Completed, StepEffect.Adopted), (outcome.Kind, outcome.Steps[0].How));
        Assert.Equal(0, cloud.Count("deleteThing"));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task Remove_AnswerLost_IsLookedForBeforeItIsRepeated(bool hadEffect, int calls)
    {
        await using var cloud = await ThingCloud.StartAsync();
        var id = (string)cloud.Add("old")["id"]!;
        cloud.Spoil("deleteThing", hadEffect ? Spoil.LoseAnswer : Spoil.LoseCall);
        Assert.Equal(PushOutcomeKind.Completed, (await RunAsync(cloud, ThingPlan.Of(ThingPlan.Remove("old", id)))).Kind);
        Assert.Equal((0, calls), (cloud.Things.Count, cloud.Count("deleteThing")));
    }

    [Fact]
    public async Task Remove_AnsweredWithoutEffect_Differs()
    {
        await using var cloud = await ThingCloud.StartAsync();
        var id = (string)cloud.Add("old")["id"]!;
        cloud.Spoil("deleteThing", Spoil.DoNothing);
        var outcome = await RunAsync(cloud, ThingPlan.Of(ThingPlan.Remove("old", id)));
        Assert.Equal((PushOutcomeKind.Differs, "It is still there."), (outcome.Kind, outcome.Steps[0].Text));
    }

    [Fact]
    public async Task Remove_NotYet_IsTriedAgainAndShown()
    {
        await using var cloud = await ThingCloud.StartAsync();
        var id = (string)cloud.Add("old")["id"]!;
        var child = cloud.Add("child", ("parentid", id));
        _ = Task.Delay(700).ContinueWith(_ => cloud.Things.Remove(child), TaskScheduler.Default);
        var outcome = await RunAsync(cloud, ThingPlan.Of(ThingPlan.Remove("old", id) with { NotYet = ["still has children"] }));
        Assert.Equal(PushOutcomeKind.Completed, outcome.Kind);
        Assert.Contains(_recorder.Events.OfType<Waiting>(), w => w.Why.Contains("The thing still has children", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Remove_NotYetForTooLong_IsRefusedWithTheText()
    {
        await using var cloud = await ThingCloud.StartAsync();
        var id = (string)cloud.Add("old")["id"]!;
        cloud.Add("child", ("parentid", id));
        var outcome = await RunAsync(cloud, ThingPlan.Of(ThingPlan.Remove("old", id) with { NotYet = ["still has children"], LongestSeconds = 1 }));
        Assert.Equal(PushOutcomeKind.Refused, outcome.Kind);
        Assert.StartsWith("The thing still has children (tried for", outcome.Steps[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_AsDesigned_ChangesNothingAndProves()
    {
        await using var cloud = await ThingCloud.StartAsync();
        var id = (string)cloud.Add("parent", ("size", "7"))["id"]!;
        var outcome = await RunAsync(cloud, ThingPlan.Of(ThingPlan.Keep("parent", id), ThingPlan.Create("child", "parent")));
        Assert.Equal(PushOutcomeKind.Completed, outcome.Kind);
        Assert.Equal(id, (string?)cloud.Things[1]["parentid"]);
        Assert.Equal(1, cloud.Count("createThing"));
    }

    [Fact]
    public async Task Keep_NoLongerAsDesigned_StopsWhatDependsOnIt()
    {
        await using var cloud = await ThingCloud.StartAsync();
        var id = (string)cloud.Add("parent", ("size", "8"))["id"]!;
        var outcome = await RunAsync(cloud, ThingPlan.Of(ThingPlan.Keep("parent", id), ThingPlan.Create("child", "parent")));
        Assert.Equal((PushOutcomeKind.Differs, "size: designed “7”, observed “8”."), (outcome.Kind, outcome.Steps[0].Text));
        Assert.Equal(StepState.Skipped, outcome.Steps[1].State);
    }

    [Fact]
    public async Task Keep_Gone_IsRefusedWithTheCure()
    {
        await using var cloud = await ThingCloud.StartAsync();
        var outcome = await RunAsync(cloud, ThingPlan.Of(ThingPlan.Keep("parent", "x")));
        Assert.Equal(PushOutcomeKind.Refused, outcome.Kind);
        Assert.StartsWith("It is no longer there.", outcome.Steps[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wait_UntilTheStateIsThere_LetsOthersWork()
    {
        await using var cloud = await ThingCloud.StartAsync();
        var slow = cloud.Add("slow", ("colour", "red"));
        _ = Task.Delay(600).ContinueWith(_ => slow["colour"] = "green", TaskScheduler.Default);
        var wait = ThingPlan.WaitFor("slow", "green");
        var outcome = await RunAsync(cloud, ThingPlan.Of(wait, ThingPlan.Create("after") with { After = [wait.Key] }, ThingPlan.Create("meanwhile")));
        Assert.Equal(PushOutcomeKind.Completed, outcome.Kind);
        Assert.Equal(["slow", "meanwhile", "after"], cloud.Things.Select(t => (string?)t["name"]));
        Assert.Contains(_recorder.Events.OfType<Waiting>(), w => w.Why.Contains("slow has colour red", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wait_InVain_SaysForWhatAndWhatWasSeen()
    {
        await using var cloud = await ThingCloud.StartAsync();
        var outcome = await RunAsync(cloud, ThingPlan.Of(ThingPlan.WaitFor("slow", "green", seconds: 1)));
        Assert.Equal(PushOutcomeKind.Refused, outcome.Kind);
        Assert.Contains("for slow to be green, in vain: 0 of 1 there", outcome.Steps[0].Text, StringComparison.Ordinal);
        Assert.Contains(await _journal.ReadAsync(), e => e is StepRefused);
    }

    [Fact]
    public async Task Skip_ByAnOperator_BlocksOnlyWhatNeedsTheObject()
    {
        await using var cloud = await ThingCloud.StartAsync();
        var plan = ThingPlan.Of(ThingPlan.Create("parent"), ThingPlan.Create("child", "parent"), ThingPlan.Create("later") with { After = ["parent"] });
        var outcome = await RunAsync(cloud, plan, new OperatorSkipped(TimeProvider.System.GetUtcNow(), "parent", "made by hand later", "Omar"));
        Assert.Equal([StepState.Skipped, StepState.Skipped, StepState.Done], outcome.Steps.Select(s => s.State));
        Assert.Equal(("Skipped by Omar: made by hand later", PushOutcomeKind.Refused), (outcome.Steps[0].Text, outcome.Kind));
        Assert.Contains("was skipped by an operator, and its id is needed", Step(outcome, "child").Text, StringComparison.Ordinal);
        Assert.Equal(["later"], cloud.Things.Select(t => (string?)t["name"]));
    }
}
