using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CloudNetPortal.Testing;

namespace CloudNetPortal.Journeys;

/// <summary>deploy/run.sh, the first command of everybody who tries the portal: published programs, a private PostgreSQL, practice clouds.</summary>
public sealed class RunScriptTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("cloudnet-run-").FullName;

    [Fact]
    public async Task Sample_OnAnEmptyFolder_AnswersEverywhereAndStopsCleanly()
    {
        int port = FreePort.Next(), clouds = FreePort.Next();
        using var run = Process.Start(new ProcessStartInfo(
            RepositoryFiles.At("deploy", "run.sh"), ["--sample", "--data", _data, "--port", $"{port}", "--cloud-port", $"{clouds}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = run.StandardError.ReadToEndAsync();
        var said = new List<string>();
        while (await run.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (line.Contains("Ctrl-C stops everything", StringComparison.Ordinal)) break;
        }

        Assert.False(run.HasExited, run.HasExited ? await errors : "");
        Assert.Contains(said, line => line.Contains($"http://127.0.0.1:{port}", StringComparison.Ordinal));
        using var client = new HttpClient();
        foreach (var address in (string[])[$"http://127.0.0.1:{port}/healthz", $"http://127.0.0.1:{port}/_framework/blazor.web.js", $"http://127.0.0.1:{clouds}/healthz", $"http://127.0.0.1:{clouds + 1}/healthz"])
        {
            using var answer = await client.GetAsync(new Uri(address));
            Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
        }

        // SIGTERM, as Ctrl-C does it: a process started by a test does not get the terminal's signal.
        using (var signal = Process.Start("kill", ["-TERM", $"{run.Id}"])) await signal.WaitForExitAsync();
        await run.WaitForExitAsync();
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Stopped.", await errors, StringComparison.Ordinal);
        foreach (var closed in (int[])[port, clouds, clouds + 1])
        {
            using var socket = new TcpClient();
            await Assert.ThrowsAsync<SocketException>(() => socket.ConnectAsync(IPAddress.Loopback, closed));
        }

        var stopped = await Script.RunAsync("deploy/postgres.sh", "status", "--data", _data);
        Assert.Equal((3, "not running"), (stopped.Code, stopped.Output));
    }

    [Fact]
    public async Task Start_OnATakenPort_RefusesBeforeAnythingStarts()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var run = await Script.RunAsync("deploy/run.sh", "--data", _data, "--port", $"{port}");

        Assert.Equal((1, $"error: port {port} is taken by another program; choose another one for the portal with --port"), (run.Code, run.Errors));
        Assert.False(Directory.Exists(Path.Combine(_data, "postgresql")));
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);
}
