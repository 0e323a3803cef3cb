using CloudNetPortal.Push.Journals;
using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>The journal of a push in PostgreSQL: an entry is on disk when the append returns, and the database refuses one under an old fencing number.</summary>
internal sealed class StoredJournal(IDbContextFactory<PortalDbContext> store, Guid runId, long fence) : IPushJournal
{
    public async Task<IReadOnlyList<JournalEntry>> ReadAsync(CancellationToken cancel = default) => await Read(store, runId, cancel);

    public Task AppendAsync(JournalEntry entry, CancellationToken cancel = default) => AppendAsync([entry], cancel);

    public async Task AppendAsync(IReadOnlyList<JournalEntry> entries, CancellationToken cancel = default)
    {
        await using var db = await store.CreateDbContextAsync(CancellationToken.None);
        foreach (var entry in entries)
        {
            var text = JournalJson.Write(entry);
            using var kind = System.Text.Json.JsonDocument.Parse(text);
            db.PushJournal.Add(new PushJournalRow
            {
                RunId = runId, Fence = fence, At = entry.At, Kind = kind.RootElement.GetProperty("entry").GetString()!, Step = (entry as StepEntry)?.Step, EntryJson = text,
            });
        }

        try
        {
            // Never cancelled half way: whether it is stored must be known.
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateException refusal) when (refusal.InnerException is PostgresException { ConstraintName: "push_journal_fence" })
        {
            throw new FencedException("The lease of the zone has passed to another worker.", refusal);
        }
    }

    /// <summary>All entries of a push, oldest first.</summary>
    public static async Task<IReadOnlyList<JournalEntry>> Read(IDbContextFactory<PortalDbContext> store, Guid runId, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var rows = await db.PushJournal.AsNoTracking().Where(row => row.RunId == runId).OrderBy(row => row.Number).Select(row => row.EntryJson).ToListAsync(cancel);
        return [.. rows.Select(JournalJson.Read)];
    }
}
