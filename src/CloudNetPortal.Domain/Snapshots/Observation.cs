using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Kinds;

namespace CloudNetPortal.Domain.Snapshots;

/// <summary>What the parts of a zone share while it is observed: the rows, the design that takes them, and what is learned on the way.</summary>
public sealed class Observation(ZoneSnapshot snapshot, ZoneDesign design, bool isImport, IReadOnlyDictionary<string, string> known)
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The rows.</summary>
    public ZoneSnapshot Snapshot => snapshot;

    /// <summary>The design that is being filled.</summary>
    public ZoneDesign Design => design;

    /// <summary>True when nothing was expected: every value comes from the cloud.</summary>
    public bool IsImport => isImport;

    /// <summary>The kind of the zone.</summary>
    public ZoneKind Kind => ZoneKind.Find(design.Kind) ?? ZoneKind.Find("Advanced")!;

    /// <summary>Ids on the cloud by step key.</summary>
    public IReadOnlyDictionary<string, string> Ids => _ids;

    /// <summary>What could not be known.</summary>
    public List<Unknown> Unknowns { get; } = [];

    /// <summary>States that no design describes.</summary>
    public List<ObservedState> States { get; } = [];

    /// <summary>True when the list was read; a part whose list is missing says nothing.</summary>
    public bool Has(string command) => snapshot.Lists.ContainsKey(command);

    /// <summary>The rows of a list.</summary>
    public IReadOnlyList<JsonElement> Rows(string command) => snapshot.Rows(command);

    /// <summary>Notes the id of the object that a step makes.</summary>
    public void Learn(string key, JsonElement row)
    {
        if (FieldPath.Text(row, "id") is not { Length: > 0 } id) return;
        _ids[key] = id;
        _taken.Add(id);
    }

    /// <summary>True when an object of the design already stands for this row.</summary>
    public bool IsTaken(JsonElement row) => FieldPath.Text(row, "id") is { } id && _taken.Contains(id);

    /// <summary>Says that something is not known; asked only when a zone is imported.</summary>
    public void NotKnown(string path, string title, UnknownKind kind, string text)
    {
        if (isImport) Unknowns.Add(new Unknown(path, title, kind, text));
    }

    /// <summary>Notes a state that differs from how a zone is handed over. Absent counts as unknown.</summary>
    public void Expect(string path, JsonElement row, string field, string expected)
    {
        var observed = FieldPath.Text(row, field);
        if (!string.IsNullOrEmpty(observed) && !string.Equals(observed, expected, StringComparison.OrdinalIgnoreCase))
            States.Add(new ObservedState(path, field, expected, observed, FieldPath.Text(row, "id")));
    }

    /// <summary>
    /// Pairs objects with rows: by recorded id first, then by each natural key in turn. Objects without a row are gone and leave the list; rows without an
    /// object become new ones.
    /// </summary>
    /// <param name="objects">Objects of the design; changed in place.</param>
    /// <param name="rows">Rows of the cloud.</param>
    /// <param name="keyOf">Step key of an object; null when it has no id on the cloud.</param>
    /// <param name="make">Makes an object for a row that has none; null leaves the row out.</param>
    /// <param name="natural">Natural keys, the surest first.</param>
    public IReadOnlyList<(T Object, JsonElement Row)> Pair<T>(
        List<T> objects, IEnumerable<JsonElement> rows, Func<T, string?> keyOf, Func<JsonElement, T?> make, params ReadOnlySpan<Func<T, JsonElement, bool>> natural) where T : DesignObject
    {
        List<JsonElement> left = [.. rows.Where(r => !IsTaken(r))];
        var found = new Dictionary<T, JsonElement>();
        foreach (var o in objects)
            if (keyOf(o) is { } key && known.TryGetValue(key, out var id) && left.FindIndex(r => FieldPath.Text(r, "id") == id) is >= 0 and var at)
                Take(o, at);
        foreach (var same in natural)
            foreach (var o in objects.Where(o => !found.ContainsKey(o)).ToArray())
                if (left.FindIndex(r => same(o, r)) is >= 0 and var at)
                    Take(o, at);

        objects.RemoveAll(o => !found.ContainsKey(o));
        foreach (var row in left)
            if (make(row) is { } added)
            {
                objects.Add(added);
                found[added] = row;
            }
        foreach (var (o, row) in found)
            if (keyOf(o) is { } key) Learn(key, row);
        return [.. objects.Select(o => (o, found[o]))];

        void Take(T o, int at)
        {
            found[o] = left[at];
            left.RemoveAt(at);
        }
    }

    /// <summary>The expected value when the cloud's means the same, else the cloud's; null for none.</summary>
    public static string? Take(string? expected, JsonElement row, string field, Comparison how = Comparison.Exact)
    {
        var values = FieldPath.Values(row, field);
        var text = values.Count == 0 ? null : string.Join(',', values);
        if (string.IsNullOrEmpty(expected) && how != Comparison.Vlan) return string.IsNullOrEmpty(text) ? expected : text;
        return ValueComparison.Same(expected ?? "", values, how) ? expected : how == Comparison.Vlan ? Untagged(text) : text;
    }

    /// <summary>Words of a list field: the expected ones when they are the same set.</summary>
    public static List<string> TakeWords(List<string> expected, string? listed)
    {
        var words = (listed ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return expected.ToHashSet(StringComparer.Ordinal).SetEquals(words) ? expected : [.. words];
    }

    /// <summary>An end of a range: none means that it ends where it starts.</summary>
    public static string? TakeEnd(string? expected, string start, JsonElement row, string field = "endip")
    {
        var end = FieldPath.Text(row, field);
        return string.Equals(string.IsNullOrEmpty(expected) ? start : expected, string.IsNullOrEmpty(end) ? FieldPath.Text(row, "startip") : end, StringComparison.Ordinal) ? expected : end;
    }

    /// <summary>A flag, also one written as 1 or 0.</summary>
    public static bool Flag(JsonElement row, string field) => FieldPath.Text(row, field) is "true" or "1";

    /// <summary>A design id that follows from the cloud's, so that the same object always gets the same.</summary>
    public static string IdFor(string cloudId) =>
        Guid.TryParse(cloudId, out var guid) ? guid.ToString("N")[..12] : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(cloudId)))[..12];

    /// <summary>As <see cref="IdFor(string)"/>, for a row.</summary>
    public static string IdFor(JsonElement row) => IdFor(FieldPath.Text(row, "id") ?? row.GetRawText());

    private static string? Untagged(string? vlan)
    {
        var bare = vlan?.StartsWith("vlan://", StringComparison.OrdinalIgnoreCase) == true ? vlan["vlan://".Length..] : vlan;
        return string.IsNullOrEmpty(bare) || bare.Equals("untagged", StringComparison.OrdinalIgnoreCase) ? null : bare;
    }
}
