using CloudNetPortal.Store;
using CloudNetPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Tests;

/// <summary>A database in the portal's shape for the use cases of one test class.</summary>
public sealed class PortalStoreFixture : IAsyncLifetime, IDbContextFactory<PortalDbContext>
{
    private readonly PostgresFixture _postgres = new();
    private DbContextOptions<PortalDbContext>? _options;

    public async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        options.UsePortalStore(_postgres.ConnectionString, TimeProvider.System);
        _options = options.Options;
        await new ApplyMigrations(this).Execute(CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();

    public PortalDbContext CreateDbContext() => new(_options!);
}
