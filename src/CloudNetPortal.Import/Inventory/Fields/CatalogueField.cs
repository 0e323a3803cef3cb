namespace CloudNetPortal.Import.Inventory.Fields;

/// <summary>
/// One field of a kind of record, as text: how a source's text becomes canonical, how the catalogue's value reads in the same words, how it is set.
/// Comparing texts keeps importing again without differences.
/// </summary>
/// <param name="Name">Name in drafts.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Normalize">Canonical text, or the sentence that says what is wrong.</param>
/// <param name="Get">The catalogue's value in canonical text; null for nothing.</param>
/// <param name="Set">Sets the catalogue's value from canonical text.</param>
public sealed record CatalogueField(string Name, string Title, Func<string, (string? Text, string? Problem)> Normalize, Func<object, CatalogueIndex, string?> Get, Action<object, string?, CatalogueIndex> Set)
{
    /// <summary>False for texts that sources phrase each in their own way.</summary>
    public bool SourcesShouldAgree { get; init; } = true;

    /// <summary>True for names of other records, which are compared without regard to case as the records are.</summary>
    public bool IsName { get; init; }

    /// <summary>Whether two canonical texts are the same value.</summary>
    public bool AreSame(string? a, string? b) => string.Equals(a, b, IsName ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>False for fields that are stored but never a difference, such as where an observation came from.</summary>
    public bool IsCompared { get; init; } = true;

    private static readonly Dictionary<RecordKind, IReadOnlyDictionary<string, CatalogueField>> Tables = new()
    {
        [RecordKind.Datacenter] = PlaceFields.Datacenter.ToDictionary(f => f.Name),
        [RecordKind.Room] = new Dictionary<string, CatalogueField>(),
        [RecordKind.Rack] = PlaceFields.Rack.ToDictionary(f => f.Name),
        [RecordKind.Prefix] = PlaceFields.Prefix.ToDictionary(f => f.Name),
        [RecordKind.DeviceType] = DeviceFields.Type.ToDictionary(f => f.Name),
        [RecordKind.Device] = DeviceFields.Device.ToDictionary(f => f.Name),
        [RecordKind.Interface] = InterfaceFields.All.ToDictionary(f => f.Name),
        [RecordKind.Cable] = CableFields.Cable.ToDictionary(f => f.Name),
        [RecordKind.Neighbour] = CableFields.Neighbour.ToDictionary(f => f.Name),
    };

    /// <summary>The field of that name; an unknown name is a mistake of an importer.</summary>
    public static CatalogueField Of(RecordKind kind, string name) => Tables[kind][name];

    /// <summary>All fields of a kind.</summary>
    public static IEnumerable<CatalogueField> For(RecordKind kind) => Tables[kind].Values;
}
