using System.Collections.Concurrent;

namespace CloudNetPortal.Push.Running;

/// <summary>
/// Objects without a natural key, such as simulated hosts of one cluster, cannot be told apart. While a call for one of them is on its way, no other step may
/// take an unclaimed object for its own: it could be the one whose answer is just coming.
/// </summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle nobody asks for holds nothing.")]
internal sealed class TwinGate(TimeProvider time)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);
    private readonly SemaphoreSlim _door = new(1);
    private int _onTheWay;

    public async Task<IDisposable> CallAsync()
    {
        await _door.WaitAsync();
        Interlocked.Increment(ref _onTheWay);
        _door.Release();
        return new Way(this);
    }

    public async Task<T> AloneAsync<T>(Func<Task<T>> act)
    {
        await _door.WaitAsync();
        try
        {
            while (Volatile.Read(ref _onTheWay) > 0) await Task.Delay(Moment, time, CancellationToken.None);
            return await act();
        }
        finally
        {
            _door.Release();
        }
    }

    private sealed class Way(TwinGate gate) : IDisposable
    {
        private int _over;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _over, 1) == 0) Interlocked.Decrement(ref gate._onTheWay);
        }
    }
}

/// <summary>The gates of a run, by what steps look for.</summary>
internal sealed class TwinGates(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, TwinGate> _gates = new();

    public TwinGate Of(string lookup) => _gates.GetOrAdd(lookup, _ => new TwinGate(time));
}
