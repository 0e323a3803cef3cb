using CloudNetPortal.Push.Journals;

namespace CloudNetPortal.Push.Running;

/// <summary>Lets steps that run side by side write into one journal: one append at a time, and whatever came up meanwhile goes into the next one together.</summary>
internal sealed class JournalLine(IPushJournal journal)
{
    private readonly Lock _lock = new();
    private List<Waiting> _waiting = [];
    private bool _writing;

    /// <summary>Returns when the entry is stored; throws what the journal threw.</summary>
    /// <param name="entry">What happened.</param>
    /// <param name="stored">Called in the order of the journal, before anybody goes on.</param>
    public async Task AddAsync(JournalEntry entry, Action<JournalEntry> stored)
    {
        var mine = new Waiting(entry, stored, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var writes = false;
        lock (_lock)
        {
            _waiting.Add(mine);
            if (!_writing) writes = _writing = true;
        }
        // Whoever finds nobody writing writes for all, until nothing is left.
        while (writes && TakeAll() is { } all) await StoreAsync(all);
        await mine.Stored.Task;
    }

    private List<Waiting>? TakeAll()
    {
        lock (_lock)
        {
            var all = _waiting;
            _waiting = [];
            if (all.Count > 0) return all;
            _writing = false;
            return null;
        }
    }

    private async Task StoreAsync(List<Waiting> all)
    {
        try
        {
            await journal.AppendAsync([.. all.Select(w => w.Entry)]);
        }
        catch (FencedException) when (all.Count > 1)
        {
            // A lease that has ended takes no intents, but still what was learned from calls already sent.
            foreach (var one in all) await StoreAsync([one]);
            return;
        }
        catch (Exception e)
        {
            foreach (var one in all) one.Stored.SetException(e);
            return;
        }
        foreach (var one in all)
        {
            one.Told(one.Entry);
            one.Stored.SetResult();
        }
    }

    private sealed record Waiting(JournalEntry Entry, Action<JournalEntry> Told, TaskCompletionSource Stored);
}
