using System.Text.Json;
using CloudNetPortal.Domain.Plans.Objects;
using CloudNetPortal.Domain.Plans.TakingDown;
using CloudNetPortal.Domain.Snapshots;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Domain.Plans.Comparing;

/// <summary>Objects of the zone that no step of the design claims: owned ones are removed, foreign ones are left alone, the server's own are nobody's business.</summary>
internal sealed class Leftovers(ZoneSnapshot snapshot, PlanInputs inputs, IReadOnlySet<string> claimed, ZoneDesign design)
{
    private readonly Dictionary<string, string> _keys = inputs.KnownIds.GroupBy(k => k.Value).ToDictionary(g => g.Key, g => g.First().Key);
    private readonly bool _hasStorage = design.PhysicalNetworks.Exists(n => n.Traffic("Storage") is not null);

    public IEnumerable<Doomed> Owned() => Rest().Where(r => inputs.Owned.Contains(r.Id)).Select(r => Doomed.Of(r.Kind, r.Row, r.Id, _keys.GetValueOrDefault(r.Id)));

    public IEnumerable<PlanLeftAlone> LeftAlone()
    {
        var groups = Rest().Where(r => !inputs.Owned.Contains(r.Id) && !IsUnderForeign(r)).GroupBy(r => r.Kind);
        foreach (var group in groups)
            foreach (var (kind, row, id) in group)
                yield return new PlanLeftAlone(kind.Noun, kind.NameOf(row), id, inputs.KnownIds.Values.Contains(id)
                    ? "It was there before the portal: it stays until somebody says that the portal owns it." : "The design does not have it, and the portal did not make it.");
    }

    private List<(CloudObject Kind, JsonElement Row, string Id)>? _rest;

    private List<(CloudObject Kind, JsonElement Row, string Id)> Rest() => _rest ??=
    [
        .. from kind in CloudObject.All
           where kind is not ZoneObject && kind.Delete is not null
           from row in snapshot.Rows(kind.List)
           let id = SnapshotRows.IdOf(row)
           where id is not null && !claimed.Contains(id) && !IsOfTheServer(kind, row)
           select (kind, row, id),
    ];

    // Storage traffic that came with enabling the zone belongs to nobody while the design has none.
    private bool IsOfTheServer(CloudObject kind, JsonElement row) =>
        kind.IsMadeByTheServer(row, snapshot) && (kind is not TrafficTypeObject || !_hasStorage || !inputs.Owned.Contains(SnapshotRows.IdOf(row)!));

    // One line for a foreign pod, not one for everything in it.
    private bool IsUnderForeign((CloudObject Kind, JsonElement Row, string Id) rest) =>
        Doomed.ParentFields.Any(f => FieldPath.Text(rest.Row, f) is { } parent && parent != rest.Id && ForeignIds.Contains(parent));

    private HashSet<string>? _foreign;

    private HashSet<string> ForeignIds => _foreign ??= [.. Rest().Where(r => !inputs.Owned.Contains(r.Id)).Select(r => r.Id)];
}
