using System.Runtime.ExceptionServices;

namespace CloudNetPortal.Push.Running;

/// <summary>Tells an observer one thing at a time, however many steps run. Once it has thrown, nothing runs on: every step ends at its next word.</summary>
internal sealed class SerialObserver(IPushObserver inner) : IPushObserver
{
    private readonly Lock _lock = new();
    private ExceptionDispatchInfo? _defect;

    public void On(PushEvent happened)
    {
        lock (_lock)
        {
            _defect?.Throw();
            try
            {
                inner.On(happened);
            }
            catch (Exception e)
            {
                _defect = ExceptionDispatchInfo.Capture(e);
                throw;
            }
        }
    }
}
