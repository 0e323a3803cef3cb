namespace CloudNetPortal.Web.Shell;

/// <summary>A part of the first page that a feature brings along: <c>services.AddHomePanel&lt;OpenChanges&gt;(order: 10)</c>. It fetches its own content and draws a card.</summary>
/// <param name="Side">Beside the main column: lists of a line each.</param>
internal sealed record HomePanel(Type Component, int Order, bool Side);

/// <summary>A step on the way from an empty portal to a pushed zone. Home lists those of all features until each is done.</summary>
/// <param name="Done">Whether it has been done, by anybody.</param>
internal sealed record FirstStep(string Title, string Text, string Href, int Order, Func<IServiceProvider, CancellationToken, Task<bool>> Done);
