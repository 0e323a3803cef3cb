using System.Reflection;
using CloudNetPortal.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CloudNetPortal.Journeys.ScriptPages;

/// <summary>
/// A handful of pages served with the very script that is embedded in the portal's assembly: what the script must do is
/// proven here without a page in the portal that only tests would open.
/// </summary>
public sealed class ScriptApp : IAsyncLifetime
{
    private WebApplication? _app;

    /// <summary>Large enough to need many messages over the circuit.</summary>
    public static byte[] Download { get; } = [.. Enumerable.Range(0, 1_500_000).Select(i => (byte)(i * 31 >> 3))];

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Next()}/");

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address.ToString());
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        var script = Assembly.LoadFrom(RepositoryFiles.Program("CloudNetPortal.Web"));
        _app = builder.Build();
        _app.UseAntiforgery();
        _app.MapGet("/blazor.web.js", () => Results.Stream(script.GetManifestResourceStream("blazor.web.js")!, "text/javascript"));
        _app.MapRazorComponents<ScriptDocument>().AddInteractiveServerRenderMode();
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
    }
}
