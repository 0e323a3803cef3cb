using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Push.Tests.Things;

namespace CloudNetPortal.Push.Tests;

public sealed class PlanRunnerTests
{
    internal static readonly PushPatience Quick = new()
    {
        FirstPause = TimeSpan.FromMilliseconds(10), LongestPause = TimeSpan.FromMilliseconds(50), Outage = TimeSpan.FromSeconds(2), Settling = TimeSpan.FromMilliseconds(200),
        LandingLimit = TimeSpan.FromMilliseconds(300), Jobs = new() { First = TimeSpan.FromMilliseconds(1), Longest = TimeSpan.FromMilliseconds(10), Outage = TimeSpan.FromMilliseconds(200) },
    };

    private readonly MemoryJournal _journal = new();

    private PlanRunner Runner(ThingCloud cloud, Plan plan, IPushObserver? observer = null, Dictionary<string, string?>? choices = null, int atOnce = 4) =>
        new(plan, cloud.Client(), _journal, (reference, _) => Task.FromResult($"opened {reference}"), observer ?? new Recorder(), TimeProvider.System) { Patience = Quick, Choices = choices ?? [], AtOnce = atOnce };

    private static StepReport Step(PushOutcome outcome, string key) => outcome.Steps.Single(s => s.Key == key);

    [Fact]
    public async Task Run_EmptyCloud_MakesEverythingOnceWithProof()
    {
        await using var cloud = await ThingCloud.StartAsync();
        var outcome = await Runner(cloud, ThingPlan.Family).RunAsync();
        Assert.Equal(PushOutcomeKind.Completed, outcome.Kind);
        Assert.Equal(["parent", "child-1", "child-2"], cloud.Things.Select(t => (string?)t["name"]).Order(StringComparer.Ordinal).OrderBy(n => n != "parent"));
        Assert.All(cloud.Things.Skip(1), t => Assert.Equal((string?)cloud.Things[0]["id"], (string?)t["parentid"]));
        Assert.Equal(7, outcome.Proofs.Count());
        Assert.All(outcome.Proofs, p => Assert.True(p.Same));
        Assert.All(outcome.Steps, s => Assert.Equal(StepEffect.Called, s.How));
    }

    [Fact]
    public async Task Run_Twice_ChangesNothingMore()
    {
        await using var cloud = await ThingCloud.StartAsync();
        await Runner(cloud, ThingPlan.Family).RunAsync();
        var calls = cloud.Calls.Count;
        var again = await Runner(cloud, ThingPlan.Family).RunAsync();
        Assert.Equal(PushOutcomeKind.Completed, again.Kind);
        Assert.Equal(calls + 1, cloud.Calls.Count);
        Assert.Equal(7, again.Proofs.Count());
    }

    [Fact]
    public async Task Run_ObjectIsThere_IsAdopted()
    {
        await using var cloud = await ThingCloud.StartAsync();
        var there = cloud.Add("parent", ("size", "7"));
        var outcome = await Runner(cloud, ThingPlan.Of(ThingPlan.Create("parent"))).RunAsync();
        Assert.Equal((StepEffect.Adopted, (string?)there["id"]), (Step(outcome, "parent").How, Step(outcome, "parent").ObjectId));
        Assert.Equal(0, cloud.Count("createThing"));
    }

    [Fact]
    public async Task Run_AdoptedObjectIsDifferent_StopsWhatDependsOnIt()
    {
        await using var cloud = await ThingCloud.StartAsync();
        cloud.Add("parent", ("size", "9"));
        var outcome = await Runner(cloud, ThingPlan.Family).RunAsync();
        Assert.Equal(PushOutcomeKind.Differs, outcome.Kind);
        Assert.Equal("size: sent “7”, observed “9”.", Step(outcome, "parent").Text);
        Assert.All(outcome.Steps.Skip(1), s => Assert.Equal(StepState.Skipped, s.State));
        Assert.Single(cloud.Things);
    }

    [Fact]
    public async Task Run_CallThatChangesNothing_IsNoticed()
    {
        await using var cloud = await ThingCloud.StartAsync();
        cloud.Spoil("updateThing", Spoil.DoNothing);
        var outcome = await Runner(cloud, ThingPlan.Family).RunAsync();
        Assert.Equal(PushOutcomeKind.Differs, outcome.Kind);
        var proof = Assert.Single(outcome.Proofs, p => !p.Same);
        Assert.Equal(("colour", "green", null), (proof.Field, proof.Pushed, proof.Observed));
    }

    [Theory]
    [InlineData("createThing")]
    [InlineData("startThing")]
    public async Task Run_AnswerLostAfterTheEffect_FindsItInsteadOfRepeating(string command)
    {
        await using var cloud = await ThingCloud.StartAsync();
        cloud.Spoil(command, Spoil.LoseAnswer);
        var outcome = await Runner(cloud, ThingPlan.Family).RunAsync();
        Assert.Equal(PushOutcomeKind.Completed, outcome.Kind);
        Assert.Equal(3, cloud.Things.Count);
    }

    [Theory]
    [InlineData("createThing")]
    [InlineData("startThing")]
    [InlineData("updateThing")]
    public async Task Run_CallLostBeforeTheEffect_IsRepeatedAfterItsLongestTime(string command)
    {
        await using var cloud = await ThingCloud.StartAsync();
        cloud.Spoil(command, Spoil.LoseCall);
        var before = cloud.Calls.Count;
        var outcome = await Runner(cloud, ThingPlan.Family).RunAsync();
        Assert.Equal(PushOutcomeKind.Completed, outcome.Kind);
        Assert.Equal(3, cloud.Things.Count);
        Assert.Contains(await _journal.ReadAsync(), e => e is StepNotSent);
        Assert.True(cloud.Calls.Count > before);
    }

    [Theory]
    [InlineData("createThing")]
    [InlineData("startThing")]
    public async Task Run_LostCallThatLandsLate_IsWaitedForAndNotRepeated(string command)
    {
        await using var cloud = await ThingCloud.StartAsync();
        cloud.Spoil(command, Spoil.LandLate(TimeSpan.FromMilliseconds(150)));
        var outcome = await Runner(cloud, ThingPlan.Family).RunAsync();
        Assert.Equal(PushOutcomeKind.Completed, outcome.Kind);
        Assert.Equal(3, cloud.Things.Count);
    }

    [Fact]
    public async Task Run_Refused_KeepsTheTextAndSkipsDependents()
    {
        await using var cloud = await ThingCloud.StartAsync();
        cloud.Spoil("createThing", Spoil.Refuse(431, 4350, "A thing called \"parent\"  is not wanted, ä!"));
        var plan = ThingPlan.Of([.. ThingPlan.Family.Steps, ThingPlan.Create("loner")]);
        var outcome = await Runner(cloud, plan, atOnce: 1).RunAsync();
        Assert.Equal(PushOutcomeKind.Refused, outcome.Kind);
        Assert.Equal(("A thing called \"parent\"  is not wanted, ä!", 431), (Step(outcome, "parent").Text, Step(outcome, "parent").Code));
        Assert.Equal("Not started: “Thing parent” was refused.", Step(outcome, "child-1").Text);
        Assert.Equal(StepState.Done, Step(outcome, "loner").State);
    }

    [Fact]
    public async Task Run_RefusedInTheJob_IsTheSame()
    {
        await using var cloud = await ThingCloud.StartAsync();
        cloud.Spoil("startThing", Spoil.EndJob("""{"jobstatus":2,"jobresultcode":431,"jobresult":{"errorcode":431,"errortext":"no room"}}"""));
        var outcome = await Runner(cloud, ThingPlan.Family).RunAsync();
        Assert.Equal((StepState.Refused, "no room"), (Step(outcome, "child-1").State, Step(outcome, "child-1").Text));
    }

    [Fact]
    public async Task Run_AfterARefusal_TriesAgainInTheNextRun()
    {
        await using var cloud = await ThingCloud.StartAsync();
        cloud.Spoil("createThing", Spoil.Refuse(431, 4350, "not now"));
        await Runner(cloud, ThingPlan.Family).RunAsync();
        Assert.Equal(PushOutcomeKind.Completed, (await Runner(cloud, ThingPlan.Family).RunAsync()).Kind);
    }

    [Theory]
    [InlineData("""{"jobstatus":2,"jobresultcode":530}""")]
    [InlineData("""{"jobstatus":3}""")]
    public async Task Run_JobEndedWithoutResult_IsLookedAtAndRepeated(string end)
    {
        await using var cloud = await ThingCloud.StartAsync();
        cloud.Spoil("startThing", Spoil.EndJob(end));
        var outcome = await Runner(cloud, ThingPlan.Family).RunAsync();
        Assert.Equal(PushOutcomeKind.Completed, outcome.Kind);
        Assert.Equal(2, cloud.Count("startThing"));
        Assert.Equal(3, cloud.Things.Count);
    }

    [Theory]
    [InlineData(530, 4250, "Unable to persist IP address range")]
    [InlineData(429, null, "The given user has reached his/her account api limit")]
    [InlineData(503, null, "Maintenance")]
    [InlineData(401, null, "unable to verify user credentials and/or request signature")]
    public async Task Run_TroubleOfTheMoment_IsWaitedOut(int code, int? csCode, string text)
    {
        await using var cloud = await ThingCloud.StartAsync();
        cloud.Spoil("createThing", Spoil.Refuse(code, csCode, text), Spoil.Refuse(code, csCode, text));
        cloud.Spoil("listThings", code == 530 ? Spoil.Refuse(503, null, "away") : Spoil.Refuse(code, csCode, text));
        var recorder = new Recorder();
        var outcome = await Runner(cloud, ThingPlan.Family, recorder).RunAsync();
        Assert.Equal(PushOutcomeKind.Completed, outcome.Kind);
        Assert.Equal(3, cloud.Things.Count);
        Assert.Contains(recorder.Events, e => e is Waiting);
    }

    [Fact]
    public async Task Run_WritesAlwaysRefusedWith401_EndsAsUnreachable()
    {
        await using var cloud = await ThingCloud.StartAsync();
        for (var i = 0; i < 500; i++) cloud.Spoil("createThing", Spoil.Refuse(401, null, "unable to verify"));
        var outcome = await Runner(cloud, ThingPlan.Family).RunAsync();
        Assert.Equal(PushOutcomeKind.Unreachable, outcome.Kind);
        Assert.Equal(StepState.Running, outcome.Steps[0].State);
    }

    [Fact]
    public async Task Run_KeysRefusedAtFirstContact_ChangesNothing()
    {
        await using var cloud = await ThingCloud.StartAsync();
        cloud.Spoil("listApis", Spoil.Refuse(401, null, "unable to verify user credentials and/or request signature"));
        var outcome = await Runner(cloud, ThingPlan.Family).RunAsync();
        Assert.Equal(PushOutcomeKind.NotAllowed, outcome.Kind);
        Assert.Equal("listApis", Assert.Single(cloud.Calls));
    }

    [Fact]
    public async Task Run_KeysLackACommand_SaysWhichBeforeAnyChange()
    {
        await using var cloud = await ThingCloud.StartAsync();
        cloud.Commands.Remove("startThing");
        var outcome = await Runner(cloud, ThingPlan.Family).RunAsync();
        Assert.Equal(PushOutcomeKind.NotAllowed, outcome.Kind);
        Assert.Contains("startThing", outcome.Text, StringComparison.Ordinal);
        Assert.Empty(cloud.Things);
    }

    [Fact]
    public async Task Run_SeveralMatch_StopsAndAsksAndGoesOnWithTheChoice()
    {
        await using var cloud = await ThingCloud.StartAsync();
        cloud.Add("parent", ("size", "7"), ("colour", "red"));
        var second = cloud.Add("parent", ("size", "7"), ("colour", "blue"));
        var asked = await Runner(cloud, ThingPlan.Family).RunAsync();
        Assert.Equal(PushOutcomeKind.NeedsChoice, asked.Kind);
        Assert.Equal(["red", "blue"], Step(asked, "parent").Candidates.Select(c => c.Fields["colour"]));
        Assert.Equal(0, cloud.Count("createThing"));

        var chosen = await Runner(cloud, ThingPlan.Family, choices: new() { ["parent"] = (string)second["id"]! }).RunAsync();
        Assert.Equal(PushOutcomeKind.Completed, chosen.Kind);
        Assert.Equal("green", (string?)second["colour"]);
        Assert.Equal((string?)second["id"], (string?)cloud.Things[2]["parentid"]);
    }

    [Fact]
    public async Task Run_SeveralMatchAndNoneIsMeant_MakesANewOne()
    {
        await using var cloud = await ThingCloud.StartAsync();
        cloud.Add("parent");
        cloud.Add("parent");
        var outcome = await Runner(cloud, ThingPlan.Family, choices: new() { ["parent"] = null }).RunAsync();
        Assert.Equal(PushOutcomeKind.Completed, outcome.Kind);
        Assert.Equal(3, cloud.Things.Count(t => (string?)t["name"] == "parent"));
    }

    [Fact]
    public async Task Run_Fenced_SendsNothingMore()
    {
        await using var cloud = await ThingCloud.StartAsync();
        var recorder = new Recorder { Then = e => _journal.IsFenced |= e is PhaseReached { Key: "parent", Phase: StepPhase.Recorded } };
        var outcome = await Runner(cloud, ThingPlan.Family, recorder).RunAsync();
        Assert.Equal(PushOutcomeKind.Fenced, outcome.Kind);
        Assert.Single(cloud.Things);
        Assert.Equal(0, cloud.Count("startThing"));
    }

    [Theory]
    [InlineData(true, PushOutcomeKind.Cancelled)]
    [InlineData(false, PushOutcomeKind.Paused)]
    public async Task Run_StoppedByOperator_FinishesTheCallInFlight(bool cancel, PushOutcomeKind kind)
    {
        await using var cloud = await ThingCloud.StartAsync();
        var control = new PushControl();
        var recorder = new Recorder
        {
            Then = e =>
            {
                if (e is not PhaseReached { Key: "child-1", Phase: StepPhase.Sending }) return;
                if (cancel) control.Cancel();
                else control.Pause();
            },
        };
        var outcome = await Runner(cloud, ThingPlan.Family, recorder, atOnce: 1).RunAsync(control);
        Assert.Equal(kind, outcome.Kind);
        Assert.Equal([StepState.Done, StepState.Done, StepState.Waiting, StepState.Waiting], outcome.Steps.Select(s => s.State));
        Assert.Equal(PushOutcomeKind.Completed, (await Runner(cloud, ThingPlan.Family).RunAsync()).Kind);
        Assert.Equal(3, cloud.Things.Count);
    }

    [Fact]
    public async Task Run_JournalOfAnotherPlan_IsRefused()
    {
        await using var cloud = await ThingCloud.StartAsync();
        await Runner(cloud, ThingPlan.Family).RunAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Runner(cloud, ThingPlan.Of(ThingPlan.Create("other"))).RunAsync());
    }

    [Fact]
    public async Task Run_StepBeforeWhatItNeeds_IsRefused()
    {
        await using var cloud = await ThingCloud.StartAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Runner(cloud, ThingPlan.Of(ThingPlan.Create("child", "parent"), ThingPlan.Create("parent"))).RunAsync());
        Assert.Empty(cloud.Calls);
    }

    [Fact]
    public async Task Run_StepThatOnlyFinds_LearnsTheIdOrSaysThatNothingIsThere()
    {
        await using var cloud = await ThingCloud.StartAsync();
        var find = ThingPlan.Create("parent") with { OnlyFinds = true, Arguments = [], ReadBack = null };
        Assert.Equal((StepState.Refused, "listThings found nothing that matches."), (await Runner(cloud, ThingPlan.Of(find)).RunAsync()).Steps is [var none] ? (none.State, none.Text) : default);
        var there = cloud.Add("parent");
        var outcome = await Runner(cloud, ThingPlan.Of(find)).RunAsync();
        Assert.Equal((string?)there["id"], outcome.Steps[0].ObjectId);
        Assert.Equal(0, cloud.Count("createThing"));
    }

    [Fact]
    public async Task Run_CallOnAFoundObject_TakesItsIdFromTheLookup()
    {
        await using var cloud = await ThingCloud.StartAsync();
        var there = cloud.Add("parent");
        var paint = ThingPlan.Update("parent", "colour", "blue") with
        {
            Key = "paint", After = [], Arguments = [PlanArgument.IdOf("id", "paint"), PlanArgument.Of("colour", "blue")],
            Lookup = new PlanLookup("listThings", [], [PlanArgument.Of("name", "parent")]) { FoundMeansDone = false },
            ReadBack = new PlanReadBack("listThings", [], [], [new PlanExpectation("colour", PlanArgument.Of("", "blue"))]),
        };
        Assert.Equal(PushOutcomeKind.Completed, (await Runner(cloud, ThingPlan.Of(paint)).RunAsync()).Kind);
        Assert.Equal("blue", (string?)there["colour"]);
    }

    [Fact]
    public async Task Run_SecretArgument_IsOpenedForTheCallAndInNoJournal()
    {
        await using var cloud = await ThingCloud.StartAsync();
        var step = ThingPlan.Create("vault");
        step = step with { Arguments = [.. step.Arguments, PlanArgument.SecretOf("secretword", "ref-1")] };
        await Runner(cloud, ThingPlan.Of(step)).RunAsync();
        Assert.Equal("opened ref-1", (string?)cloud.Things[0]["secretword"]);
        Assert.DoesNotContain(await _journal.ReadAsync(), e => JournalJson.Write(e).Contains("opened", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_StrangersObjectWherePlanWantsItsOwn_StopsAndAsks()
    {
        await using var cloud = await ThingCloud.StartAsync();
        cloud.Add("parent", ("size", "7"));
        var own = ThingPlan.Create("parent");
        var plan = ThingPlan.Of(own with { Lookup = own.Lookup! with { OnlyIfOurs = true } });
        var outcome = await Runner(cloud, plan).RunAsync();
        Assert.Equal(PushOutcomeKind.NeedsChoice, outcome.Kind);
        Assert.Single(outcome.Steps[0].Candidates);
        Assert.Equal(PushOutcomeKind.Completed, (await Runner(cloud, plan, choices: new() { ["parent"] = outcome.Steps[0].Candidates[0].Id }).RunAsync()).Kind);
    }

    [Fact]
    public async Task Run_OwnObjectAfterALostAnswer_IsAdoptedWithoutAsking()
    {
        await using var cloud = await ThingCloud.StartAsync();
        cloud.Spoil("createThing", Spoil.LoseAnswer);
        var own = ThingPlan.Create("parent");
        var outcome = await Runner(cloud, ThingPlan.Of(own with { Lookup = own.Lookup! with { OnlyIfOurs = true } })).RunAsync();
        Assert.Equal((PushOutcomeKind.Completed, StepEffect.Recovered), (outcome.Kind, outcome.Steps[0].How));
        Assert.True(PushedSteps.Of(await _journal.ReadAsync())["parent"].ByUs);
    }

    [Fact]
    public async Task Run_RefusedBecauseAStrangerHasTheName_IsNotAdoptedByTheNextRun()
    {
        await using var cloud = await ThingCloud.StartAsync();
        var own = ThingPlan.Create("parent");
        var plan = ThingPlan.Of(own with { Lookup = own.Lookup! with { OnlyIfOurs = true } });
        cloud.Spoil("createThing", Spoil.Refuse(431, 4350, "name taken"));
        Assert.Equal(PushOutcomeKind.Refused, (await Runner(cloud, plan).RunAsync()).Kind);
        cloud.Add("parent", ("size", "7"));
        Assert.Equal(PushOutcomeKind.NeedsChoice, (await Runner(cloud, plan).RunAsync()).Kind);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_ObjectsWithoutNaturalKey_AreMadeOnceEach(bool loseEveryAnswer)
    {
        await using var cloud = await ThingCloud.StartAsync();
        for (var i = 0; i < 3; i++) cloud.Add("twin", ("size", "7"));
        if (loseEveryAnswer) cloud.Spoil("createThing", Spoil.LoseAnswer, Spoil.LoseAnswer, Spoil.LoseCall, Spoil.LoseAnswer);
        var twin = ThingPlan.Create("twin") with { Lookup = new PlanLookup("listThings", [], []) { Unclaimed = true } };
        PlanStep Twin(string key) => twin with { Key = key, ReadBack = twin.ReadBack! with { Arguments = [PlanArgument.IdOf("id", key)] } };
        var outcome = await Runner(cloud, ThingPlan.Of(Twin("a"), Twin("b"), Twin("c"))).RunAsync();
        Assert.Equal(PushOutcomeKind.Completed, outcome.Kind);
        Assert.Equal(6, cloud.Things.Count);
        Assert.Equal(3, outcome.Steps.Select(s => s.ObjectId).Distinct().Count());
    }

    public static TheoryData<string, StepPhase> EveryKillPoint
    {
        get
        {
            var points = new TheoryData<string, StepPhase>();
            foreach (var step in ThingPlan.Family.Steps)
                foreach (var phase in Enum.GetValues<StepPhase>())
                    if (step.IsAsync || phase is not (StepPhase.Following or StepPhase.JobEnded)) points.Add(step.Key, phase);
            return points;
        }
    }

    [Theory]
    [MemberData(nameof(EveryKillPoint))]
    public async Task Run_KilledAnywhereAndResumed_EndsAsIfUndisturbed(string step, StepPhase phase)
    {
        await using var cloud = await ThingCloud.StartAsync();
        await Assert.ThrowsAsync<KilledException>(() => Runner(cloud, ThingPlan.Family, new Recorder { DieAt = (step, phase) }).RunAsync());
        var outcome = await Runner(cloud, ThingPlan.Family).RunAsync();
        Assert.Equal(PushOutcomeKind.Completed, outcome.Kind);
        Assert.Equal(["child-1", "child-2", "parent"], cloud.Things.Select(t => (string?)t["name"]).Order(StringComparer.Ordinal));
        Assert.All(outcome.Proofs, p => Assert.True(p.Same));
        Assert.Equal("green", (string?)cloud.Things[0]["colour"]);
    }
}
