namespace CloudNetPortal.Web.Shared;

/// <summary>One step of a guided sequence.</summary>
/// <param name="Href">Where it can be opened again; null while it cannot.</param>
/// <param name="Problem">It needs work before the sequence can end.</param>
public sealed record StepState(string Title, bool Done = false, string? Href = null, bool Problem = false);
