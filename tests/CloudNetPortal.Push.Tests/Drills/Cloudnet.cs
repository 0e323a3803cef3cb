using System.Diagnostics;

namespace CloudNetPortal.Push.Tests.Drills;

/// <summary>Runs <c>cloudnet</c> as its users do: as a process, which a signal can end.</summary>
internal static class Cloudnet
{
    public static async Task<(int Status, string Text)> RunAsync(DrillCloud cloud, string[] arguments, string? killAt = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Prepend(Programs.Cloudnet)) start.ArgumentList.Add(argument);
        start.Environment["CLOUDSTACK_ENDPOINT"] = cloud.Api.ToString();
        start.Environment["CLOUDSTACK_KEY"] = "drill-key";
        start.Environment["CLOUDSTACK_SECRET"] = "drill-secret";
        start.Environment["CLOUDNET_SECRET_DRILL_HOST"] = "host-password";
        start.Environment["CLOUDNET_KILL_AT"] = killAt ?? "";
        using var process = Process.Start(start)!;
        var (text, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await text + await errors);
    }
}
