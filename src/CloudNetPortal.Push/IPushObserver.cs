namespace CloudNetPortal.Push;

/// <summary>Watches a push: a live page, a console, a recorder. It cannot influence it; what it throws ends the run as a defect.</summary>
public interface IPushObserver
{
    /// <summary>Told after each thing that happens, on the runner's own thread: return quickly.</summary>
    void On(PushEvent happened);
}
