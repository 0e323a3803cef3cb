namespace CloudNetPortal.Push.Journals;

/// <summary>
/// The memory of one push. The runner awaits every append before it goes on, so a journal that has returned is believed: after a kill −9 at any point the
/// next run reads the same entries and continues from them.
/// </summary>
/// <remarks>
/// An implementation must (1) have stored an entry durably when an append returns, (2) return entries in the order in which they were
/// appended, and (3) be the fence: an append under a lease that another worker has taken over throws <see cref="FencedException"/> and stores nothing.
/// No call is sent without an accepted <see cref="StepIntent"/> and <see cref="StepSent"/>. The runner never appends two at a time.
/// </remarks>
public interface IPushJournal
{
    /// <summary>Everything appended so far, by this run and those before it, oldest first.</summary>
    Task<IReadOnlyList<JournalEntry>> ReadAsync(CancellationToken cancel = default);

    /// <summary>Stores one entry durably.</summary>
    /// <exception cref="FencedException">Another worker has taken over; nothing was stored and nothing may be sent.</exception>
    Task AppendAsync(JournalEntry entry, CancellationToken cancel = default);

    /// <summary>Stores what several steps had to say at the same moment, in this order; one write to the disk is enough for all.</summary>
    /// <exception cref="FencedException">Another worker has taken over; some of the first may be stored, and nothing may be sent.</exception>
    async Task AppendAsync(IReadOnlyList<JournalEntry> entries, CancellationToken cancel = default)
    {
        foreach (var entry in entries) await AppendAsync(entry, cancel);
    }
}
