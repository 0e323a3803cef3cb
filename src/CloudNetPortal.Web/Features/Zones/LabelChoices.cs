using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Hypervisors;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>What labels could name on the hosts of a zone, and on which hosts a label is found: the facts the rules read, so that counts agree everywhere.</summary>
public sealed class LabelChoices(ZoneDesign design, CatalogueSnapshot catalogue)
{
    private readonly RuleFacts _facts = new(design, catalogue);

    /// <summary>How many hosts of that hypervisor the zone has.</summary>
    public int Hosts(Hypervisor hypervisor) => _facts.HostsOf(hypervisor).Count();

    /// <summary>Names to pick from, those on most hosts first.</summary>
    public IReadOnlyList<PickOption> Options(Hypervisor hypervisor)
    {
        var hosts = _facts.HostsOf(hypervisor).Where(h => h.HasProfile).ToList();
        return
        [
            .. hosts.SelectMany(h => LabelReading.For(hypervisor.Key).NamesOn(h).Distinct(StringComparer.Ordinal))
                .GroupBy(name => name, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new PickOption(g.Key, g.Count() == hosts.Count ? $"on all {hosts.Count} hosts" : $"on {g.Count()} of {hosts.Count} hosts")),
        ];
    }

    /// <summary>Where a label is found on the hosts of that hypervisor, is missing, or could not be looked for.</summary>
    public LabelCover Cover(Hypervisor hypervisor, string label)
    {
        var read = _facts.HostsOf(hypervisor).Select(h => _facts.Resolve(h, label)).ToList();
        return new LabelCover(read.Count(r => r.IsFound), [.. read.Where(r => r.State == LabelState.Missing).Select(r => r.Host.Name)], read.Count(r => r.State == LabelState.Unknown));
    }
}

/// <summary>On how many hosts a label exists.</summary>
/// <param name="Found">Hosts that have it.</param>
/// <param name="Missing">Names of hosts that lack it.</param>
/// <param name="Unknown">Hosts of which nothing is known.</param>
public sealed record LabelCover(int Found, IReadOnlyList<string> Missing, int Unknown);
