namespace CloudNetPortal.Store.Pushes;

/// <summary>An operator's decision that a step is not done.</summary>
/// <param name="Step">Key of the step.</param>
/// <param name="Reason">In the operator's words.</param>
/// <param name="By">Name of the operator.</param>
/// <param name="At">When.</param>
public sealed record PushSkip(string Step, string Reason, string By, DateTimeOffset At);
