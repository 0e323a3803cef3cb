using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using CloudNetPortal.Web.Shell;
using Microsoft.AspNetCore.Components;
using StepState = CloudNetPortal.Push.StepState;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>One push: its timeline as it happens, what it stopped at, and the proof.</summary>
public sealed partial class PushPage : IDisposable
{
    private static readonly (string, string)[] Trail = [("Pushes", PortalUrls.Pushes)];
    private PushView? view;
    private Caller? me;
    private bool gone;
    private bool reading;
    private bool again;
    private Guid loaded;
    private Outcome? outcome;
    private IDisposable? line;
    private Domain.Plans.Plan? back;

    [Parameter] public Guid Id { get; set; }

    [Inject] internal PushQueries Queries { get; init; } = null!;
    [Inject] internal PausePush PauseUse { get; init; } = null!;
    [Inject] internal ResumePush ResumeUse { get; init; } = null!;
    [Inject] internal CancelPush CancelUse { get; init; } = null!;
    [Inject] internal ChooseObject ChooseUse { get; init; } = null!;
    [Inject] internal SkipStep SkipUse { get; init; } = null!;
    [Inject] internal TakeBackPush TakeBackUse { get; init; } = null!;
    [Inject] public required NavigationManager Navigation { get; init; }
    [Inject] internal CurrentCaller Me { get; init; } = null!;
    [Inject] internal LiveUpdates Updates { get; init; } = null!;

    private bool MayPush => me?.MayPush() == true;

    private static string TitleOf(PushView push) => push.Run.TakesBack is null ? $"Push of {push.ZoneName}" : $"Taking back a push of {push.ZoneName}";

    private int Done => view!.Reports.Count(r => r.State == StepState.Done);

    protected override async Task OnParametersSetAsync()
    {
        if (loaded == Id)
            return;
        loaded = Id;
        (back, outcome) = (null, null);
        me = await Me.Get();
        line?.Dispose();
        line = Updates.On(Topic.Push(Id), () => InvokeAsync(Read));
        await Read();
    }

    public void Dispose() => line?.Dispose();

    // Steps come faster than a page can be drawn: one reading at a time, and one more when something moved meanwhile.
    private async Task Read()
    {
        if (reading)
        {
            again = true;
            return;
        }
        reading = true;
        do
        {
            again = false;
            view = await Queries.Find(Id);
            gone = view is null;
            StateHasChanged();
        }
        while (again);
        reading = false;
    }

    private async Task Pause() => await After(await PauseUse.Execute(me!, Id));

    private async Task Resume() => await After(await ResumeUse.Execute(me!, Id));

    private async Task Cancel() => await After(await CancelUse.Execute(me!, Id));

    private async Task Choose((string Step, string? Id) chosen) => await After(await ChooseUse.Execute(me!, Id, chosen.Step, chosen.Id));

    private EventCallback<(string Step, string Reason)> Skips => EventCallback.Factory.Create<(string Step, string Reason)>(this, async skip => await After(await SkipUse.Execute(me!, Id, skip.Step, skip.Reason)));

    private async Task ShowTakeBack()
    {
        var answer = await TakeBackUse.Preview(Id);
        back = answer.Failed(out outcome) ? null : answer.Value;
    }

    private async Task TakeBack(string typedZoneName)
    {
        var answer = await TakeBackUse.Execute(me!, Id, typedZoneName, back!);
        if (answer.Failed(out outcome))
        {
            back = outcome is Stale ? null : back;
            await Read();
        }
        else
            Navigation.NavigateTo(PortalUrls.Push(answer.Value));
    }

    private Task After(Outcome? result)
    {
        outcome = result;
        return Read();
    }
}
