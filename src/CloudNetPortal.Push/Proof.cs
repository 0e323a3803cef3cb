namespace CloudNetPortal.Push;

/// <summary>One field of the proof: what was sent, and what CloudStack holds.</summary>
/// <param name="Step">Key of the step.</param>
/// <param name="ObjectTitle">The object for people, as the plan titles it.</param>
/// <param name="Field">Field of the listed object; empty when the object itself is missing.</param>
/// <param name="Pushed">What the plan says.</param>
/// <param name="Observed">What was read; null when absent.</param>
/// <param name="Same">Whether the two mean the same.</param>
/// <param name="DesignPath">Where the value comes from in the design.</param>
public sealed record Proof(string Step, string ObjectTitle, string Field, string Pushed, string? Observed, bool Same, string? DesignPath = null);
