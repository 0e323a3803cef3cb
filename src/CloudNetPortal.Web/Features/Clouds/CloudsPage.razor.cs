using CloudNetPortal.Store;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Clouds;

/// <summary>All clouds.</summary>
public sealed partial class CloudsPage : IDisposable
{
    private IReadOnlyList<Cloud>? clouds;
    private IDisposable? line;

    [Inject] public required IDbContextFactory<PortalDbContext> Store { get; init; }

    [Inject] internal LiveUpdates Updates { get; init; } = null!;

    protected override async Task OnInitializedAsync()
    {
        line = Updates.On(Topic.Clouds, () => InvokeAsync(Read));
        await Read();
    }

    public void Dispose() => line?.Dispose();

    private async Task Read()
    {
        await using var db = await Store.CreateDbContextAsync();
        clouds = await db.Clouds.AsNoTracking().OrderBy(c => c.Name).ToListAsync();
        StateHasChanged();
    }
}
