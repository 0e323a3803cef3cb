namespace CloudNetPortal.Web.Features.Push;

/// <summary>Wakes the worker at once instead of at its next look at the database.</summary>
internal sealed class PushBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0);

    public void Ring()
    {
        if (_rung.CurrentCount == 0)
            _rung.Release();
    }

    /// <summary>Returns when rung, or after the time.</summary>
    public Task<bool> Wait(TimeSpan atMost, CancellationToken cancel) => _rung.WaitAsync(atMost, cancel);

    public void Dispose() => _rung.Dispose();
}
