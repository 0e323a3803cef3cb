namespace CloudNetPortal.Push.Journals;

/// <summary>A journal that ends with the process: for tests and for rehearsals that need no resume.</summary>
public sealed class MemoryJournal : IPushJournal
{
    private readonly List<JournalEntry> _entries = [];
    private readonly Lock _lock = new();

    /// <summary>True makes every further append throw, as when another worker has taken over.</summary>
    public bool IsFenced { get; set; }

    /// <inheritdoc/>
    public Task<IReadOnlyList<JournalEntry>> ReadAsync(CancellationToken cancel = default)
    {
        lock (_lock) return Task.FromResult<IReadOnlyList<JournalEntry>>([.. _entries]);
    }

    /// <inheritdoc/>
    public Task AppendAsync(JournalEntry entry, CancellationToken cancel = default)
    {
        if (IsFenced) throw new FencedException();
        lock (_lock) _entries.Add(entry);
        return Task.CompletedTask;
    }
}
