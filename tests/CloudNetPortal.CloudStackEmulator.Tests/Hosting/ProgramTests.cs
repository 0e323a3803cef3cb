using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Wire;
using CloudNetPortal.Testing;

namespace CloudNetPortal.CloudStackEmulator.Tests.Hosting;

/// <summary>The program itself, in a process of its own.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task Program_KilledAndStartedAgain_StillHasItsZones()
    {
        await using var program = await PracticeCloud.StartAsync("--name", "killed");
        Assert.Equal("kept", await CallAsync(program, "createZone", "name=kept", "networktype=Basic", "dns1=8.8.8.8", "internaldns1=8.8.8.8"));
        await program.KillAsync();
        await program.RestartAsync();
        Assert.Equal("kept", await CallAsync(program, "listZones"));
        Assert.Contains($"practice cloud listening on {program.Endpoint}", program.Output, StringComparison.Ordinal);
    }

    /// <summary>Signs, calls, and gives the name of the zone in the answer.</summary>
    private static async Task<string?> CallAsync(PracticeCloud program, string command, params string[] parameters)
    {
        var all = parameters.Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1]);
        (all["command"], all["response"], all["apikey"]) = (command, "json", program.Key);
        all["signature"] = Signature.Of(all, program.Secret);
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(all);
        using var response = await http.PostAsync(program.Endpoint, form);
        var zone = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject().First().Value!["zone"];
        return (zone is JsonArray list ? list[0] : zone)?["name"]?.ToString();
    }
}
