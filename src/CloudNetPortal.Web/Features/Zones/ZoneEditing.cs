using System.Text.Json;
using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>What the section forms of a zone share: the draft as it is now, its findings, and the one way to change it. Handed down by the page.</summary>
public sealed record ZoneEditing
{
    /// <summary>The draft. Read it; change it through <see cref="Save"/>.</summary>
    public required ZoneDesign Design { get; init; }

    /// <summary>Findings of the draft as last judged.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Hosts and switches the draft may link to.</summary>
    public CatalogueSnapshot Catalogue { get; init; } = CatalogueSnapshot.Empty;

    /// <summary>False while it is only read.</summary>
    public bool MayEdit { get; init; } = true;

    /// <summary>How each field that was touched in this page stands.</summary>
    public IReadOnlyDictionary<string, FieldState> States { get; init; } = new Dictionary<string, FieldState>();

    /// <summary>Saves edits; fields that somebody else changed come back as conflicts in <see cref="States"/>.</summary>
    public required Func<IReadOnlyList<FieldEdit>, Task> Save { get; init; }

    /// <summary>Drops a conflict in favour of what is stored.</summary>
    public Action<string>? KeepTheirs { get; init; }

    /// <summary>Applies a one-click fix.</summary>
    public Func<ChosenFix, Task>? Fix { get; init; }

    /// <summary>Stores the password for all hosts of a cluster; it goes nowhere else.</summary>
    public Func<Cluster, string, string, Task>? SetHostSignIn { get; init; }

    /// <summary>Findings whose place is exactly this field.</summary>
    public IReadOnlyList<Finding> At(string path) => Places.At(path);

    /// <summary>Findings at this place or below it.</summary>
    public IReadOnlyList<Finding> Under(string path) => Places.Under(path);

    /// <summary>Findings by part of the workspace.</summary>
    public IReadOnlyList<Finding> In(string section) => Places.In(section);

    /// <summary>How many hosts the zone has.</summary>
    public int Hosts => Design.Pods.Sum(pod => pod.Clusters.Sum(cluster => cluster.Hosts.Count));

    /// <summary>How a field stands.</summary>
    public FieldState State(string path) => States.TryGetValue(path, out var state) ? state : FieldState.None;

    /// <summary>Saves a text.</summary>
    public Task Text(string path, string? from, string? to) => from == to ? Task.CompletedTask : Save([FieldEdit.Text(path, from, to)]);

    /// <summary>Adds an object to a list, such as <c>pods</c>.</summary>
    public Task Add(string list, DesignObject added) => Save([new FieldEdit($"{list}/{added.Id}", null, JsonSerializer.SerializeToNode(added, added.GetType(), DesignJson.Options))]);

    /// <summary>Removes the object at a path.</summary>
    public Task Remove(string path) => Save([new FieldEdit(path, new DesignTree(DesignJson.ToTree(Design)).Get(path)?.DeepClone(), null)]);

    /// <summary>Replaces a list of words.</summary>
    public Task Words(string path, IReadOnlyList<string> from, IReadOnlyList<string> to) => Save([new FieldEdit(path, Array(from), Array(to))]);

    /// <summary>Keys of the hypervisors of the zone's clusters that take labels, KVM when there is no cluster yet.</summary>
    public IReadOnlyList<Domain.Zones.Hypervisors.Hypervisor> Hypervisors
    {
        get
        {
            var used = Design.Pods.SelectMany(p => p.Clusters).Select(c => Domain.Zones.Hypervisors.Hypervisor.Find(c.Hypervisor)?.Key).ToHashSet();
            used.UnionWith(Design.PhysicalNetworks.SelectMany(n => n.TrafficTypes).SelectMany(t => t.Labels.Where(l => l.Value.Length > 0).Select(l => l.Key)));
            var shown = Domain.Zones.Hypervisors.Hypervisor.All.Where(h => h.LabelParameter is not null && used.Contains(h.Key)).ToList();
            return shown.Count > 0 ? shown : [Domain.Zones.Hypervisors.Hypervisor.Find("KVM")!];
        }
    }

    private FindingPlaces? places;

    private FindingPlaces Places => places is { } known && ReferenceEquals(known.Findings, Findings) ? known : places = new FindingPlaces(Findings);

    private static JsonArray Array(IEnumerable<string> words) => [.. words.Select(w => (JsonNode)JsonValue.Create(w)!)];
}

/// <summary>How one field stands.</summary>
/// <param name="Saved">On its way, saved, or not.</param>
/// <param name="Reason">Why not.</param>
/// <param name="Conflict">Somebody else's value, when both changed it.</param>
public sealed record FieldState(SaveState Saved, string? Reason = null, FieldConflict? Conflict = null)
{
    /// <summary>Untouched.</summary>
    public static FieldState None { get; } = new(SaveState.None);
}
