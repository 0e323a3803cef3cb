using CloudNetPortal.Store.Auditing;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Store;

/// <summary>How the portal talks to its database.</summary>
public static class StoreOptions
{
    /// <summary>PostgreSQL 15 or later at that connection string, with the audit on.</summary>
    public static DbContextOptionsBuilder UsePortalStore(this DbContextOptionsBuilder options, string connectionString, TimeProvider time) => options
        .UseNpgsql(connectionString, npgsql => npgsql.SetPostgresVersion(15, 0))
        .AddInterceptors(new AuditInterceptor(time));
}
