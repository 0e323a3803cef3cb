namespace CloudNetPortal.Testing;

/// <summary>A fresh, empty database for one test class: <c>IClassFixture&lt;PostgresFixture&gt;</c>.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    /// <summary>Connection string of the database; its role owns it.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => ConnectionString = await PostgresCluster.CreateDatabaseAsync();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (ConnectionString.Length > 0) await PostgresCluster.DropDatabaseAsync(ConnectionString);
    }
}
