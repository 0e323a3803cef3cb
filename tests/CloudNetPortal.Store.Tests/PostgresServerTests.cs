using CloudNetPortal.Testing;
using Npgsql;

namespace CloudNetPortal.Store.Tests;

/// <summary>What the store asks of the server it is given, whoever started it.</summary>
public sealed class PostgresServerTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Server_OfTheTests_IsVersion15OrLater()
    {
        await using var connection = new NpgsqlConnection(postgres.ConnectionString);
        await connection.OpenAsync();
        Assert.True(connection.PostgreSqlVersion.Major >= 15, $"PostgreSQL {connection.PostgreSqlVersion}");
    }

    [Fact]
    public async Task Role_WithoutSuperuser_MakesExclusionConstraintsOverRanges()
    {
        await using var source = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using (var make = source.CreateCommand(
            "CREATE EXTENSION btree_gist; CREATE TABLE held (zone int, vlans int4range, EXCLUDE USING gist (zone WITH =, vlans WITH &&)); INSERT INTO held VALUES (1, '[100,200)')"))
        {
            await make.ExecuteNonQueryAsync();
        }

        await using var overlap = source.CreateCommand("INSERT INTO held VALUES (1, '[150,151)')");
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => overlap.ExecuteNonQueryAsync());
        Assert.Equal(PostgresErrorCodes.ExclusionViolation, refusal.SqlState);
    }
}
