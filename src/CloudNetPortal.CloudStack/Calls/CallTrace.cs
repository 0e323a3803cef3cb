namespace CloudNetPortal.CloudStack.Calls;

/// <summary>One exchange as it may be shown or logged: no secret, no signature.</summary>
/// <param name="At">When the call was sent, UTC.</param>
/// <param name="Call">Command and parameters with secrets replaced.</param>
/// <param name="Took">The round trip.</param>
/// <param name="Failure">Why it brought no success, if so.</param>
public sealed record CallTrace(DateTimeOffset At, string Call, TimeSpan Took, CallFailure? Failure);
