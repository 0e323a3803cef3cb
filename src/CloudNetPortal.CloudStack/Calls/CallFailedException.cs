namespace CloudNetPortal.CloudStack.Calls;

/// <summary>Thrown by reads, which have nothing to return when the call failed. Calls themselves answer with <see cref="CallAnswer"/> and never throw this.</summary>
public sealed class CallFailedException(string command, CallFailure failure) : Exception($"{command}: {failure}")
{
    /// <summary>The command that failed.</summary>
    public string Command { get; } = command;

    /// <summary>Why.</summary>
    public CallFailure Failure { get; } = failure;
}
