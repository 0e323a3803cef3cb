using System.Text.Json;
using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Store;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Push.Rehearsing;

/// <summary>What the page of a change shows of its rehearsals.</summary>
internal sealed class RehearsalQueries(IDbContextFactory<PortalDbContext> store)
{
    /// <summary>The last one and how each step ended in it.</summary>
    public async Task<(Rehearsal? Last, IReadOnlyList<RehearsedStep> Steps)> Last(Guid changeId, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var last = await db.Rehearsals.AsNoTracking().Where(r => r.ChangeId == changeId).OrderByDescending(r => r.StartedAt).FirstOrDefaultAsync(cancel);
        return (last, last?.ResultJson is { } json ? JsonSerializer.Deserialize<List<RehearsedStep>>(json, PushJob.Json)! : []);
    }
}
