using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Domain.Zones.Hypervisors;
using CloudNetPortal.Domain.Zones.Kinds;

namespace CloudNetPortal.Domain.Rules;

/// <summary>
/// What is computed once and read by all rules, by the label matrix, the diagrams and the planner, so that counts agree everywhere. Each fact is built when
/// it is first asked for. One instance belongs to one thread.
/// </summary>
public sealed class RuleFacts(RuleInput input, CatalogueFacts? catalogue = null)
{
    private readonly CatalogueFacts _catalogue = catalogue ?? new CatalogueFacts(input.Catalogue);
    private readonly Dictionary<(HostFacts Host, string Label), LabelResolution> _labels = [];

    /// <summary>Facts of a design and a catalogue without any rule: for drawings and the label matrix.</summary>
    public RuleFacts(ZoneDesign design, Domain.Catalogue.CatalogueSnapshot catalogue) : this(new RuleInput(design, catalogue, PolicyPack.Production, DateTimeOffset.UnixEpoch)) { }

    /// <summary>What the facts were built from.</summary>
    public RuleInput Input { get; } = input;
    /// <summary>The design.</summary>
    public ZoneDesign Design => Input.Design;
    /// <summary>Kind of the zone; null when the design names one the portal does not know (CNP1003).</summary>
    public ZoneKind? Kind => ZoneKind.Find(Design.Kind);

    /// <summary>The design as it stands on the cloud now, objects that are there under the ids of the design; null when the zone is not there, was not read, or was read too long ago.</summary>
    public ZoneDesign? Observed => Input.Live is { } live && Input.Now - live.ReadAt <= Input.Pack.LiveDataMaxAge && live.Rows("listZones").Count == 1 ? field ??= Snapshots.ZoneObserver.Observe(live, Design).Design : null;

    /// <summary>The catalogue by id and name.</summary>
    public CatalogueIndex Catalogue => _catalogue.Index;
    /// <summary>All hosts of all clusters, in document order: the zone hosts.</summary>
    public IReadOnlyList<HostFacts> Hosts => field ??= [.. Design.Pods.SelectMany(p => p.Clusters.SelectMany(c => c.Hosts.Select(h => new HostFacts(p, c, h, Catalogue))))];
    /// <summary>Known hypervisors of the zone's clusters.</summary>
    public IReadOnlyList<Hypervisor> Hypervisors => field ??= [.. Hypervisor.All.Where(h => Design.Pods.Exists(p => p.Clusters.Exists(c => Hypervisor.Find(c.Hypervisor) == h)))];
    /// <summary>Places for labels: every traffic type of every physical network for every hypervisor of the zone that takes labels.</summary>
    public IReadOnlyList<LabelCell> Cells => field ??= [.. CellSets.Cells(Design, Hypervisors.Where(h => h.LabelParameter is not null))];
    /// <summary>The label matrix: each cell over the hosts it concerns.</summary>
    public IReadOnlyList<LabelRow> LabelRows => field ??= [.. Cells.Select(c => new LabelRow(c, c.Label is null ? [] : [.. HostsOf(c.Hypervisor).Select(h => Resolve(h, c.Label))]))];
    /// <summary>Ranges of addresses the design claims.</summary>
    public IReadOnlyList<AddressClaim> Addresses => field ??= AddressLedger.Of(Design);
    /// <summary>A setting of the cloud as it will be: what the design is to set, else what was read; null when neither is known.</summary>
    public string? Setting(string name) => Design.GlobalSettings.Find(s => s.Apply && s.Name == name)?.Value ?? Input.Cloud?.Setting(name);
    /// <summary>Addresses somebody has, by number.</summary>
    public IReadOnlyList<UsedAddress> UsedAddresses => field ??= AddressLedger.Used(Input.Catalogue, Design);
    /// <summary>NICs below labels, once per host, NIC: what has to be cabled.</summary>
    public IReadOnlyList<LabelLeg> Legs => field ??= LabelLeg.Of(this);

    /// <summary>Who claims which VLANs.</summary>
    public IReadOnlyList<VlanClaim> Vlans => field ??= VlanLedger.Of(this);
    /// <summary>Addresses whose frames leave without a tag of CloudStack.</summary>
    public IReadOnlyList<UntaggedUse> UntaggedUses => field ??= [.. UntaggedUse.Of(this)];
    /// <summary>Facts of the other designs for the same cloud, over the same catalogue.</summary>
    public IReadOnlyList<RuleFacts> OtherZones => field ??= [.. Input.OtherZones.Select(z => new RuleFacts(Input with { Design = z, OtherZones = [] }, _catalogue))];
    /// <summary>Switches and the links between them.</summary>
    public SwitchFabric Fabric => _catalogue.Fabric;
    /// <summary>What stops when one thing breaks.</summary>
    public FailureReport Failures => field ??= FailureSimulation.Run(this);

    /// <summary>Bonds below labels with the switch ports their legs end on.</summary>
    internal IReadOnlyList<Cabling.BondEnds> Bonds => field ??= Cabling.BondEnds.Of(this);

    /// <summary>Traffic types per host, with the NICs that carry them to a switch.</summary>
    internal IReadOnlyList<TrafficPlace> TrafficPlaces => field ??= TrafficPlace.Of(this);

    /// <summary>Facts of the catalogue alone.</summary>
    internal CatalogueFacts Shared => _catalogue;

    /// <summary>Zone hosts of a hypervisor.</summary>
    public IEnumerable<HostFacts> HostsOf(Hypervisor hypervisor) => Hosts.Where(h => h.Hypervisor == hypervisor);

    /// <summary>What a label means on a host.</summary>
    public LabelResolution Resolve(HostFacts host, string label)
    {
        if (_labels.TryGetValue((host, label), out var known))
            return known;
        var reading = LabelReading.For(host.Hypervisor?.Key);
        if (!reading.IsChecked)
            return _labels[(host, label)] = reading.Read(host, label, Catalogue);
        // A box whose inside nobody described may still have the NIC a label names; a name that is not there says nothing.
        var found = host.Device is null ? null : reading.Read(host, label, Catalogue);
        return _labels[(host, label)] = found is not null && (found.IsFound || host.HasProfile) ? found : new LabelResolution { Host = host, Label = label, State = LabelState.Unknown };
    }

    /// <summary>The cable path that starts at a port.</summary>
    public CablePath PathFrom(Interface port) => _catalogue.PathFrom(port);

    /// <summary>VLANs a switch port lets through, its LAG considered.</summary>
    public PortVlans VlansOf(Interface port) => _catalogue.VlansOf(port);
}
