namespace CloudNetPortal.Push.Running;

/// <summary>Since when CloudStack has been away, for all steps of a run together.</summary>
internal sealed class Outage(TimeProvider time)
{
    private readonly Lock _lock = new();
    private long? _since;

    public void Over()
    {
        lock (_lock) _since = null;
    }

    /// <summary>How long it lasts by now; the first to ask begins it.</summary>
    public TimeSpan Lasts()
    {
        lock (_lock) return time.GetElapsedTime(_since ??= time.GetTimestamp());
    }
}
