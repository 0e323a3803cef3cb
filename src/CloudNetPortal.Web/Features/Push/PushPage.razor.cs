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

    [Parameter] public Guid Id { get; set; }

    [Inject] internal PushQueries Queries { get; init; } = null!;
    [Inject] internal PausePush PauseUse { get; init; } = null!;
    [Inject] internal ResumePush ResumeUse { get; init; } = null!;
    [Inject] internal CancelPush CancelUse { get; init; } = null!;
    [Inject] internal ChooseObject ChooseUse { get; init; } = null!;
    [Inject] internal CurrentCaller Me { get; init; } = null!;
    [Inject] internal LiveUpdates Updates { get; init; } = null!;

    private bool MayPush => me?.MayPush() == true;

    private int Done => view!.Reports.Count(r => r.State == StepState.Done);

    protected override async Task OnParametersSetAsync()
    {
        if (loaded == Id)
            return;
        loaded = Id;
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

    private Task After(Outcome? result)
    {
        outcome = result;
        return Read();
    }
}
