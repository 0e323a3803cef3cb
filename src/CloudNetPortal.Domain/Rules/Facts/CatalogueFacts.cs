using System.Collections.Concurrent;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>What follows from the catalogue alone and is the same for every design: computed once per snapshot, each fact when it is first asked for. Safe for several threads.</summary>
public sealed class CatalogueFacts(CatalogueSnapshot snapshot)
{
    private readonly Lazy<CatalogueIndex> _index = new(() => new CatalogueIndex(snapshot));
    private readonly ConcurrentDictionary<Guid, CablePath> _paths = new();
    private readonly ConcurrentDictionary<Guid, PortVlans> _vlans = new();

    private readonly ConcurrentDictionary<Guid, IReadOnlyDictionary<Guid, int>> _cards = new();
    private readonly Lock _once = new();

    /// <summary>The catalogue itself.</summary>
    public CatalogueSnapshot Snapshot => snapshot;

    /// <summary>Switches and the links between them.</summary>
    public SwitchFabric Fabric
    {
        get
        {
            lock (_once)
                return field ??= new SwitchFabric(this);
        }
    }

    /// <summary>The catalogue by id and name.</summary>
    public CatalogueIndex Index => _index.Value;

    /// <summary>Who has an IPv4 address on an interface, loopback and link-local ones left out.</summary>
    public ILookup<Ipv4, Device> AddressOwners
    {
        get
        {
            lock (_once)
                return field ??= snapshot.Devices.SelectMany(d => CatalogueIndex.AddressesOf(d).Select(a => (a.Address, Device: d))).ToLookup(a => a.Address, a => a.Device);
        }
    }

    /// <summary>The cable path that starts at a port.</summary>
    public CablePath PathFrom(Interface port) => _paths.TryGetValue(port.Id, out var path) ? path : _paths.GetOrAdd(port.Id, CableTrace.From(port, Index));

    /// <summary>VLANs a switch port lets through, its LAG considered.</summary>
    public PortVlans VlansOf(Interface port) => _vlans.TryGetValue(port.Id, out var vlans) ? vlans : _vlans.GetOrAdd(port.Id, PortVlans.Read(port, Index));

    /// <summary>Number of the line card (or stack member) a switch port sits on; null where names do not tell.</summary>
    public int? CardOf(CableHop port) =>
        _cards.GetOrAdd(port.Device.Id, (_, device) => LineCard.Of(device), port.Device).TryGetValue(port.Port.Id, out var card) ? card : null;
}
