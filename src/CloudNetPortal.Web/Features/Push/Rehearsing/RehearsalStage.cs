using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Web.Features.Push.Rehearsing;

/// <summary>
/// The practice cloud of a rehearsal: a process of its own that ends with it, or the one that <c>Portal:Rehearsal</c> (Endpoint, Key, Secret) names, which must be there for
/// nothing else. It takes over a copy of the target's state under the same ids.
/// </summary>
internal sealed class RehearsalStage(IConfiguration configuration)
{
    private const string Program = "CloudNetPortal.CloudStackEmulator";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    /// <param name="copy">What it is to hold.</param>
    /// <param name="faults">What goes wrong on the way, in the words of its <c>--fault</c>.</param>
    public async Task<Play> Open(ZoneSnapshot copy, IReadOnlyList<string> faults, CancellationToken cancel)
    {
        var play = configuration.GetSection("Portal:Rehearsal") is { } given && given["Endpoint"] is { Length: > 0 } endpoint
            ? new Play(null, new CloudStackEndpoint(new Uri(endpoint), given["Key"] ?? "", given["Secret"] ?? "")) : await Start(cancel);
        try
        {
            using var http = new HttpClient();
            http.DefaultRequestHeaders.Add("X-Practice-Secret", play.Endpoint.SecretKey);
            // Lists with a blank in their name are ours, not CloudStack's.
            var lists = copy.Lists.Where(l => !l.Key.Contains(' ', StringComparison.Ordinal)).ToDictionary(l => l.Key, l => l.Value);
            await Tell(http, play, "/control/load", JsonContent.Create(new { lists }), cancel);
            foreach (var fault in faults)
                await Tell(http, play, "/control/faults", new StringContent(fault), cancel);
            return play;
        }
        catch
        {
            await play.DisposeAsync();
            throw;
        }
    }

    private static async Task Tell(HttpClient http, Play play, string path, HttpContent content, CancellationToken cancel)
    {
        using var answer = await http.PostAsync(new Uri(play.Endpoint.Address, path), content, cancel);
        if (!answer.IsSuccessStatusCode)
            throw new RehearsalFailedException($"The practice cloud refuses {path}: {await answer.Content.ReadAsStringAsync(cancel)}");
    }

    private async Task<Play> Start(CancellationToken cancel)
    {
        var (key, secret, port) = (Lot(), Lot(), FreePort());
        var start = new ProcessStartInfo("dotnet", [Find(), "--port", $"{port}", "--name", "rehearsal"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["PRACTICE_CLOUD_KEY"], start.Environment["PRACTICE_CLOUD_SECRET"]) = (key, secret);
        // It must not take its address from the portal's own.
        start.Environment.Remove("ASPNETCORE_URLS");
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var play = new Play(process, new CloudStackEndpoint(new Uri($"http://127.0.0.1:{port}/client/api"), key, secret));
        try
        {
            await UntilItAnswers(process, new Uri($"http://127.0.0.1:{port}/healthz"), cancel);
            return play;
        }
        catch
        {
            await play.DisposeAsync();
            throw;
        }
    }

    private static async Task UntilItAnswers(Process process, Uri health, CancellationToken cancel)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < StartLimit; await Task.Delay(100, cancel))
        {
            if (process.HasExited)
                throw new RehearsalFailedException($"The practice cloud of the rehearsal ended at once with code {process.ExitCode}.");
            try
            {
                using var answer = await http.GetAsync(health, cancel);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
            {
                // Not listening yet.
            }
        }

        throw new RehearsalFailedException("The practice cloud of the rehearsal does not answer.");
    }

    // Beside the portal: in the build output and after publishing both lie in folders of the same depth.
    private string Find()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var beside = Path.Combine(own.Parent!.Parent!.FullName, Program, own.Name, Program + ".dll");
        var program = configuration["Portal:PracticeCloudProgram"] is { Length: > 0 } given ? given : beside;
        return File.Exists(program) ? program : throw new RehearsalFailedException($"There is no practice cloud at {program}. Set Portal:PracticeCloudProgram, or Portal:Rehearsal to one that runs.");
    }

    private static string Lot() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A practice cloud that holds the copy.</summary>
    internal sealed class Play(Process? process, CloudStackEndpoint endpoint) : IAsyncDisposable
    {
        public CloudStackEndpoint Endpoint => endpoint;

        public async ValueTask DisposeAsync()
        {
            if (process is null)
                return;
            if (!process.HasExited)
                process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }
}
