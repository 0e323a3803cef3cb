using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.CloudStack.Reads;

namespace CloudNetPortal.Push.Running;

/// <summary>
/// Lists that several steps ask for with equal arguments are read once. Whoever asks says how old an answer may be at most, by when its reading began: a proof
/// must be read after the call it proves, and a look before a repetition after everything.
/// </summary>
internal sealed class SharedReads(CloudStackClient client, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Reading> _readings = [];

    /// <summary>The rows of a list whose reading began at <paramref name="notBefore"/> (a timestamp of the clock) or later.</summary>
    public Task<IReadOnlyList<ListedRow>> ListAsync(string command, IReadOnlyList<(string Name, string Value)> filters, long notBefore)
    {
        var key = command + "\n" + string.Join('\n', filters.Select(f => $"{f.Name}={f.Value}"));
        lock (_lock)
        {
            if (_readings.TryGetValue(key, out var there) && there.BegunAt >= notBefore && !there.Rows.IsFaulted && !there.Rows.IsCanceled) return there.Rows;
            foreach (var old in _readings.Where(r => time.GetElapsedTime(r.Value.BegunAt) > Kept && r.Value.Rows.IsCompleted).Select(r => r.Key).ToArray()) _readings.Remove(old);
            var rows = Listing.AllAsync(client, command, filters.Select(f => (f.Name, (string?)f.Value)));
            _readings[key] = new Reading(time.GetTimestamp(), rows);
            return rows;
        }
    }

    private sealed record Reading(long BegunAt, Task<IReadOnlyList<ListedRow>> Rows);
}
