namespace CloudNetPortal.Web.Shell;

/// <summary>A first step as Home shows it.</summary>
public sealed record ShownStep(string Title, string Text, string Href, bool Done);
