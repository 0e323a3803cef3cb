using System.Text.Json;
using CloudNetPortal.Testing;

namespace CloudNetPortal.Push.Tests.ZoneFiles;

/// <summary>What became of a zone file: judged, pushed to a practice cloud of its own with its errors accepted by name, and compared with what is there.</summary>
/// <param name="Zones">Names of its zones.</param>
/// <param name="Errors">Rules with open errors, or with what the pack does not let pass unverified.</param>
/// <param name="Warnings">Open warnings.</param>
/// <param name="NotVerified">What rules could not judge, for want of an inventory.</param>
/// <param name="Validated">Exit status of <c>validate</c>.</param>
/// <param name="Pushed">Exit status of <c>push</c>; null when there was nothing to push.</param>
/// <param name="Verified">Exit status of <c>verify</c> after a whole push.</param>
/// <param name="Calls">Changes among the calls the cloud received.</param>
/// <param name="Text">What <c>cloudnet</c> said last.</param>
internal sealed record ZoneFilePush(
    IReadOnlyList<string> Zones, IReadOnlyList<string> Errors, int Warnings, int NotVerified, int Validated, int? Pushed, int? Verified, int Calls, string Text)
{
    public static async Task<ZoneFilePush> RunAsync(string file)
    {
        // What the cloud does by itself is done at once: nobody waits for it here.
        await using var cloud = await PracticeCloud.StartAsync("--pace", "0");
        var folder = Directory.CreateTempSubdirectory("cloudnet-zones-");
        try
        {
            var judged = await CloudnetProgram.RunAsync(cloud, ["validate", file, "--json"]);
            if (judged.Status is not (0 or 2)) return new([], [], 0, 0, judged.Status, null, null, 0, judged.Errors.Trim());
            using var judgement = JsonDocument.Parse(judged.Text);
            var zones = judgement.RootElement.GetProperty("zones").EnumerateArray().ToArray();
            var findings = zones.SelectMany(z => z.GetProperty("findings").EnumerateArray()).ToArray();
            var errors = findings.Where(f => Is(f, "severity", "error") && (Is(f, "status", "open") || Is(f, "status", "notVerified"))).Select(f => f.GetProperty("ruleId").GetString()!).Distinct().Order(StringComparer.Ordinal).ToArray();
            string[] accept = errors.Length == 0 ? [] : ["--accept", string.Join(',', errors)];

            var pushed = await CloudnetProgram.RunAsync(cloud, ["push", file, "--journal", Path.Combine(folder.FullName, "journal"), .. accept]);
            var verified = pushed.Status == 0 ? await CloudnetProgram.RunAsync(cloud, ["verify", file]) : null;
            var said = (pushed.Text + pushed.Errors).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return new(
                [.. zones.Select(z => z.GetProperty("name").GetString()!)], errors,
                findings.Count(f => Is(f, "severity", "warning") && Is(f, "status", "open")), findings.Count(f => Is(f, "status", "notVerified") && !Is(f, "severity", "error")),
                judged.Status, pushed.Status, verified?.Status, await ChangesAsync(cloud), said.LastOrDefault(l => !l.EndsWith(" differ.", StringComparison.Ordinal)) ?? "");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public string Result => (Pushed, Verified) switch
    {
        (null, _) => $"not pushed: {Text}",
        (0, 0) => "0 differences",
        (4, _) => $"refused by CloudStack: {Text}",
        (7, _) => $"blocked: {Text}",
        _ => $"push ended with {Pushed}, verify with {Verified}: {Text}",
    };

    private static bool Is(JsonElement finding, string name, string value) => finding.GetProperty(name).GetString() == value;

    private static async Task<int> ChangesAsync(PracticeCloud cloud)
    {
        using var http = new HttpClient();
        using var calls = JsonDocument.Parse(await http.GetStringAsync(new Uri(cloud.Endpoint, "/control/calls")));
        return calls.RootElement.EnumerateArray().Select(c => c.GetProperty("command").GetString()!).Count(c => !c.StartsWith("list", StringComparison.OrdinalIgnoreCase) && !c.StartsWith("query", StringComparison.OrdinalIgnoreCase));
    }
}
