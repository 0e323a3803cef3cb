using CloudNetPortal.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace CloudNetPortal.Web.Features.Approvals;

/// <summary>All changes.</summary>
public sealed partial class ChangesPage : IDisposable
{
    private IReadOnlyList<ChangeLine>? changes;
    private IDisposable? line;

    [Inject] internal ChangeQueries Queries { get; init; } = null!;

    [Inject] internal LiveUpdates Updates { get; init; } = null!;

    protected override async Task OnInitializedAsync()
    {
        line = Updates.On(Topic.Changes, () => InvokeAsync(Read));
        await Read();
    }

    public void Dispose() => line?.Dispose();

    private async Task Read()
    {
        changes = await Queries.List();
        StateHasChanged();
    }
}
