using CloudNetPortal.Domain.Approvals;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace CloudNetPortal.Web.Features.Approvals;

/// <summary>The inbox of the first page.</summary>
public sealed partial class WaitingPanel : IDisposable
{
    private IReadOnlyList<ChangeLine>? lines;
    private Caller? me;
    private IDisposable? line;

    [Inject] internal ChangeQueries Queries { get; init; } = null!;

    [Inject] internal CurrentCaller Me { get; init; } = null!;

    [Inject] internal LiveUpdates Updates { get; init; } = null!;

    protected override async Task OnInitializedAsync()
    {
        me = await Me.Get();
        line = Updates.On(Topic.Changes, () => InvokeAsync(Read));
        await Read();
    }

    public void Dispose() => line?.Dispose();

    private async Task Read()
    {
        lines = [.. (await Queries.List()).Where(l => l.Change.State switch
        {
            ChangeState.InReview => MayApprove(l.Change),
            ChangeState.ChangesWanted => l.Change.Authors.Contains(me!.Id),
            ChangeState.Approved or ChangeState.Paused => me!.MayPush(),
            _ => false,
        })];
        StateHasChanged();
    }

    private bool MayApprove(ChangeRequest change) => !change.Authors.Contains(me!.Id) && change.OpenRequirements.Any(r => me.MayApproveFor(r.Team));

    private static string Verb(ChangeLine line) => line.Change.State switch { ChangeState.InReview => "Open our part", ChangeState.ChangesWanted => "Read", _ => "Open" };
}
