namespace CloudNetPortal.Push.Journals;

/// <summary>Another worker has taken over this push: this one stops without sending anything more.</summary>
public sealed class FencedException : Exception
{
    /// <summary>Creates it with a text for the log.</summary>
    public FencedException(string message) : base(message) { }

    /// <summary>Creates it.</summary>
    public FencedException() : base("Another worker has taken over this push.") { }

    /// <summary>Creates it with what lies behind it.</summary>
    public FencedException(string message, Exception inner) : base(message, inner) { }
}
