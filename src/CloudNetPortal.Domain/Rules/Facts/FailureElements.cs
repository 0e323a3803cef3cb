using System.Runtime.InteropServices;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Rules.Facts;

/// <summary>A thing that may fail: its row in the catalogue, or that of its box and the name of the part.</summary>
internal readonly record struct FailureKey(FailureKind Kind, Guid Id, string Part = "");

/// <summary>Boxes that go down and links between switches that are broken with a thing.</summary>
internal sealed class FabricLoss
{
    public HashSet<Device> Devices { get; } = [];
    public HashSet<SwitchLink> Links { get; } = new(ReferenceEqualityComparer.Instance);
}

/// <summary>
/// All things that may fail, found in one walk over legs and links. There are many thousands, nearly all of them NICs and cables of single hosts: of each only
/// its key and the first wire through it are kept. Legs go by their number.
/// </summary>
internal sealed class FailureElements
{
    private readonly List<FailureKey> _keys = [];
    private readonly List<int> _starts = [0];
    private readonly Dictionary<FailureKey, CablePath?> _all = [];
    private readonly Dictionary<FailureKey, FabricLoss> _fabric = [];
    private readonly Dictionary<Device, Device> _units;
    private readonly CatalogueFacts _catalogue;

    public FailureElements(CatalogueFacts catalogue, IReadOnlyList<LabelLeg> legs)
    {
        _catalogue = catalogue;
        _units = Power();
        foreach (var leg in legs)
        {
            var (host, end) = (leg.Host.Device!, leg.Path.End!);
            _keys.Add(new(FailureKind.Nic, leg.Port.Id));
            if (catalogue.NicCardOf(leg.Port.Name) is { } card)
                _keys.Add(new(FailureKind.NicCard, host.Id, card));
            OnWire(leg.Path, _keys);
            _keys.Add(new(FailureKind.Switch, end.Device.Id));
            CardOf(end, _keys);
            if (_units.TryGetValue(host, out var ofHost))
                _keys.Add(new(FailureKind.PowerUnit, ofHost.Id));
            if (_units.TryGetValue(end.Device, out var ofSwitch) && ofSwitch != ofHost)
                _keys.Add(new(FailureKind.PowerUnit, ofSwitch.Id));
            foreach (var key in CollectionsMarshal.AsSpan(_keys)[_starts[^1]..])
                _all.TryAdd(key, leg.Path);
            _starts.Add(_keys.Count);
        }
        var on = new List<FailureKey>();
        foreach (var link in catalogue.Fabric.Links)
        {
            on.Clear();
            OnWire(link.Path, on);
            CardOf(link.A, on);
            CardOf(link.B, on);
            on.ForEach(key => Loss(key, link.Path).Links.Add(link));
            foreach (var device in new[] { link.A.Device, link.B.Device })
                Loss(new(FailureKind.Switch, device.Id), link.Path).Devices.Add(device);
        }
        foreach (var (box, unit) in _units)
        {
            _all.TryAdd(new(FailureKind.PowerUnit, unit.Id), null);
            if (SwitchFabric.Forwards(box))
                Loss(new(FailureKind.PowerUnit, unit.Id), null).Devices.Add(box);
        }
    }

    /// <summary>How many of each kind there are.</summary>
    public IReadOnlyDictionary<FailureKind, int> Examined => _all.Keys.CountBy(k => k.Kind).ToDictionary();

    /// <summary>Things that take links between switches along.</summary>
    public IReadOnlyDictionary<FailureKey, FabricLoss> InFabric => _fabric;

    /// <summary>Things without which all of some legs are gone.</summary>
    public IEnumerable<FailureKey> Common(IReadOnlyList<int> legs)
    {
        for (var i = _starts[legs[0]]; i < _starts[legs[0] + 1]; i++)
            if (OnAll(_keys[i], legs))
                yield return _keys[i];
    }

    /// <summary>The words of a thing.</summary>
    public (string Name, ObjectRef Reference) Describe(FailureKey key)
    {
        var path = _all[key];
        var box = path is null || key.Kind == FailureKind.PowerUnit ? _units.Values.First(u => u.Id == key.Id)
            : key.Kind is FailureKind.Nic or FailureKind.Cable ? path.Start.Device : path.Hops.First(h => h.Device.Id == key.Id).Device;
        switch (key.Kind)
        {
            case FailureKind.Nic:
                return ($"{box.Name} {path!.Start.Port.Name}", new("nic", $"{box.Name} {path.Start.Port.Name}", CataloguePath.Of(box, path.Start.Port)));
            case FailureKind.Cable:
                var cable = path!.Hops.Select(h => h.Cable).First(c => c?.Id == key.Id)!;
                return ($"{(string.IsNullOrEmpty(cable.Label) ? "the cable" : cable.Label)} ({path.ToDisplay()})", new("cable", cable.Label ?? path.ToDisplay()));
            default:
                var (name, kind) = key.Kind switch
                {
                    FailureKind.NicCard => ($"{box.Name} NICs of {key.Part}", "host"),
                    FailureKind.LineCard => ($"{box.Name} card {key.Part}", "switch"),
                    FailureKind.PatchPanel => (box.Name, "panel"),
                    FailureKind.PowerUnit => (box.Name, "pdu"),
                    _ => (box.Name, "switch"),
                };
                return (name, new(kind, box.Name, CataloguePath.Of(box)));
        }
    }

    private bool OnAll(FailureKey key, IReadOnlyList<int> legs)
    {
        for (var i = 1; i < legs.Count; i++)
            if (!CollectionsMarshal.AsSpan(_keys)[_starts[legs[i]].._starts[legs[i] + 1]].Contains(key))
                return false;
        return true;
    }

    private FabricLoss Loss(FailureKey key, CablePath? path)
    {
        _all.TryAdd(key, path);
        ref var loss = ref CollectionsMarshal.GetValueRefOrAddDefault(_fabric, key, out _);
        return loss ??= new FabricLoss();
    }

    // Cables and panels of a wire; it enters a panel by one port and leaves it by the next.
    private static void OnWire(CablePath path, List<FailureKey> keys)
    {
        Device? panel = null;
        foreach (var hop in path.Hops)
        {
            if (hop.Cable is { } cable)
                keys.Add(new(FailureKind.Cable, cable.Id));
            if (hop.Port.Kind is InterfaceKind.FrontPort or InterfaceKind.RearPort && hop.Device != panel)
                keys.Add(new(FailureKind.PatchPanel, (panel = hop.Device).Id));
        }
    }

    private void CardOf(CableHop end, List<FailureKey> keys)
    {
        if (_catalogue.CardOf(end) is { } card)
            keys.Add(new(FailureKind.LineCard, end.Device.Id, $"{card}"));
    }

    // The unit each box goes down with: every feed somebody documented hangs on it.
    private Dictionary<Device, Device> Power() => _catalogue.Snapshot.Devices.Where(d => d.Role == DeviceRoles.Pdu)
        .SelectMany(pdu => pdu.Interfaces.Where(i => _catalogue.Index.CablesAt(i).Count > 0).Select(i => (Unit: pdu, Fed: _catalogue.PathFrom(i).End?.Device)))
        .Where(f => f.Fed is not null).GroupBy(f => f.Fed!, f => f.Unit).Where(f => f.Distinct().Count() == 1).ToDictionary(f => f.Key, f => f.First());
}
