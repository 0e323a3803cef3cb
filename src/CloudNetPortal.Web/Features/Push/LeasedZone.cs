using Npgsql;

namespace CloudNetPortal.Web.Features.Push;

/// <summary>
/// The right to write to one zone. A dedicated connection holds an advisory lock, so the right ends with the process; a row holds a fencing number and an end by
/// the database's own clock, so it also ends when the process hangs. Whoever takes over gets a higher number, and under a lower one the journal takes nothing.
/// </summary>
internal sealed class LeasedZone : IAsyncDisposable
{
    /// <summary>How long the lease lasts unless renewed.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    private readonly NpgsqlConnection _line;
    private readonly (Guid Cloud, Guid Zone) _of;

    private LeasedZone(NpgsqlConnection line, (Guid Cloud, Guid Zone) of, long fence) => (_line, _of, Fence) = (line, of, fence);

    /// <summary>The number everything is written under.</summary>
    public long Fence { get; }

    /// <summary>Takes the lease, or returns null while somebody else holds it.</summary>
    public static async Task<LeasedZone?> Take(string connectionString, Guid cloud, Guid zone, string holder, CancellationToken cancel)
    {
        // Returning a pooled connection would drop the lock: this one is not pooled. The keep-alive notices a broken line.
        var line = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 5, TcpKeepAlive = true }.ConnectionString);
        try
        {
            await line.OpenAsync(cancel);
            if (!await Lock(line, cloud, zone, cancel) && !(await EndHanging(line, cloud, zone, cancel) && await Lock(line, cloud, zone, cancel)))
            {
                await line.DisposeAsync();
                return null;
            }

            await using var take = Command(line,
                """
                insert into zone_leases (cloud_id, zone_id, holder, fence, until) values (@cloud, @zone, @holder, 1, clock_timestamp() + @length)
                on conflict (cloud_id, zone_id) do update set holder = excluded.holder, fence = zone_leases.fence + 1, until = excluded.until
                returning fence
                """, cloud, zone);
            take.Parameters.AddWithValue("holder", holder);
            take.Parameters.AddWithValue("length", Length);
            return new LeasedZone(line, (cloud, zone), (long)(await take.ExecuteScalarAsync(cancel))!);
        }
        catch
        {
            await line.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes it last anew; false when somebody else took over or the line is broken.</summary>
    public async Task<bool> Renew(CancellationToken cancel)
    {
        try
        {
            await using var renew = Command(_line, "update zone_leases set until = clock_timestamp() + @length where cloud_id = @cloud and zone_id = @zone and fence = @fence", _of.Cloud, _of.Zone);
            renew.Parameters.AddWithValue("length", Length);
            renew.Parameters.AddWithValue("fence", Fence);
            renew.CommandTimeout = (int)Length.TotalSeconds;
            return await renew.ExecuteNonQueryAsync(cancel) == 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>Gives it back.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await using var end = Command(_line, "update zone_leases set until = clock_timestamp() where cloud_id = @cloud and zone_id = @zone and fence = @fence", _of.Cloud, _of.Zone);
            end.Parameters.AddWithValue("fence", Fence);
            await end.ExecuteNonQueryAsync();
        }
        catch (NpgsqlException)
        {
            // The line is broken, so the lock is gone; the lease ends by itself.
        }
        catch (InvalidOperationException)
        {
            // The line was closed before.
        }

        await _line.DisposeAsync();
    }

    private static async Task<bool> Lock(NpgsqlConnection line, Guid cloud, Guid zone, CancellationToken cancel)
    {
        await using var take = Command(line, "select pg_try_advisory_lock(hashtextextended(@cloud::text || @zone::text, 0))", cloud, zone);
        return (bool)(await take.ExecuteScalarAsync(cancel))!;
    }

    // A holder that did not renew in time hangs, or its line does: its connection is ended. Its number was the last thing it could have written under.
    private static async Task<bool> EndHanging(NpgsqlConnection line, Guid cloud, Guid zone, CancellationToken cancel)
    {
        await using var end = Command(line,
            """
            select count(pg_terminate_backend(l.pid, 5000)) from pg_locks l, (select hashtextextended(@cloud::text || @zone::text, 0) as key) k
            where l.locktype = 'advisory' and l.granted and l.database = (select oid from pg_database where datname = current_database()) and l.objsubid = 1
              and l.classid::bigint = (k.key >> 32) & 4294967295 and l.objid::bigint = k.key & 4294967295
              and exists (select from zone_leases where cloud_id = @cloud and zone_id = @zone and until < clock_timestamp())
            """, cloud, zone);
        return (long)(await end.ExecuteScalarAsync(cancel))! > 0;
    }

    private static NpgsqlCommand Command(NpgsqlConnection line, string text, Guid cloud, Guid zone)
    {
        var command = new NpgsqlCommand(text, line);
        command.Parameters.AddWithValue("cloud", cloud);
        command.Parameters.AddWithValue("zone", zone);
        return command;
    }
}
