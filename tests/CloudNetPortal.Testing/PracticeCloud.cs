namespace CloudNetPortal.Testing;

/// <summary>A practice cloud in a process of its own, spoken to over HTTP like a real one.</summary>
public sealed class PracticeCloud : IAsyncDisposable
{
    private readonly string _stateFolder = Directory.CreateTempSubdirectory("cloudnet-cloud-").FullName;
    private readonly string[] _options;
    private readonly int _port = FreePort.Next();
    private BackgroundProgram? _program;

    private PracticeCloud(string[] options) => _options = options;

    /// <summary>The address of its API.</summary>
    public Uri Endpoint => new($"http://127.0.0.1:{_port}/client/api");

    /// <summary>The administrator's API key.</summary>
    public string Key { get; } = "test-key-" + Guid.NewGuid().ToString("N");

    /// <summary>The secret that goes with <see cref="Key" />.</summary>
    public string Secret { get; } = "test-secret-" + Guid.NewGuid().ToString("N");

    /// <summary>What it wrote.</summary>
    public string Output => _program?.Output ?? "";

    /// <summary>Starts an empty cloud; options go to the program as they are.</summary>
    public static async Task<PracticeCloud> StartAsync(params string[] options)
    {
        var cloud = new PracticeCloud(options);
        await cloud.RestartAsync();
        return cloud;
    }

    /// <summary>kill −9.</summary>
    public Task KillAsync() => _program?.KillAsync() ?? Task.CompletedTask;

    /// <summary>Starts it again on the same port and the same state.</summary>
    public async Task RestartAsync()
    {
        if (_program is not null) await _program.DisposeAsync();
        _program = await BackgroundProgram.StartAsync(
            RepositoryFiles.Program("CloudNetPortal.CloudStackEmulator"),
            ["--port", $"{_port}", "--state", Path.Combine(_stateFolder, "state.json"), .. _options],
            [new("PRACTICE_CLOUD_KEY", Key), new("PRACTICE_CLOUD_SECRET", Secret)],
            new Uri($"http://127.0.0.1:{_port}/healthz"));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_program is not null) await _program.DisposeAsync();
        Directory.Delete(_stateFolder, recursive: true);
    }
}
