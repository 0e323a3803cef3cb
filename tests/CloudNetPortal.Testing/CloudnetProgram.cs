using System.Diagnostics;

namespace CloudNetPortal.Testing;

/// <summary>Runs <c>cloudnet</c> as its users do: as a process, which a signal can end.</summary>
public static class CloudnetProgram
{
    /// <summary>Runs it against a practice cloud to its end.</summary>
    /// <param name="cloud">Its address and keys go into the environment.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="environment">More environment, which wins.</param>
    /// <param name="interruptWhen">When given, Ctrl-C is pressed as soon as it says so.</param>
    public static async Task<CloudnetResult> RunAsync(
        PracticeCloud cloud, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>>? environment = null, Func<Task<bool>>? interruptWhen = null)
    {
        var program = RepositoryFiles.At("artifacts", "bin", "CloudNetPortal.Cli", RepositoryFiles.Configuration, "cloudnet.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CLOUDSTACK_ENDPOINT"] = cloud.Endpoint.ToString();
        start.Environment["CLOUDSTACK_KEY"] = cloud.Key;
        start.Environment["CLOUDSTACK_SECRET"] = cloud.Secret;
        foreach (var (name, value) in environment ?? []) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (text, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (interruptWhen is not null)
        {
            while (!process.HasExited && !await interruptWhen()) await Task.Delay(30);
            using var signal = Process.Start("kill", ["-INT", $"{process.Id}"]);
            await signal.WaitForExitAsync();
        }
        await process.WaitForExitAsync();
        return new CloudnetResult(process.ExitCode, await text, await errors);
    }
}

/// <summary>How a run of <c>cloudnet</c> ended.</summary>
/// <param name="Status">Its exit status.</param>
/// <param name="Text">What it printed.</param>
/// <param name="Errors">What it wrote to the error output.</param>
public sealed record CloudnetResult(int Status, string Text, string Errors);
