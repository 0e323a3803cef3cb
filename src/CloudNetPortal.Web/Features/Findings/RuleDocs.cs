using System.Collections.Concurrent;
using Markdig;

namespace CloudNetPortal.Web.Features.Findings;

/// <summary>The pages of the rules (docs/rules), carried inside the portal.</summary>
internal static class RuleDocs
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();
    private static readonly ConcurrentDictionary<string, string?> Pages = new(StringComparer.Ordinal);

    /// <summary>The page of a rule as markup without its title, or null when there is none.</summary>
    public static string? Html(string id) => Pages.GetOrAdd(id, static name =>
    {
        using var page = typeof(RuleDocs).Assembly.GetManifestResourceStream($"rules/{name}.md");
        if (page is null)
            return null;
        using var reader = new StreamReader(page);
        var text = reader.ReadToEnd();
        // Title, family and team stand in the page's header already.
        var body = text.StartsWith("# ", StringComparison.Ordinal) && text.IndexOf("\n## ", StringComparison.Ordinal) is > 0 and var first ? text[first..] : text;
        return Markdig.Markdown.ToHtml(body, Markdown);
    });
}
