using System.Net;
using System.Net.NetworkInformation;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Observations;
using CloudNetPortal.Domain.Catalogue.Places;
using CloudNetPortal.Domain.Catalogue.Ports;

namespace CloudNetPortal.Domain.Tests.Rules;

/// <summary>
/// Edits of a catalogue, each decided by one number. As the portal's reader does it: a snapshot that was handed out stays as it is, the next one shares with it
/// the objects that did not change, and devices come by name.
/// </summary>
internal sealed class RandomCatalogueEdits
{
    private readonly List<Device> _devices;
    private readonly List<Cable> _cables;
    private readonly List<LldpNeighbour> _neighbours;
    private readonly List<Prefix> _prefixes;
    private readonly List<Rack> _racks = [new Rack { Name = "r1" }, new Rack { Name = "r2" }];

    public RandomCatalogueEdits(ALab lab)
    {
        // A trunk between the switches, and a panel on the way of the first leg.
        lab.Wire(Trunk(lab.Device("tor1")), Trunk(lab.Device("tor2")));
        var panel = lab.Add(new Device { Name = "pp1", Role = DeviceRoles.PatchPanel, RackId = _racks[0].Id, Position = 1 });
        var rear = ALab.Add(panel, new Interface { Name = "R1", Kind = InterfaceKind.RearPort, Positions = 1 });
        var front = ALab.Add(panel, new Interface { Name = "1", Kind = InterfaceKind.FrontPort, RearPortId = rear.Id, RearPosition = 1 });
        var far = lab.Cables[0].Ends[1].InterfaceId;
        lab.Cables[0].Ends[1].InterfaceId = rear.Id;
        lab.Wire(front, lab.Devices.SelectMany(d => d.Interfaces).First(i => i.Id == far));
        (_devices, _cables, _neighbours, _prefixes) = ([.. lab.Devices.OrderBy(d => d.Name, StringComparer.Ordinal)], [.. lab.Cables], [.. lab.Neighbours], [.. lab.Prefixes]);
    }

    /// <summary>The catalogue as it stands.</summary>
    public CatalogueSnapshot Snapshot => new() { Devices = [.. _devices.OrderBy(d => d.Name, StringComparer.Ordinal)], Cables = [.. _cables], Neighbours = [.. _neighbours], Prefixes = [.. _prefixes], Racks = [.. _racks] };

    /// <summary>Applies one edit.</summary>
    public void Apply(int number)
    {
        int Take(int count)
        {
            var taken = number % Math.Max(count, 1);
            number /= Math.Max(count, 1);
            return taken;
        }

        T Of<T>(params T[] choices) => choices[Take(choices.Length)];

        var kind = Take(27);
        switch (kind)
        {
            case 0: Port(Take).Mtu = Of<int?>(null, 1450, 1500, 9000, 9216); break;
            case 1: Change(Port(Take), p => p.Enabled = !p.Enabled); break;
            case 2: Port(Take).TaggedVlans = Of(null, VlanSet.Empty, VlanSet.Parse("300"), VlanSet.Parse("100,200,500-519"), VlanSet.Parse("505,510-530")); break;
            case 3: Port(Take).UntaggedVlan = Of<int?>(null, 100, 505, 300); break;
            case 4: Port(Take).Mode = Of<SwitchPortMode?>(null, SwitchPortMode.Access, SwitchPortMode.Trunk, SwitchPortMode.TrunkAll); break;
            case 5:
                var switched = Port(Take);
                switched.BondId = Of([null, .. _devices.First(d => d.Id == switched.DeviceId).Interfaces.Where(i => i.Kind == InterfaceKind.Bond).Select(i => (Guid?)i.Id)]);
                break;
            case 6: Change(Port(Take), p => p.BondMode = p.Kind == InterfaceKind.Bond ? Of(BondMode.ActiveBackup, BondMode.Lacp, BondMode.Static) : null); break;
            case 7: Change(Port(Take), p => (p.BridgeId, p.BondId) = (null, null)); break;
            case 8: Cable(Take).Status = (LifeCycle)Take(Enum.GetValues<LifeCycle>().Length); break;
            case 9 when _cables.Count > 0: _cables.RemoveAt(Take(_cables.Count)); break;
            case 10: _cables.Add(Wire(AnyPlug(Take), AnyPlug(Take))); break;
            case 11: Cable(Take).Ends[Take(2)].InterfaceId = AnyPlug(Take).Id; break;
            case 12:
                var box = Box(Take);
                ALab.Add(box, new Interface { Name = $"new{Take(1000)}", Kind = Of(InterfaceKind.Physical, InterfaceKind.Bridge, InterfaceKind.Bond), Mac = new PhysicalAddress([2, 0, 0, 0, 0, (byte)Take(4)]) });
                break;
            case 13:
                var poorer = Box(Take);
                if (poorer.Interfaces.Count == 0)
                    break;
                var gone = poorer.Interfaces[Take(poorer.Interfaces.Count)];
                poorer.Interfaces.Remove(gone);
                foreach (var other in poorer.Interfaces)
                    (other.BondId, other.BridgeId, other.ParentId, other.RearPortId) = (Left(other.BondId), Left(other.BridgeId), Left(other.ParentId), Left(other.RearPortId));
                _cables.RemoveAll(c => c.Ends.Exists(e => e.InterfaceId == gone.Id));
                break;

                Guid? Left(Guid? id) => id == gone.Id ? null : id;
            case 14:
                if (Box(Take).LogicalHost is { } host)
                    (host.ObservedAt, host.ManagementAddress, host.OperatingSystem) = (ALab.Now.AddDays(-Take(60)), IPAddress.Parse($"10.20.100.{Of(11, 12, 13, 99)}"), Of("Rocky 9", "Ubuntu 24.04"));
                break;
            case 15: Box(Take).Name = Of("kvm1", "kvm2", "kvm9", "aaa", "zzz", "tor1"); break;
            case 16: Box(Take).Status = (LifeCycle)Take(Enum.GetValues<LifeCycle>().Length); break;
            case 17: Change(Box(Take), d => (d.RackId, d.Position, d.Face) = (Of(_racks[0].Id, _racks[1].Id), Of(1m, 2m, 40m, 90m), Of("front", "rear"))); break;
            case 18:
                var at = Take(_prefixes.Count);
                _prefixes[at] = new Prefix { Network = IPNetwork.Parse($"10.20.{Of(100, 200, 120, 0)}.0/24"), Gateway = IPAddress.Parse($"10.20.{Of(100, 200)}.{Of(1, 254)}"), VlanId = Of<int?>(null, 100, 200, 505) };
                break;
            case 19:
                _neighbours.RemoveAll(n => n.InterfaceId == AnyPlug(_ => 0).Id);
                _neighbours.Add(new LldpNeighbour { InterfaceId = AnyPlug(Take).Id, SystemName = Of("tor1", "tor2.example.net", "other"), PortId = Of("swp1", "swp2", "swp3"), SeenAt = ALab.Now.AddDays(-Take(60)) });
                break;
            case 20: Port(Take).Mac = Of(null, new PhysicalAddress([2, 0, 0, 0, 0, 1]), new PhysicalAddress([1, 0, 0, 0, 0, 1])); break;
            case 21: Change(Port(Take), p => (p.RearPosition, p.Positions) = (Of<int?>(null, 1, 2), Of<int?>(null, 1, 2))); break;
            case 25: Box(Take).Comments = Of(null, "spare", "cloudbr1"); break;
            case 22: Box(Take).Vlans = Of(null, VlanSet.Parse("100,200,300"), VlanSet.Parse("1-4094")); break;
            case 23: Box(Take).Role = Of(DeviceRoles.Switch, DeviceRoles.Router, DeviceRoles.Hypervisor, DeviceRoles.Pdu, DeviceRoles.PatchPanel); break;
            case 24:
                var added = new Device { Name = $"box{Take(1000)}", Role = DeviceRoles.Switch };
                ALab.Add(added, new Interface { Name = "swp1" });
                _devices.Add(added);
                break;
            default:
                // The same catalogue read once more: other objects, equal in all they say.
                for (var i = 0; i < _devices.Count; i++)
                    _devices[i] = Copied.Of(_devices[i]);
                for (var i = 0; i < _cables.Count; i++)
                    _cables[i] = Copied.Of(_cables[i]);
                break;
        }
    }

    private Interface Trunk(Device device) => ALab.Add(device, new Interface { Name = "swp99", Mode = SwitchPortMode.TrunkAll, Mtu = 9216 });

    private static void Change<T>(T thing, Action<T> change) => change(thing);

    // A copy takes the place of what was handed out before, and is free to be changed.
    private Device Box(Func<int, int> take)
    {
        var at = take(_devices.Count);
        return _devices[at] = Copied.Of(_devices[at]);
    }

    private Interface Port(Func<int, int> take)
    {
        var box = Box(take);
        if (box.Interfaces.Count == 0)
            ALab.Add(box, new Interface { Name = "first" });
        return box.Interfaces[take(box.Interfaces.Count)];
    }

    private Cable Cable(Func<int, int> take)
    {
        if (_cables.Count == 0)
            _cables.Add(Wire(AnyPlug(_ => 0), AnyPlug(_ => 1)));
        var at = take(_cables.Count);
        return _cables[at] = Copied.Of(_cables[at]);
    }

    private Interface AnyPlug(Func<int, int> take)
    {
        var plugs = _devices.SelectMany(d => d.Interfaces).Where(i => i.Kind is InterfaceKind.Physical or InterfaceKind.FrontPort or InterfaceKind.RearPort).ToList();
        return plugs[take(plugs.Count)];
    }

    private static Cable Wire(Interface a, Interface b)
    {
        var cable = new Cable { Label = "C-new" };
        cable.Ends.Add(new CableEnd { CableId = cable.Id, InterfaceId = a.Id, Side = 'A' });
        cable.Ends.Add(new CableEnd { CableId = cable.Id, InterfaceId = b.Id, Side = 'B' });
        return cable;
    }
}
