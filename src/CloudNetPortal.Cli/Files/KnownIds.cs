using System.Text.Json;
using CloudNetPortal.Push.Journals;

namespace CloudNetPortal.Cli.Files;

/// <summary>Ids on the cloud by step key: written by import-zone beside the design, or learned by a push in its journal. They tell objects of one name apart.</summary>
internal static class KnownIds
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    public static string PathFor(string design) => design + ".ids.json";

    public static Task WriteAsync(string design, IReadOnlyDictionary<string, string> ids, CancellationToken cancel) =>
        File.WriteAllTextAsync(PathFor(design), JsonSerializer.Serialize(ids.OrderBy(i => i.Key, StringComparer.Ordinal).ToDictionary(), Json) + "\n", cancel);

    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(string design, string? journal, CancellationToken cancel)
    {
        Dictionary<string, string> known = [];
        if (File.Exists(PathFor(design)))
            try
            {
                known = JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(PathFor(design), cancel)) ?? [];
            }
            catch (JsonException e)
            {
                throw new InputException($"{PathFor(design)}: not a list of ids ({e.Message}). Write it again with import-zone, or remove it.");
            }
        if (journal is null) return known;
        if (!File.Exists(journal)) throw new InputException($"--journal {journal}: there is no such file.");
        await using var file = await FileJournal.OpenAsync(journal, cancel);
        foreach (var result in (await file.ReadAsync(cancel)).OfType<StepResult>())
            if (result.Learned.TryGetValue("id", out var id)) known[result.Step] = id;
        return known;
    }
}
