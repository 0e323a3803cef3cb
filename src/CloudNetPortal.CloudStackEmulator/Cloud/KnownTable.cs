using System.Text.Json.Nodes;

namespace CloudNetPortal.CloudStackEmulator.Cloud;

/// <summary>Offerings, domains or accounts: those of a fresh installation, and over them what calls made or changed, or what a copy brought instead.</summary>
internal sealed class KnownTable
{
    private List<KnownObject>? all;

    /// <summary>True when a copy brought its own rows: those of a fresh installation are gone.</summary>
    public bool Replaced { get; set; }

    /// <summary>Own rows; one with the id of a fresh row takes its place.</summary>
    public List<JsonObject> Own { get; set; } = [];

    /// <summary>Forgets what was there and holds these.</summary>
    public void Replace(IEnumerable<JsonObject> rows)
    {
        (Replaced, Own, all) = (true, [.. rows], null);
    }

    /// <summary>Adds a row, or takes the place of the row with its id.</summary>
    public void Put(JsonObject row)
    {
        Own.RemoveAll(o => o["id"]?.ToString() == row["id"]?.ToString());
        Own.Add(row);
        all = null;
    }

    public IReadOnlyList<KnownObject> Over(IReadOnlyList<KnownObject> fresh) => all ??= Merge(fresh);

    private List<KnownObject> Merge(IReadOnlyList<KnownObject> fresh)
    {
        if (!Replaced && Own.Count == 0)
            return [.. fresh];
        var own = Own.ToDictionary(o => o["id"]!.ToString(), StringComparer.OrdinalIgnoreCase);
        var rows = new List<KnownObject>();
        foreach (var row in Replaced ? [] : fresh)
            rows.Add(own.Remove(row.Id, out var changed) ? new KnownObject(changed) { Id = row.Id, Number = row.Number } : row);
        var number = rows.Count == 0 ? 1 : rows.Max(r => r.Number) + 1;
        rows.AddRange(Own.Where(o => own.ContainsKey(o["id"]!.ToString())).Select(o => new KnownObject(o) { Id = o["id"]!.ToString(), Number = number++ }));
        return rows;
    }
}
