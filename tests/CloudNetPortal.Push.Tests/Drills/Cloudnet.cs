using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Testing;

namespace CloudNetPortal.Push.Tests.Drills;

/// <summary>Runs <c>cloudnet</c> with what drills need.</summary>
internal static class Cloudnet
{
    public static async Task<(int Status, string Text)> RunAsync(
        DrillCloud cloud, string[] arguments, string? killAt = null, Dictionary<string, string>? environment = null, Func<Task<bool>>? interruptWhen = null)
    {
        var all = new Dictionary<string, string>(environment ?? []) { ["CLOUDNET_KILL_AT"] = killAt ?? "" };
        all.TryAdd("CLOUDNET_SECRET_DRILL_HOST", "host-password");
        var result = await CloudnetProgram.RunAsync(cloud.Cloud, arguments, all, interruptWhen);
        return (result.Status, result.Text + result.Errors);
    }

    /// <summary>The option that accepts whatever rules have against a design, since drills are about pushing.</summary>
    public static string[] Accept(ZoneDesign design)
    {
        var results = RuleBook.Judge(new RuleInput(design, CatalogueSnapshot.Empty, PolicyPack.Production, TimeProvider.System.GetUtcNow()));
        var ids = results.Errors.Select(e => e.RuleId).Distinct().ToArray();
        return ids.Length == 0 ? [] : ["--accept", string.Join(',', ids)];
    }
}
