using CloudNetPortal.Web.Features.Drift;
using CloudNetPortal.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>All zones.</summary>
public sealed partial class ZonesPage : IDisposable
{
    private IReadOnlyList<ZoneLine>? zones;
    private IReadOnlyDictionary<Guid, DriftLine>? drift;
    private IDisposable? line;

    [Inject] internal ZoneQueries Queries { get; init; } = null!;

    [Inject] internal DriftQueries DriftQueries { get; init; } = null!;

    [Inject] internal LiveUpdates Updates { get; init; } = null!;

    protected override async Task OnInitializedAsync()
    {
        line = Updates.On(Topic.Zones, () => InvokeAsync(Read));
        await Read();
    }

    public void Dispose() => line?.Dispose();

    private async Task Read()
    {
        (zones, drift) = (await Queries.List(), await DriftQueries.ByZone());
        StateHasChanged();
    }
}
