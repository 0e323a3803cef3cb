namespace CloudNetPortal.Push;

/// <summary>How an operator stops a running push. Both take effect between two steps: a call in flight is always finished.</summary>
public sealed class PushControl
{
    private volatile bool _pause, _cancel;

    /// <summary>Asks the run to end as paused; a later run on the same journal goes on.</summary>
    public void Pause() => _pause = true;

    /// <summary>Asks the run to end as cancelled. Nothing is taken back.</summary>
    public void Cancel() => _cancel = true;

    /// <summary>True once a pause was asked for.</summary>
    public bool IsPauseAsked => _pause;

    /// <summary>True once a cancel was asked for.</summary>
    public bool IsCancelAsked => _cancel;
}
