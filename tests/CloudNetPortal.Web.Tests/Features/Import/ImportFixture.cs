using CloudNetPortal.Store;
using CloudNetPortal.Store.Catalogue;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Clouds;
using CloudNetPortal.Web.Features.Import;
using CloudNetPortal.Web.Features.Zones;
using CloudNetPortal.Web.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CloudNetPortal.Web.Tests.Features.Import;

/// <summary>The use cases of imports on a database of their own.</summary>
public sealed class ImportFixture : IAsyncLifetime
{
    private readonly PortalStoreFixture _store = new();
    private ServiceProvider? _services;

    public async ValueTask InitializeAsync()
    {
        await _store.InitializeAsync();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IDbContextFactory<PortalDbContext>>(_store);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        services.AddSingleton<LiveUpdates>();
        services.AddSingleton<CatalogueReader>();
        services.AddSingleton<SecretVault>();
        services.AddSingleton<ImportZone>();
        services.AddImport();
        _services = services.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        await _store.DisposeAsync();
    }

    internal T Get<T>() where T : notnull => _services!.GetRequiredService<T>();

    internal PortalDbContext Db() => _store.CreateDbContext();

    internal static Caller Someone(params string[] roles) => new(Guid.CreateVersion7(), "Ada", roles.ToHashSet(), new HashSet<string>());
}
