using CloudNetPortal.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>All pushes.</summary>
public sealed partial class PushesPage : IDisposable
{
    private IReadOnlyList<PushLine>? pushes;
    private IDisposable? line;

    [Inject] internal PushQueries Queries { get; init; } = null!;

    [Inject] internal LiveUpdates Updates { get; init; } = null!;

    protected override async Task OnInitializedAsync()
    {
        line = Updates.On(Topic.Pushes, () => InvokeAsync(Read));
        await Read();
    }

    public void Dispose() => line?.Dispose();

    private async Task Read()
    {
        pushes = await Queries.List();
        StateHasChanged();
    }
}
