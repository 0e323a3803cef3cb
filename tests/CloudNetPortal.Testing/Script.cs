using System.Diagnostics;

namespace CloudNetPortal.Testing;

/// <summary>A script of this repository, run to its end.</summary>
public sealed record Script(int Code, string Output, string Errors)
{
    /// <summary>Runs <c>deploy/…</c> or another script by its path in the repository.</summary>
    public static async Task<Script> RunAsync(string path, params string[] arguments)
    {
        var start = new ProcessStartInfo(RepositoryFiles.At(path), arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, output.Trim(), (await errors).Trim());
    }
}
