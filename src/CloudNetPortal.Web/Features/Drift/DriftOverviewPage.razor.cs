using CloudNetPortal.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace CloudNetPortal.Web.Features.Drift;

/// <summary>The drift of all zones.</summary>
public sealed partial class DriftOverviewPage : IDisposable
{
    private IReadOnlyList<DriftLine>? zones;
    private IDisposable? line;

    [Inject] internal DriftQueries Queries { get; init; } = null!;
    [Inject] internal LiveUpdates Updates { get; init; } = null!;

    protected override async Task OnInitializedAsync()
    {
        line = Updates.On(Topic.Drift, () => InvokeAsync(Read));
        await Read();
    }

    public void Dispose() => line?.Dispose();

    private async Task Read()
    {
        zones = await Queries.List();
        StateHasChanged();
    }
}
