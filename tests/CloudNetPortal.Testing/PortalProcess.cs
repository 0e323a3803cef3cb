namespace CloudNetPortal.Testing;

/// <summary>The portal in a process of its own, on a fresh database and data folder; it can be killed and started again on both.</summary>
public sealed class PortalProcess : IAsyncDisposable
{
    private readonly int _port = FreePort.Next();
    private readonly Dictionary<string, string> _environment;
    private BackgroundProgram? _program;
    private bool _isBeside;

    private PortalProcess(string connectionString, IReadOnlyDictionary<string, string> settings)
    {
        ConnectionString = connectionString;
        _environment = new(settings)
        {
            ["ConnectionStrings__Portal"] = connectionString,
            ["Portal__DataFolder"] = DataFolder,
            ["DOTNET_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
        };
    }

    /// <summary>Where it answers.</summary>
    public Uri Address => new($"http://127.0.0.1:{_port}/");

    /// <summary>Connection string of its database.</summary>
    public string ConnectionString { get; }

    /// <summary>Where it keeps its files.</summary>
    public string DataFolder { get; } = Directory.CreateTempSubdirectory("cloudnet-portal-").FullName;

    /// <summary>What this run of it wrote to its log.</summary>
    public string Output => _program?.Output ?? "";

    /// <summary>Starts a portal without sample data.</summary>
    public static Task<PortalProcess> StartAsync(params PracticeCloud[] clouds) => StartAsync(sample: false, new Dictionary<string, string>(), clouds);

    /// <summary>Starts a portal with sample data; the second cloud, when given, is marked production.</summary>
    public static Task<PortalProcess> StartWithSampleAsync(params PracticeCloud[] clouds) => StartAsync(sample: true, new Dictionary<string, string>(), clouds);

    /// <summary>Starts a portal with further settings, as environment variables.</summary>
    public static async Task<PortalProcess> StartAsync(bool sample, IReadOnlyDictionary<string, string> settings, params PracticeCloud[] clouds)
    {
        var all = new Dictionary<string, string>(settings) { ["Portal__Sample"] = sample ? "true" : "false" };
        foreach (var (number, cloud) in clouds.Index())
        {
            all[$"Portal__PracticeClouds__{number}__Name"] = number == 0 ? "Practice cloud" : "Sample production cloud";
            all[$"Portal__PracticeClouds__{number}__Kind"] = number == 0 ? "practice" : "production";
            all[$"Portal__PracticeClouds__{number}__Endpoint"] = cloud.Endpoint.ToString();
            all[$"Portal__PracticeClouds__{number}__Key"] = cloud.Key;
            all[$"Portal__PracticeClouds__{number}__Secret"] = cloud.Secret;
        }

        var portal = new PortalProcess(await PostgresCluster.CreateDatabaseAsync(), all);
        await portal.RestartAsync();
        return portal;
    }

    /// <summary>Starts another portal on the database of this one.</summary>
    public async Task<PortalProcess> BesideAsync()
    {
        var other = new PortalProcess(ConnectionString, _environment) { _isBeside = true };
        await other.RestartAsync();
        return other;
    }

    /// <summary>Its process id, 0 before the first start.</summary>
    public int ProcessId => _program?.ProcessId ?? 0;

    /// <summary>Sends it a signal: STOP lets it stand still, CONT go on.</summary>
    public Task SignalAsync(string signal) => _program?.SignalAsync(signal) ?? Task.CompletedTask;

    /// <summary>kill −9.</summary>
    public Task KillAsync() => _program?.KillAsync() ?? Task.CompletedTask;

    /// <summary>Stops it as a service manager does.</summary>
    public Task StopAsync() => _program?.StopAsync() ?? Task.CompletedTask;

    /// <summary>Starts it again at the same address, on the same database and folder.</summary>
    public async Task RestartAsync()
    {
        if (_program is not null) await _program.DisposeAsync();
        _program = await BackgroundProgram.StartAsync(
            RepositoryFiles.Program("CloudNetPortal.Web"), ["--urls", Address.ToString()], _environment, new Uri(Address, "healthz"));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_program is not null) await _program.DisposeAsync();
        if (!_isBeside) await PostgresCluster.DropDatabaseAsync(ConnectionString);
        Directory.Delete(DataFolder, recursive: true);
    }
}
