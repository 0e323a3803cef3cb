using System.Collections.Concurrent;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>What follows from the catalogue alone and is the same for every design: computed once per snapshot, each fact when it is first asked for. Safe for several threads.</summary>
public sealed class CatalogueFacts(CatalogueSnapshot snapshot)
{
    private readonly Lazy<CatalogueIndex> _index = new(() => new CatalogueIndex(snapshot));
    private readonly ConcurrentDictionary<Guid, CablePath> _paths = new();
    private readonly ConcurrentDictionary<Guid, PortVlans> _vlans = new();

    /// <summary>The catalogue by id and name.</summary>
    public CatalogueIndex Index => _index.Value;

    /// <summary>The cable path that starts at a port.</summary>
    public CablePath PathFrom(Interface port) => _paths.TryGetValue(port.Id, out var path) ? path : _paths.GetOrAdd(port.Id, CableTrace.From(port, Index));

    /// <summary>VLANs a switch port lets through, its LAG considered.</summary>
    public PortVlans VlansOf(Interface port) => _vlans.TryGetValue(port.Id, out var vlans) ? vlans : _vlans.GetOrAdd(port.Id, PortVlans.Read(port, Index));
}
