using System.Text.Json;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Rules.Waivers;

namespace CloudNetPortal.Cli.Files;

/// <summary>Waivers and acknowledgements of one zone, as the portal gives them away.</summary>
internal sealed record AnswersFile(string Zone, IReadOnlyList<StandingAnswer> Answers)
{
    public static async Task<AnswersFile?> ReadAsync(string? path, CancellationToken cancel)
    {
        if (path is null) return null;
        if (!File.Exists(path)) throw new InputException($"--answers {path}: there is no such file.");
        try
        {
            return JsonSerializer.Deserialize<AnswersFile>(await File.ReadAllTextAsync(path, cancel), JsonSerializerOptions.Web) is { Zone: not null, Answers: not null } read
                ? read : throw new InputException($"{path}: a file of answers holds “zone” and “answers”.");
        }
        catch (JsonException e)
        {
            throw new InputException($"{path}: {e.Message}");
        }
    }

    /// <summary>Findings with the answers that cover them.</summary>
    public RuleResults Apply(string zone, RuleResults results, DateTimeOffset now) => zone == Zone ? StandingAnswer.Apply(results, [.. Answers], now) : results;
}
