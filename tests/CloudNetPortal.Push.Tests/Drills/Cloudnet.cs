using System.Diagnostics;
using CloudNetPortal.Testing;

namespace CloudNetPortal.Push.Tests.Drills;

/// <summary>Runs <c>cloudnet</c> as its users do: as a process, which a signal can end.</summary>
internal static class Cloudnet
{
    public static async Task<(int Status, string Text)> RunAsync(DrillCloud cloud, string[] arguments, string? killAt = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Prepend(RepositoryFiles.At("artifacts", "bin", "CloudNetPortal.Cli", RepositoryFiles.Configuration, "cloudnet.dll"))) start.ArgumentList.Add(argument);
        start.Environment["CLOUDSTACK_ENDPOINT"] = cloud.Cloud.Endpoint.ToString();
        start.Environment["CLOUDSTACK_KEY"] = cloud.Cloud.Key;
        start.Environment["CLOUDSTACK_SECRET"] = cloud.Cloud.Secret;
        start.Environment["CLOUDNET_SECRET_DRILL_HOST"] = "host-password";
        start.Environment["CLOUDNET_KILL_AT"] = killAt ?? "";
        using var process = Process.Start(start)!;
        var (text, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await text + await errors);
    }
}
