namespace CloudNetPortal.Web.Shared;

/// <summary>What a <c>Field</c> hands to the input inside it.</summary>
/// <param name="Id">For the input's id; the label points to it.</param>
/// <param name="DescribedBy">For aria-describedby: help and findings.</param>
/// <param name="Invalid">For aria-invalid: "true" when an error stands under the field.</param>
public sealed record FieldContext(string Id, string? DescribedBy, string? Invalid);
