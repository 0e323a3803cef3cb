using System.Collections.Concurrent;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>
/// What follows from the catalogue alone and is the same for every design: computed once per snapshot, each fact when it is first asked for; what an earlier
/// catalogue had worked out is kept where nothing changed. Safe for several threads.
/// </summary>
public sealed class CatalogueFacts
{
    private readonly CatalogueSnapshot _snapshot;
    private readonly Lazy<CatalogueIndex> _index;
    private readonly ConcurrentDictionary<Guid, CablePath> _paths = new();
    private readonly ConcurrentDictionary<Guid, PortVlans> _vlans = new();
    private readonly ConcurrentDictionary<Guid, IReadOnlyDictionary<Guid, int>> _cards = new();
    private readonly ConcurrentDictionary<string, string?> _nicCards = new();
    private readonly Lock _once = new();

    /// <summary>Facts of a catalogue.</summary>
    /// <param name="snapshot">The catalogue.</param>
    /// <param name="before">Facts of an earlier one that shares the objects that did not change; not held on to.</param>
    public CatalogueFacts(CatalogueSnapshot snapshot, CatalogueFacts? before = null)
    {
        _snapshot = snapshot;
        _index = new(() => new CatalogueIndex(snapshot));
        if (before is not null && ChangedPorts.Between(before._snapshot, snapshot) is { } changed)
        {
            _paths = new(before._paths.Where(p => p.Value.Hops.All(h => !changed.Contains(h.Port.Id))));
            _vlans = new(before._vlans.Where(p => !changed.Contains(p.Key) && (p.Value.Port.BondId is not { } lag || p.Value.Lag is not null && !changed.Contains(lag))));
        }
    }

    /// <summary>The catalogue itself.</summary>
    public CatalogueSnapshot Snapshot => _snapshot;

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
                return field ??= _snapshot.Devices.SelectMany(d => CatalogueIndex.AddressesOf(d).Select(a => (a.Address, Device: d))).ToLookup(a => a.Address, a => a.Device);
        }
    }

    /// <summary>The cable path that starts at a port.</summary>
    public CablePath PathFrom(Interface port) => _paths.TryGetValue(port.Id, out var path) ? path : _paths.GetOrAdd(port.Id, CableTrace.From(port, Index));

    /// <summary>VLANs a switch port lets through, its LAG considered.</summary>
    public PortVlans VlansOf(Interface port) => _vlans.TryGetValue(port.Id, out var vlans) ? vlans : _vlans.GetOrAdd(port.Id, PortVlans.Read(port, Index));

    /// <summary>The card a NIC of that name sits on (see <see cref="NicCard"/>): many hosts, few names.</summary>
    public string? NicCardOf(string nic) => _nicCards.GetOrAdd(nic, NicCard.Of);

    /// <summary>Number of the line card (or stack member) a switch port sits on; null where names do not tell.</summary>
    public int? CardOf(CableHop port) =>
        _cards.GetOrAdd(port.Device.Id, (_, device) => LineCard.Of(device), port.Device).TryGetValue(port.Port.Id, out var card) ? card : null;
}
