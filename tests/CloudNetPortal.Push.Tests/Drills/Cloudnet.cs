using System.Diagnostics;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Testing;

namespace CloudNetPortal.Push.Tests.Drills;

/// <summary>Runs <c>cloudnet</c> as its users do: as a process, which a signal can end.</summary>
internal static class Cloudnet
{
    public static async Task<(int Status, string Text)> RunAsync(
        DrillCloud cloud, string[] arguments, string? killAt = null, Dictionary<string, string>? environment = null, Func<Task<bool>>? interruptWhen = null)
    {
        var program = RepositoryFiles.At("artifacts", "bin", "CloudNetPortal.Cli", RepositoryFiles.Configuration, "cloudnet.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CLOUDSTACK_ENDPOINT"] = cloud.Cloud.Endpoint.ToString();
        start.Environment["CLOUDSTACK_KEY"] = cloud.Cloud.Key;
        start.Environment["CLOUDSTACK_SECRET"] = cloud.Cloud.Secret;
        start.Environment["CLOUDNET_SECRET_DRILL_HOST"] = "host-password";
        start.Environment["CLOUDNET_KILL_AT"] = killAt ?? "";
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
        return (process.ExitCode, await text + await errors);
    }

    /// <summary>The option that accepts whatever rules have against a design, since drills are about pushing.</summary>
    public static string[] Accept(ZoneDesign design)
    {
        var results = RuleBook.Judge(new RuleInput(design, CatalogueSnapshot.Empty, PolicyPack.Production, TimeProvider.System.GetUtcNow()));
        var ids = results.Errors.Select(e => e.RuleId).Distinct().ToArray();
        return ids.Length == 0 ? [] : ["--accept", string.Join(',', ids)];
    }
}
