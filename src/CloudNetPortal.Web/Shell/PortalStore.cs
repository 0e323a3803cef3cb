using CloudNetPortal.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CloudNetPortal.Web.Shell;

/// <summary>The database: found by <c>ConnectionStrings__Portal</c>, brought to this version's shape before the first request.</summary>
internal static class PortalStore
{
    public static void AddPortalStore(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString("Portal");
        services.AddDbContextFactory<PortalDbContext>((provider, options) => options.UsePortalStore(
            connection ?? throw new StoreNotReadyException("No database: set ConnectionStrings__Portal to a PostgreSQL 15 or later, or start the portal with deploy/run.sh, which brings one along."),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ApplyMigrations>();
        services.AddHealthChecks().AddCheck<DatabaseAnswers>("database");
    }

    /// <summary>Brings the database up to date; false, and a message on the console, when it cannot be used.</summary>
    public static async Task<bool> OpenPortalStoreAsync(this WebApplication app)
    {
        try
        {
            await app.Services.GetRequiredService<ApplyMigrations>().Execute(CancellationToken.None);
            return true;
        }
        catch (StoreNotReadyException trouble)
        {
            await Console.Error.WriteLineAsync(trouble.Message);
            return false;
        }
    }
}

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseAnswers(IDbContextFactory<PortalDbContext> store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await store.CreateDbContextAsync(cancellationToken);
        return await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer.");
    }
}
