using Npgsql;

namespace CloudNetPortal.Testing;

/// <summary>
/// The PostgreSQL server all tests of this process share: the one CLOUDNET_TEST_POSTGRES points at, else a private one
/// that the portal's own launcher starts and that vanishes with this process, even when it is killed.
/// </summary>
public static class PostgresCluster
{
    private static readonly Lazy<Task<string>> Server = new(FindOrStartAsync);

    /// <summary>Makes an empty database and returns its connection string.</summary>
    public static async Task<string> CreateDatabaseAsync()
    {
        var server = await Server.Value;
        var name = "test_" + Guid.NewGuid().ToString("N");
        await RunAsync(server, $"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    /// <summary>Drops a database that <see cref="CreateDatabaseAsync" /> made, whoever is still connected to it.</summary>
    public static async Task DropDatabaseAsync(string connectionString)
    {
        await using (var pooled = new NpgsqlConnection(connectionString)) NpgsqlConnection.ClearPool(pooled);
        var drop = $"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)";
        for (var tries = 1; ; tries++, await Task.Delay(500))
        {
            try
            {
                await RunAsync(await Server.Value, drop);
                return;
            }
            catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.InsufficientPrivilege && tries < 20)
            {
                // The server's own vacuum is at work in it, and nobody but the superuser may end that: it ends by itself.
            }
        }
    }

    private static async Task RunAsync(string server, string statement)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server) { Pooling = false });
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> FindOrStartAsync()
    {
        if (Environment.GetEnvironmentVariable("CLOUDNET_TEST_POSTGRES") is { Length: > 0 } given) return given;
        var start = await Script.RunAsync(
            "deploy/postgres.sh", "start", "--fast", "--port", "0", "--until-exit-of", $"{Environment.ProcessId}",
            "--data", Directory.CreateTempSubdirectory("cloudnet-postgres-").FullName);
        return start.Code == 0 ? start.Output : throw new InvalidOperationException("PostgreSQL for the tests did not start:\n" + start.Errors);
    }
}
