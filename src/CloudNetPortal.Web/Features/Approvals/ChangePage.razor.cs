using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Push;
using CloudNetPortal.Web.Shared;
using CloudNetPortal.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace CloudNetPortal.Web.Features.Approvals;

/// <summary>One change: what it does, who must agree, and its push.</summary>
public sealed partial class ChangePage : IDisposable
{
    private static readonly (string, string)[] Trail = [("Changes", PortalUrls.Changes)];
    private ChangeView? view;
    private PathNames? names;
    private Caller? me;
    private bool gone;
    private bool held;
    private int loaded;
    private Outcome? outcome;
    private string? asking;
    private string comment = "";
    private IDisposable? line;
    private ConfirmDialog? withdrawDialog;
    private StartPushDialog? pushDialog;

    [Parameter] public int Number { get; set; }

    [Parameter] public string? Tab { get; set; }

    [Inject] internal ChangeQueries Queries { get; init; } = null!;
    [Inject] internal Approve Approve { get; init; } = null!;
    [Inject] internal AskForChanges AskForChanges { get; init; } = null!;
    [Inject] internal RefreshEvidence Refresh { get; init; } = null!;
    [Inject] internal Withdraw Withdraw { get; init; } = null!;
    [Inject] internal StartPush StartPushUse { get; init; } = null!;
    [Inject] internal CurrentCaller Me { get; init; } = null!;
    [Inject] internal LiveUpdates Updates { get; init; } = null!;
    [Inject] public required NavigationManager Navigation { get; init; }

    private string CurrentTab => Tab is "edits" or "plan" or "rules" ? Tab : "overview";

    private string? WhyNotPush => me?.MayPush() == true ? null : Refusals.NotAnOperator.Sentence;

    protected override async Task OnParametersSetAsync()
    {
        me ??= await Me.Get();
        if (loaded == Number)
            return;
        loaded = Number;
        await Read();
        line?.Dispose();
        if (view is { } found)
            line = Updates.On(Topic.Change(found.Change.Id), () => InvokeAsync(Read));
    }

    public void Dispose() => line?.Dispose();

    private async Task Read()
    {
        view = await Queries.Find(Number);
        gone = view is null;
        names = view is null ? null : new PathNames(view.Design);
        StateHasChanged();
    }

    private IReadOnlyList<TabLink> Tabs(ChangeView shown) =>
    [
        new("Overview", PortalUrls.Change(Number, "overview")), new("Edits", PortalUrls.Change(Number, "edits"), shown.Edits.Count), new("Plan", PortalUrls.Change(Number, "plan"), shown.Plan.Steps.Count),
        new("Rules", PortalUrls.Change(Number, "rules"), shown.Findings.Count),
    ];

    private string? WhyNotApprove(string team) =>
        view!.Change.Authors.Contains(me!.Id) ? $"You edited or submitted CH-{Number}: somebody else of {team} may approve it."
        : me.MayApproveFor(team) ? null
        : $"Only approvers in team {team} may.";

    private async Task ApproveFor(string team)
    {
        outcome = await Approve.Execute(me!, view!.Change.Id, team, view.Change.ContentHash);
        await Read();
    }

    private async Task ValidateAgain()
    {
        var answer = await Refresh.Execute(me!, view!.Change.Id);
        held = !answer.Failed(out outcome) && !answer.Value.Moved;
        if (answer.Outcome is null && answer.Value.Moved)
            outcome = new Stale($"What CH-{Number} rests on moved ({answer.Value.Sentence}). Approvals given before have lapsed.");
        await Read();
    }

    private void StartAsking(string team) => (asking, comment) = (team, "");

    private async Task Ask()
    {
        outcome = await AskForChanges.Execute(me!, view!.Change.Id, asking!, comment);
        if (outcome is null)
            asking = null;
        await Read();
    }

    private async Task AskWithdraw()
    {
        if (!await withdrawDialog!.Ask())
            return;
        outcome = await Withdraw.Execute(me!, view!.Change.Id);
        await Read();
    }

    private async Task AskPush()
    {
        if (WhyNotPush is { } why)
            outcome = new Forbidden(why);
        else
            await pushDialog!.Open();
    }

    private async Task StartPush(string typedZoneName)
    {
        var answer = await StartPushUse.Execute(me!, view!.Change.Id, typedZoneName);
        if (answer.Failed(out outcome))
            await Read();
        else
            Navigation.NavigateTo(PortalUrls.Push(answer.Value));
    }
}
