using System.Runtime.InteropServices;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>A thing that may fail: the legs, boxes and links that are gone without it.</summary>
internal sealed class FailureElement(FailureKind kind, Func<(string Name, ObjectRef Reference)> describe)
{
    public FailureKind Kind => kind;
    /// <summary>Its words, made only when it is spoken of: most things stop nothing.</summary>
    public (string Name, ObjectRef Reference) Describe() => describe();
    public List<LabelLeg> Legs { get; } = new(1);
    // Nearly all elements are NICs and cables of hosts: there are many thousands, and they take no box and no link along.
    public IReadOnlySet<Device> Devices => _devices ?? NoDevices;
    public IReadOnlySet<SwitchLink> Links => _links ?? NoLinks;

    private static readonly HashSet<Device> NoDevices = [];
    private static readonly HashSet<SwitchLink> NoLinks = new(ReferenceEqualityComparer.Instance);
    private HashSet<Device>? _devices;
    private HashSet<SwitchLink>? _links;

    /// <summary>Takes a leg along; legs come one after the other, so the last one tells whether it is there.</summary>
    public void Add(LabelLeg leg)
    {
        if (Legs.Count == 0 || !ReferenceEquals(Legs[^1], leg))
            Legs.Add(leg);
    }

    public void Add(Device device) => (_devices ??= []).Add(device);

    public void Add(SwitchLink link) => (_links ??= new(ReferenceEqualityComparer.Instance)).Add(link);
}

/// <summary>All things that may fail, found in one walk over legs and links.</summary>
internal sealed class FailureElements
{
    private readonly Dictionary<(FailureKind, Guid, string), FailureElement> _all = [];
    private readonly CatalogueFacts _catalogue;

    public FailureElements(CatalogueFacts catalogue, IReadOnlyList<LabelLeg> legs)
    {
        _catalogue = catalogue;
        foreach (var leg in legs)
        {
            var host = leg.Host.Device!;
            Nic(leg.Port, host).Add(leg);
            if (NicCard.Of(leg.Port.Name) is { } card)
                Element(FailureKind.NicCard, host.Id, card, () => ($"{host.Name} NICs of {card}", new("host", host.Name, CataloguePath.Of(host)))).Add(leg);
            foreach (var element in On(leg.Path).Append(Switch(leg.Path.End!.Device)).Concat(Card(leg.Path.End)))
                element.Add(leg);
        }
        foreach (var link in catalogue.Fabric.Links)
            foreach (var element in On(link.Path).Concat(Card(link.A)).Concat(Card(link.B)))
                element.Add(link);
        foreach (var device in catalogue.Fabric.Links.SelectMany(l => new[] { l.A.Device, l.B.Device }).Distinct())
            Switch(device).Add(device);
        Power(legs);
    }

    public IEnumerable<FailureElement> All => _all.Values;

    // Cables and panels of a wire.
    private IEnumerable<FailureElement> On(CablePath path)
    {
        foreach (var cable in path.Cables)
            yield return Element(FailureKind.Cable, cable.Id, "", () => ($"{(string.IsNullOrEmpty(cable.Label) ? "the cable" : cable.Label)} ({path.ToDisplay()})", new("cable", cable.Label ?? path.ToDisplay())));
        foreach (var panel in path.Hops.Where(h => h.Port.Kind is InterfaceKind.FrontPort or InterfaceKind.RearPort).Select(h => h.Device).Distinct())
            yield return Element(FailureKind.PatchPanel, panel.Id, "", () => (panel.Name, new("panel", panel.Name, CataloguePath.Of(panel))));
    }

    private FailureElement Nic(Interface port, Device host) =>
        Element(FailureKind.Nic, port.Id, "", () => ($"{host.Name} {port.Name}", new("nic", $"{host.Name} {port.Name}", CataloguePath.Of(host, port))));

    private FailureElement Switch(Device device) => Element(FailureKind.Switch, device.Id, "", () => (device.Name, new("switch", device.Name, CataloguePath.Of(device))));

    private IEnumerable<FailureElement> Card(CableHop end)
    {
        if (_catalogue.CardOf(end) is { } card)
            yield return Element(FailureKind.LineCard, end.Device.Id, $"{card}", () => ($"{end.Device.Name} card {card}", new("switch", end.Device.Name, CataloguePath.Of(end.Device))));
    }

    // A box goes down with a unit when every feed somebody documented hangs on it.
    private void Power(IReadOnlyList<LabelLeg> legs)
    {
        var feeds = _catalogue.Snapshot.Devices.Where(d => d.Role == DeviceRoles.Pdu)
            .SelectMany(pdu => pdu.Interfaces.Where(i => _catalogue.Index.CablesAt(i).Any()).Select(i => (Unit: pdu, Fed: _catalogue.PathFrom(i).End?.Device)))
            .Where(f => f.Fed is not null).GroupBy(f => f.Fed!);
        var byBox = legs.SelectMany(l => new[] { l.Host.Device!, l.Path.End!.Device }.Select(d => (Device: d, Leg: l))).ToLookup(x => x.Device, x => x.Leg);
        foreach (var boxes in feeds.Where(f => f.Select(x => x.Unit).Distinct().Count() == 1).GroupBy(f => f.First().Unit))
        {
            var unit = boxes.Key;
            var element = Element(FailureKind.PowerUnit, unit.Id, "", () => (unit.Name, new("pdu", unit.Name, CataloguePath.Of(unit))));
            foreach (var leg in boxes.SelectMany(b => byBox[b.Key]).Distinct(ReferenceEqualityComparer.Instance).Cast<LabelLeg>())
                element.Add(leg);
            foreach (var box in boxes.Select(b => b.Key).Where(SwitchFabric.Forwards))
                element.Add(box);
        }
    }

    private FailureElement Element(FailureKind kind, Guid id, string part, Func<(string Name, ObjectRef Reference)> describe)
    {
        ref var element = ref CollectionsMarshal.GetValueRefOrAddDefault(_all, (kind, id, part), out _);
        return element ??= new FailureElement(kind, describe);
    }
}
