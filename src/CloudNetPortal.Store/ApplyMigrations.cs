using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CloudNetPortal.Store;

/// <summary>Brings the database to the shape this program needs. Several portals that start together do it one after another.</summary>
public sealed class ApplyMigrations(IDbContextFactory<PortalDbContext> contexts)
{
    // Any number that no other program takes: “portal” in letters.
    private const long Lock = 0x706f7274616c;

    /// <summary>Applies what is missing; a failure says what to do.</summary>
    /// <exception cref="StoreNotReadyException">The database cannot be reached, is too old, newer than this program, or refused a step.</exception>
    public async Task Execute(CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var at = new NpgsqlConnectionStringBuilder(context.Database.GetConnectionString());
        // Returning a pooled connection would drop the lock: this one is not pooled.
        await using var holder = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(at.ConnectionString) { Pooling = false }.ConnectionString);
        try
        {
            await holder.OpenAsync(cancel);
            if (holder.PostgreSqlVersion.Major < 15)
                throw new StoreNotReadyException($"{Place(at)} is PostgreSQL {holder.PostgreSqlVersion}; the portal needs 15 or later.");
            await using (var take = new NpgsqlCommand($"select pg_advisory_lock({Lock})", holder) { CommandTimeout = 0 })
                await take.ExecuteNonQueryAsync(cancel);
            var unknown = (await context.Database.GetAppliedMigrationsAsync(cancel)).Except(context.Database.GetMigrations()).ToList();
            if (unknown.Count > 0)
                throw new StoreNotReadyException($"{Place(at)} was used by a newer portal ({unknown[^1]}). Start that release, or restore the backup that was made before it.");
            await context.Database.MigrateAsync(cancel);
        }
        catch (PostgresException refusal)
        {
            throw new StoreNotReadyException($"{Place(at)} refused to be brought up to date: {refusal.MessageText} ({refusal.SqlState}). Nothing of the refused step was kept; the role needs to own the database.", refusal);
        }
        catch (NpgsqlException failure)
        {
            throw new StoreNotReadyException($"{Place(at)} does not answer: {failure.GetBaseException().Message}. Check ConnectionStrings__Portal and that PostgreSQL runs.", failure);
        }
    }

    private static string Place(NpgsqlConnectionStringBuilder at) => $"Database {at.Database} at {at.Host}:{at.Port}";
}

/// <summary>The database cannot be used; the message says why and what to do.</summary>
public sealed class StoreNotReadyException(string message, Exception? inner = null) : Exception(message, inner);
