using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Web.Shared;

/// <summary>One tab of a <c>TabBar</c>: a page of its own, with how many findings wait there.</summary>
/// <param name="Weight">Colours the count; null for a plain count.</param>
public sealed record TabLink(string Title, string Href, int Count = 0, Severity? Weight = null);
