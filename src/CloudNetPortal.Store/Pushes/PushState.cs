namespace CloudNetPortal.Store.Pushes;

/// <summary>Where a push stands.</summary>
public enum PushState
{
    /// <summary>Started by somebody, not yet taken by a worker.</summary>
    Waiting,
    /// <summary>A worker carries it out, or will take it up again.</summary>
    Running,
    /// <summary>Somebody paused it; resumes on request.</summary>
    Paused,
    /// <summary>It met something that a person must look at; resumes on request.</summary>
    Stopped,
    /// <summary>Somebody ended it before its end. What was made stays.</summary>
    Cancelled,
    /// <summary>Carried out; the proof was read.</summary>
    Done,
}
