using CloudNetPortal.Store.Auditing;
using CloudNetPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Store.Tests;

/// <summary>A database in the portal's shape, and contexts for it.</summary>
public sealed class StoreFixture : IAsyncLifetime, IDbContextFactory<PortalDbContext>
{
    private readonly PostgresFixture _postgres = new();
    private DbContextOptions<PortalDbContext>? _options;

    public string ConnectionString => _postgres.ConnectionString;

    public Guid Ana { get; } = Guid.CreateVersion7();

    public async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        options.UsePortalStore(_postgres.ConnectionString, TimeProvider.System);
        _options = options.Options;
        await new ApplyMigrations(this).Execute(default);
    }

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();

    public PortalDbContext CreateDbContext() => new PortalDbContext(_options!).As(new Actor(Ana, "Ana", "Test"));
}
