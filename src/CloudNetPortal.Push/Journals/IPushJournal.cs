namespace CloudNetPortal.Push.Journals;

/// <summary>
/// The memory of one push. The runner awaits every append before it goes on, so a journal that has returned is believed: after a kill −9 at any point the
/// next run reads the same entries and continues from them.
/// </summary>
/// <remarks>
/// An implementation must (1) have stored an entry durably when <see cref="AppendAsync"/> returns, (2) return entries in the order in which they were
/// appended, and (3) be the fence: an append under a lease that another worker has taken over throws <see cref="FencedException"/> and stores nothing.
/// No call is sent without an accepted <see cref="StepIntent"/> and <see cref="StepSent"/>.
/// </remarks>
public interface IPushJournal
{
    /// <summary>Everything appended so far, by this run and those before it, oldest first.</summary>
    Task<IReadOnlyList<JournalEntry>> ReadAsync(CancellationToken cancel = default);

    /// <summary>Stores one entry durably.</summary>
    /// <exception cref="FencedException">Another worker has taken over; nothing was stored and nothing may be sent.</exception>
    Task AppendAsync(JournalEntry entry, CancellationToken cancel = default);
}
