using System.Text.Json;
using CloudNetPortal.Domain.Plans;

namespace CloudNetPortal.Cli.Files;

/// <summary>The texts of secrets that a plan refers to: met in the imported file, in a secrets file, or in the environment.</summary>
internal sealed class SecretTexts(IReadOnlyDictionary<string, string> met, IReadOnlyDictionary<string, string> given)
{
    public static async Task<SecretTexts> ReadAsync(IReadOnlyDictionary<string, string> met, string? file, CancellationToken cancel)
    {
        if (file is null) return new SecretTexts(met, new Dictionary<string, string>());
        try
        {
            await using var stream = File.OpenRead(file);
            return new SecretTexts(met, await JsonSerializer.DeserializeAsync<Dictionary<string, string>>(stream, cancellationToken: cancel) ?? []);
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            throw new InputException($"{file}: not a secrets file ({e.Message}). It is a JSON object of reference and text.");
        }
    }

    /// <summary>All texts that are known by reference; those in the environment are found one by one only.</summary>
    public IReadOnlyDictionary<string, string> Known => met.Concat(given).GroupBy(s => s.Key).ToDictionary(g => g.Key, g => g.Last().Value);

    public static string VariableOf(string reference) => "CLOUDNET_SECRET_" + string.Concat(reference.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_'));

    public Task<string> OpenAsync(string reference, CancellationToken cancel) =>
        Task.FromResult(Find(reference) ?? throw new InputException($"The secret {reference} is not known."));

    /// <summary>All at once, before anything is sent.</summary>
    public void CheckAll(Plan plan)
    {
        var missing = plan.Steps.SelectMany(s => s.Arguments).Select(a => a.Secret).OfType<string>().Distinct().Where(r => Find(r) is null).ToArray();
        if (missing.Length > 0)
            throw new InputException(string.Join(Environment.NewLine, missing.Select(m => $"The secret {m} is missing: set {VariableOf(m)}, or name it in a file for --secrets.")));
    }

    private string? Find(string reference) =>
        given.GetValueOrDefault(reference) ?? Environment.GetEnvironmentVariable(VariableOf(reference)) ?? met.GetValueOrDefault(reference);
}
