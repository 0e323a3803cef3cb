namespace CloudNetPortal.Domain.Plans;

/// <summary>What a journal knows of a step that has its effect.</summary>
/// <param name="Id">Id of its object; null when it has none.</param>
/// <param name="ByUs">True when a call of the push made it; false when it was there and was adopted.</param>
public sealed record StepMade(string? Id, bool ByUs);
