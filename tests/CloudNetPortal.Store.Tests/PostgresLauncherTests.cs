using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using CloudNetPortal.Testing;
using Npgsql;

namespace CloudNetPortal.Store.Tests;

/// <summary>deploy/postgres.sh, with the durable settings the portal gets.</summary>
[SupportedOSPlatform("linux")]
public sealed class PostgresLauncherTests : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("cloudnet-launcher-").FullName;
    private readonly string _port = $"{FreePort.Next()}";

    [Fact]
    public async Task Start_AfterKillNineOfTheServer_KeepsWhatWasCommitted()
    {
        var first = await StartAsync();
        await RunAsync(first, "CREATE TABLE racks (name text); INSERT INTO racks VALUES ('A1')");
        using (var postmaster = Process.GetProcessById(int.Parse((await File.ReadAllLinesAsync(Path.Combine(_data, "postgresql", "postmaster.pid")))[0], null)))
        {
            postmaster.Kill();
        }

        NpgsqlConnection.ClearAllPools();
        var second = await StartAsync();

        Assert.Equal(first, second);
        Assert.Equal("A1", await RunAsync(second, "SELECT name FROM racks"));
    }

    [Fact]
    public async Task Start_WhileItRuns_GivesTheSameConnectionAndDurableSettings()
    {
        var first = await StartAsync();
        Assert.Equal(first, await StartAsync());
        Assert.Equal("on", await RunAsync(first, "SHOW fsync"));
        Assert.Equal("false", await RunAsync(first, "SELECT rolsuper::text FROM pg_roles WHERE rolname = current_user"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_data, "postgresql.password")));
    }

    [Fact]
    public async Task Start_OnAFolderOfAnotherVersion_RefusesAndSaysWhatToDo()
    {
        Directory.CreateDirectory(Path.Combine(_data, "postgresql"));
        await File.WriteAllTextAsync(Path.Combine(_data, "postgresql", "PG_VERSION"), "9\n");

        var start = await Script.RunAsync("deploy/postgres.sh", "start", "--data", _data, "--port", _port);

        Assert.Equal(1, start.Code);
        Assert.Contains("was made by PostgreSQL 9", start.Errors, StringComparison.Ordinal);
        Assert.Contains("choose another --data", start.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OnATakenPort_NamesThePortAndTheOption()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var start = await Script.RunAsync("deploy/postgres.sh", "start", "--data", _data, "--port", $"{port}");

        Assert.Equal((1, $"error: port {port} is taken by another program; choose another one for PostgreSQL with --port"), (start.Code, start.Errors));
        Assert.False(Directory.Exists(Path.Combine(_data, "postgresql")));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Script.RunAsync("deploy/postgres.sh", "stop", "--data", _data);
        Directory.Delete(_data, recursive: true);
    }

    private static async Task<string?> RunAsync(string connectionString, string statement)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(statement);
        return (string?)await command.ExecuteScalarAsync();
    }

    private async Task<string> StartAsync()
    {
        var start = await Script.RunAsync("deploy/postgres.sh", "start", "--data", _data, "--port", _port);
        Assert.True(start.Code == 0, start.Errors);
        return start.Output;
    }
}
