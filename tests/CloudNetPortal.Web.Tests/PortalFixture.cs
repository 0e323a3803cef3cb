using CloudNetPortal.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace CloudNetPortal.Web.Tests;

/// <summary>The whole portal as its program puts it together, in this process, on a database of its own.</summary>
public sealed class PortalFixture : IAsyncLifetime
{
    private readonly PostgresFixture _postgres = new();
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("cloudnet-portal-");
    private WebApplicationFactory<Program>? _portal;

    internal IServiceProvider Services => _portal!.Services;

    /// <summary>Every endpoint but files that lie beside the program, such as styles and fonts.</summary>
    internal IReadOnlyList<RouteEndpoint> Endpoints =>
        [.. Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)];

    public async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        _portal = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host.UseSetting("ConnectionStrings:Portal", _postgres.ConnectionString).UseSetting("Portal:DataFolder", _data.FullName));
        _ = _portal.Services;
    }

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null)
            await _portal.DisposeAsync();
        await _postgres.DisposeAsync();
        _data.Delete(recursive: true);
    }

    /// <summary>Somebody who is not signed in and does not follow redirects.</summary>
    internal HttpClient Browser() => _portal!.CreateClient(new() { AllowAutoRedirect = false });
}
