namespace CloudNetPortal.Push.Running;

/// <summary>Tells an observer one thing at a time, however many steps run. Once it has thrown, nothing runs on: every step ends at its next word.</summary>
internal sealed class SerialObserver(IPushObserver inner) : IPushObserver
{
    private readonly Lock _lock = new();
    private Exception? _defect;

    public void On(PushEvent happened)
    {
        lock (_lock)
        {
            if (_defect is not null) throw new ObserverFailedException(_defect);
            try
            {
                inner.On(happened);
            }
            catch (Exception e)
            {
                _defect = e;
                throw;
            }
        }
    }
}

/// <summary>Another step met the observer's exception first.</summary>
internal sealed class ObserverFailedException(Exception inner) : Exception("The observer has failed.", inner);
