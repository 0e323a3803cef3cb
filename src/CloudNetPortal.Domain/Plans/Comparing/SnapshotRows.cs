using System.Text.Json;
using CloudNetPortal.Domain.Snapshots;

namespace CloudNetPortal.Domain.Plans.Comparing;

/// <summary>The rows of a snapshot, found as the push would find them by list calls: filters and matches of a look-up, evaluated here.</summary>
internal sealed class SnapshotRows(ZoneSnapshot snapshot)
{
    // Filters that every row of the snapshot passes, or that no row shows.
    private static readonly HashSet<string> AnyRow = new(["zoneid", "listall", "listsystemvms", "details"], StringComparer.Ordinal);

    private readonly Dictionary<string, Dictionary<string, JsonElement>> _byId = [];
    private readonly Dictionary<(string Command, string Field), ILookup<string, JsonElement>> _byField = [];

    public bool WasRead(string command) => snapshot.Lists.ContainsKey(command);

    public JsonElement? ById(string command, string id)
    {
        if (!_byId.TryGetValue(command, out var rows))
            _byId[command] = rows = snapshot.Rows(command).Where(r => IdOf(r) is not null).GroupBy(r => IdOf(r)!).ToDictionary(g => g.Key, g => g.First());
        return rows.TryGetValue(id, out var row) ? row : null;
    }

    /// <summary>Rows that the call would list and the match would pick; null when a value is not known yet, because what it belongs to is still to be made.</summary>
    public IReadOnlyList<JsonElement>? Find(string command, IEnumerable<PlanArgument> arguments, IEnumerable<PlanArgument> match, bool ignoreCase, Func<PlanArgument, string?> resolve)
    {
        List<(string Field, string Value, bool IsFilter)> wanted = [];
        foreach (var (argument, isFilter) in arguments.Where(a => !AnyRow.Contains(a.Name)).Select(a => (a, true)).Concat(match.Select(a => (a, false))))
        {
            if (resolve(argument) is not { } value)
                return null;
            wanted.Add((argument.Name, value, isFilter));
        }
        IEnumerable<JsonElement> rows = snapshot.Rows(command);
        // Thousands of hosts are looked up one by one: by an index of the first plain field.
        if (wanted.FirstOrDefault(w => !w.IsFilter && w.Value.Length > 0 && w.Field != "vlan") is { Field: { } first } key)
            rows = Index(command, first)[key.Value.ToUpperInvariant()];
        return [.. rows.Where(row => wanted.All(w => IsMatch(row, w.Field, w.Value, w.IsFilter, ignoreCase)))];
    }

    public static string? IdOf(JsonElement row) => FieldPath.Text(row, "id");

    private ILookup<string, JsonElement> Index(string command, string field)
    {
        if (!_byField.TryGetValue((command, field), out var index))
            _byField[(command, field)] = index = snapshot.Rows(command)
                .SelectMany(row => FieldPath.Values(row, field).Append(FieldPath.Text(row, field) ?? "").Distinct(StringComparer.OrdinalIgnoreCase).Select(value => (value, row)))
                .ToLookup(x => x.value.ToUpperInvariant(), x => x.row, StringComparer.Ordinal);
        return index;
    }

    private static bool IsMatch(JsonElement row, string field, string value, bool isFilter, bool ignoreCase)
    {
        var values = FieldPath.Values(row, field);
        // A filter that the rows do not show was obeyed by whoever listed them.
        if (isFilter && values.Count == 0)
            return true;
        if (field == "vlan")
            return ValueComparison.Same(value, values, Comparison.Vlan);
        if (value.Length == 0)
            return values.All(v => v.Length == 0);
        var how = ignoreCase || isFilter ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return values.Any(v => string.Equals(v, value, how)) || string.Equals(string.Join(',', values), value, how);
    }
}
