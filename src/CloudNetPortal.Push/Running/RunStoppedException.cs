namespace CloudNetPortal.Push.Running;

/// <summary>Unwinds a run that has to stop in the middle of a step; the journal says where to go on.</summary>
internal sealed class RunStoppedException(PushOutcomeKind kind, string message) : Exception(message)
{
    public PushOutcomeKind Kind { get; } = kind;
}
