using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CloudNetPortal.Web.Features.Diagrams.Drawing;

/// <summary>A drawing as a file of its own: the same markup, with the tokens' values of one theme in place of their names, so that any program shows it.</summary>
internal sealed partial class SvgFile(IServiceProvider services, ILoggerFactory loggers, IWebHostEnvironment host)
{
    public async Task<string> Of(Diagram diagram, bool dark)
    {
        return Fill(await Markup(services, loggers, diagram), Tokens(await ReadTokens(), dark));
    }

    internal static async Task<string> Markup(IServiceProvider services, ILoggerFactory loggers, Diagram diagram)
    {
        // A file leads nowhere: it is looked at without the portal.
        diagram = diagram with { Boxes = [.. diagram.Boxes.Select(b => b.Pills.Count == 0 ? b : b with { Pills = [.. b.Pills.Select(p => p with { Url = null })] })] };
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<DiagramView>(ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(DiagramView.Diagram)] = diagram }))).ToHtmlString());
    }

    /// <summary>Replaces every <c>var(--name)</c> by its value; unknown names become black, which is seen at once.</summary>
    internal static string Fill(string markup, IReadOnlyDictionary<string, string> tokens) =>
        Variable().Replace(markup, match => match.Groups[1].Value switch
        {
            "font" => "Inter, sans-serif",
            "mono" => "IBM Plex Mono, monospace",
            var name => tokens.GetValueOrDefault(name, "#000000"),
        }).Trim();

    internal static Dictionary<string, string> Tokens(string css, bool dark) =>
        Token().Matches(css).GroupBy(m => m.Groups[1].Value).ToDictionary(g => g.Key, g => g.First().Groups[dark ? 3 : 2].Value);

    private async Task<string> ReadTokens()
    {
        using var reader = new StreamReader(host.WebRootFileProvider.GetFileInfo("tokens.css").CreateReadStream());
        return await reader.ReadToEndAsync();
    }

    [GeneratedRegex(@"var\(--([a-z0-9-]+)\)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"--([a-z0-9-]+):\s*light-dark\((#[0-9A-Fa-f]+),\s*(#[0-9A-Fa-f]+)\)")]
    private static partial Regex Token();
}
