using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace CloudNetPortal.Web.Features.Clouds;

/// <summary>All clouds.</summary>
public sealed partial class CloudsPage : IDisposable
{
    private IReadOnlyList<Cloud>? clouds;
    private IDisposable? line;

    [Inject] internal CloudQueries Queries { get; init; } = null!;

    [Inject] internal LiveUpdates Updates { get; init; } = null!;

    protected override async Task OnInitializedAsync()
    {
        line = Updates.On(Topic.Clouds, () => InvokeAsync(Read));
        await Read();
    }

    public void Dispose() => line?.Dispose();

    private async Task Read()
    {
        clouds = await Queries.List();
        StateHasChanged();
    }
}
