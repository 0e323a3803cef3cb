using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Hypervisors;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>
/// What labels could name on the hosts of a zone, and on which hosts a label is found: the facts the rules read, so that counts agree everywhere. It depends on
/// hosts and catalogue alone and each answer is worked out once, so one of these lasts while labels are edited.
/// </summary>
public sealed class LabelChoices(ZoneDesign design, CatalogueSnapshot catalogue)
{
    private readonly RuleFacts _facts = new(design, catalogue);
    private readonly List<(string, string, string?)> _hosts = HostsOf(design);
    private readonly Lock _gate = new();
    private readonly Dictionary<Hypervisor, IReadOnlyList<PickOption>> _options = [];
    private readonly Dictionary<(Hypervisor, string), LabelCover> _covers = [];

    /// <summary>Whether these are those of that design and catalogue.</summary>
    public bool AreOf(ZoneDesign other, CatalogueSnapshot otherCatalogue) => ReferenceEquals(catalogue, otherCatalogue) && (ReferenceEquals(design, other) || _hosts.SequenceEqual(HostsOf(other)));

    /// <summary>Works out what the matrix of the design shows, so that drawing it waits for nothing.</summary>
    public LabelChoices Prepare(IEnumerable<Hypervisor> hypervisors)
    {
        foreach (var hypervisor in hypervisors)
        {
            Options(hypervisor);
            foreach (var label in design.PhysicalNetworks.SelectMany(n => n.TrafficTypes).Select(t => t.LabelFor(hypervisor.Key)).OfType<string>())
                Cover(hypervisor, label);
        }

        return this;
    }

    /// <summary>How many hosts of that hypervisor the zone has.</summary>
    public int Hosts(Hypervisor hypervisor)
    {
        lock (_gate)
            return _facts.HostsOf(hypervisor).Count();
    }

    /// <summary>Names to pick from, those on most hosts first.</summary>
    public IReadOnlyList<PickOption> Options(Hypervisor hypervisor)
    {
        lock (_gate)
        {
            if (_options.TryGetValue(hypervisor, out var known))
                return known;
            var hosts = _facts.HostsOf(hypervisor).Where(h => h.HasProfile).ToList();
            return _options[hypervisor] =
            [
                .. hosts.SelectMany(h => LabelReading.For(hypervisor.Key).NamesOn(h).Distinct(StringComparer.Ordinal))
                    .CountBy(name => name, StringComparer.Ordinal)
                    .OrderByDescending(name => name.Value).ThenBy(name => name.Key, StringComparer.Ordinal)
                    .Take(MostOptions)
                    .Select(name => new PickOption(name.Key, name.Value == hosts.Count ? $"on all {hosts.Count} hosts" : $"on {name.Value} of {hosts.Count} hosts")),
            ];
        }
    }

    /// <summary>Where a label is found on the hosts of that hypervisor, is missing, or could not be looked for.</summary>
    public LabelCover Cover(Hypervisor hypervisor, string label)
    {
        lock (_gate)
        {
            if (_covers.TryGetValue((hypervisor, label), out var known))
                return known;
            var read = _facts.HostsOf(hypervisor).Select(h => _facts.Resolve(h, label)).ToList();
            return _covers[(hypervisor, label)] = new LabelCover(read.Count(r => r.IsFound), [.. read.Where(r => r.State == LabelState.Missing).Select(r => r.Host.Name)], read.Count(r => r.State == LabelState.Unknown));
        }
    }

    // Names that few hosts have are typed, not picked.
    private const int MostOptions = 100;

    private static List<(string, string, string?)> HostsOf(ZoneDesign design) => [.. design.Pods.SelectMany(p => p.Clusters).SelectMany(c => c.Hosts.Select(h => (c.Hypervisor, h.Id, h.Device)))];
}

/// <summary>On how many hosts a label exists.</summary>
/// <param name="Found">Hosts that have it.</param>
/// <param name="Missing">Names of hosts that lack it.</param>
/// <param name="Unknown">Hosts of which nothing is known.</param>
public sealed record LabelCover(int Found, IReadOnlyList<string> Missing, int Unknown);
