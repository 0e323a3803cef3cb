using System.Text.Json;
using CloudNetPortal.Import.Inventory;

namespace CloudNetPortal.Web.Features.Import;

/// <summary>What a person decided about an import, and what came of it; kept with the import, so a reload loses nothing.</summary>
internal sealed class ImportChoices
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Role here by the files' word.</summary>
    public SortedDictionary<string, string> Roles { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Device by file.</summary>
    public SortedDictionary<string, string> Devices { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Kind of file by file; “none” leaves it out.</summary>
    public SortedDictionary<string, string> Kinds { get; init; } = new(StringComparer.Ordinal);

    /// <summary>When the inventory was taken over.</summary>
    public DateTimeOffset? InventoryAcceptedAt { get; set; }

    /// <summary>What that did: “31 added, 2 changed”.</summary>
    public string? InventoryResult { get; set; }

    /// <summary>Zones made, by file and number of the zone in it.</summary>
    public SortedDictionary<string, Guid> Zones { get; init; } = new(StringComparer.Ordinal);

    public static ImportChoices Read(string json) => JsonSerializer.Deserialize<ImportChoices>(json, Json) ?? new();

    public string Write() => JsonSerializer.Serialize(this, Json);

    public InventoryMapping ToMapping()
    {
        var mapping = new InventoryMapping();
        foreach (var (word, role) in Roles)
            mapping.Roles[word] = role;
        foreach (var (file, device) in Devices)
            mapping.Devices[file] = device;
        foreach (var (file, kind) in Kinds)
            mapping.Kinds[file] = kind;
        return mapping;
    }

    /// <summary>Name of a zone of a file among <see cref="Zones"/>.</summary>
    public static string ZoneKey(string file, int number) => $"{file}#{number + 1}";
}
