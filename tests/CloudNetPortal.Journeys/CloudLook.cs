using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CloudNetPortal.Testing;

namespace CloudNetPortal.Journeys;

/// <summary>What a cloud itself says, past the portal: signed reads, the calls it received, and faults put in its way.</summary>
internal sealed class CloudLook(PracticeCloud cloud) : IDisposable
{
    private readonly HttpClient _client = new();

    /// <summary>The objects that a list command answers.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string command, params IEnumerable<(string Name, string Value)> arguments)
    {
        var parameters = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["apikey"] = cloud.Key, ["command"] = command, ["response"] = "json", ["listall"] = "true" };
        foreach (var (name, value) in arguments) parameters[name] = value;
        var query = string.Join('&', parameters.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"));
        // CA5350: SHA-1 is what CloudStack signs with.
#pragma warning disable CA5350 // CloudStack signs with SHA-1 and knows nothing else.
        var signature = Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(cloud.Secret), Encoding.UTF8.GetBytes(query.ToLowerInvariant())));
#pragma warning restore CA5350
        using var answer = await _client.GetAsync(new Uri($"{cloud.Endpoint}?{query}&signature={Uri.EscapeDataString(signature)}"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var body = (await answer.Content.ReadFromJsonAsync<JsonElement>()).EnumerateObject().Single().Value;
        return [.. body.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Array).SelectMany(p => p.Value.EnumerateArray())];
    }

    /// <summary>Names of the objects that a list command answers, in order.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(string command, params IEnumerable<(string Name, string Value)> arguments) =>
        [.. (await ListAsync(command, arguments)).Select(o => o.GetProperty("name").GetString()!).Order(StringComparer.Ordinal)];

    /// <summary>How often each command that changes something was answered with success.</summary>
    public async Task<IReadOnlyDictionary<string, int>> ChangesAsync() =>
        (await _client.GetFromJsonAsync<JsonElement>(new Uri(cloud.Endpoint, "/control/calls"))).EnumerateArray()
            .Where(call => call.GetProperty("status").GetInt32() == 200)
            .CountBy(call => call.GetProperty("command").GetString()!)
            .Where(c => !c.Key.StartsWith("list", StringComparison.OrdinalIgnoreCase) && !c.Key.StartsWith("query", StringComparison.OrdinalIgnoreCase))
            .ToDictionary();

    /// <summary>Forgets the calls received so far.</summary>
    public async Task ForgetCallsAsync() => (await _client.DeleteAsync(new Uri(cloud.Endpoint, "/control/calls"))).EnsureSuccessStatusCode();

    /// <summary>Sets a fault, written as the practice cloud's <c>--fault</c> takes it.</summary>
    public async Task SetFaultAsync(string fault)
    {
        using var text = new StringContent(fault);
        (await _client.PostAsync(new Uri(cloud.Endpoint, "/control/faults"), text)).EnsureSuccessStatusCode();
    }

    /// <summary>Takes all faults away.</summary>
    public async Task ClearFaultsAsync() => (await _client.DeleteAsync(new Uri(cloud.Endpoint, "/control/faults"))).EnsureSuccessStatusCode();

    public void Dispose() => _client.Dispose();
}
