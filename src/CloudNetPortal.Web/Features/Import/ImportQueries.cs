using CloudNetPortal.Store;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Import;

/// <summary>The list of imports.</summary>
internal sealed class ImportQueries(IDbContextFactory<PortalDbContext> store)
{
    public async Task<IReadOnlyList<ImportLine>> List(CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return await db.Imports.AsNoTracking().OrderByDescending(i => i.At).Take(100)
            .Select(i => new ImportLine(i.Id, i.At, i.ByName, i.Kind, i.Files.OrderBy(f => f.Name).Select(f => f.Name).Take(4).ToList(), i.Files.Count, i.AcceptedAt, i.DiscardedAt)).ToListAsync(cancel);
    }
}

/// <summary>One import in the list.</summary>
public sealed record ImportLine(Guid Id, DateTimeOffset At, string ByName, string Kind, IReadOnlyList<string> Names, int Files, DateTimeOffset? AcceptedAt, DateTimeOffset? DiscardedAt);
