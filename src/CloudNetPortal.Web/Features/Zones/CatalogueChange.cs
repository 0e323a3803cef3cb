using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Catalogue;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>Carries out what a fix proposes for the catalogue, in the session of whoever applies it: nothing is saved here, and nothing when one of several is refused.</summary>
internal static class CatalogueChange
{
    public static async Task<Outcome?> Apply(PortalDbContext db, Caller caller, CatalogueEdit wanted, CancellationToken cancel)
    {
        if (await Device(db, wanted.Device, cancel) is not { } device)
            return new Stale($"{wanted.Device} is no longer in the catalogue.");
        if (wanted.IsOfCables)
            return caller.MayEditCables() ? await Cable(db, device, wanted, cancel) : CatalogueAccess.RefuseCables;
        if (!caller.MayEdit(device.Role))
            return CatalogueAccess.Refuse(device.Name, device.Role);
        Interface? Port(string name) => device.Interfaces.SingleOrDefault(port => port.Name == name);
        switch (wanted)
        {
            case CatalogueEdit.AllowVlans allow when Port(allow.Port) is { } port:
                device.Vlans = device.Vlans?.Union(allow.Vlans);
                // The ports of a LAG carry what the LAG carries.
                foreach (var concerned in device.Interfaces.Where(p => p == port || p.BondId == port.Id).Where(p => p == port || p.TaggedVlans is not null))
                {
                    concerned.TaggedVlans = (concerned.TaggedVlans ?? VlanSet.Empty).Union(allow.Vlans);
                    if (concerned.Mode is null or SwitchPortMode.Access)
                        concerned.Mode = SwitchPortMode.Trunk;
                }

                return null;
            case CatalogueEdit.AddBridge add when Port(add.Bridge) is not null:
                return new Stale($"{wanted.Device} has a bridge {add.Bridge} by now.");
            case CatalogueEdit.AddBridge add when Port(add.Uplink) is { } uplink:
                var bridge = new Interface
                {
                    DeviceId = device.Id, Name = add.Bridge, Kind = device.Interfaces.Any(p => p.Kind == InterfaceKind.OvsBridge) ? InterfaceKind.OvsBridge : InterfaceKind.Bridge, Mtu = uplink.Mtu,
                };
                device.Interfaces.Add(bridge);
                uplink.BridgeId = bridge.Id;
                return null;
            case CatalogueEdit.AddBridge add:
                return new Stale($"{wanted.Device} has no device {add.Uplink} any more.");
            case CatalogueEdit.AddAddress add when Port(add.Port) is { } port && IPAddress.TryParse(add.Address, out var address) && add.PrefixLength is >= 0 and <= 32:
                if (await db.Interfaces.AnyAsync(i => i.Addresses.Any(a => a.Address == address), cancel))
                    return new Stale($"{add.Address} is taken by now.");
                port.Addresses.Add(new InterfaceAddress { InterfaceId = port.Id, Address = address, PrefixLength = add.PrefixLength });
                return null;
            case CatalogueEdit.JoinLag join when Port(join.Port) is { } port:
                port.BondId = join.Lag is null ? null : Lag(device, port, join).Id;
                return null;
            case CatalogueEdit.SetPortField { Field: "name", Value: { Length: > 0 } name } set when Port(set.Port) is { } port:
                if (Port(name) is not null)
                    return new Stale($"{wanted.Device} has a {name} by now.");
                port.Name = name;
                return null;
            case CatalogueEdit.SetPortField set when Port(set.Port) is { } port:
                return Set(port, set);
            case CatalogueEdit.SetDeviceField { Field: "position" } set when decimal.TryParse(set.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var unit) && unit is >= 0.5m and <= 100:
                device.Position = unit;
                return null;
            case CatalogueEdit.SetDeviceField set:
                return new Refused($"“{set.Value}” cannot be the {set.Field} of {set.Device}.");
            default:
                return new Stale($"{wanted.Device} has no such port any more.");
        }
    }

    private static Interface Lag(Device device, Interface port, CatalogueEdit.JoinLag join)
    {
        if (device.Interfaces.FirstOrDefault(p => p.Name == join.Lag) is { } there)
        {
            there.BondMode = join.Mode;
            return there;
        }
        // A new LAG carries what its first port carried.
        var lag = new Interface
        {
            DeviceId = device.Id, Name = join.Lag!, Kind = InterfaceKind.Bond, BondMode = join.Mode, Mtu = port.Mtu, Mode = port.Mode, TaggedVlans = port.TaggedVlans, UntaggedVlan = port.UntaggedVlan,
        };
        device.Interfaces.Add(lag);
        return lag;
    }

    private static async Task<Outcome?> Cable(PortalDbContext db, Device device, CatalogueEdit wanted, CancellationToken cancel)
    {
        var (from, id) = wanted switch
        {
            CatalogueEdit.SetCableField set => (set.Port, set.Cable), CatalogueEdit.MoveCable move => (move.Port, move.Cable), CatalogueEdit.PlanCable plan => (plan.Port, Guid.Empty), _ => ("", Guid.Empty),
        };
        if (device.Interfaces.FirstOrDefault(p => p.Name == from) is not { } port)
            return new Stale($"{device.Name} has no port {from} any more.");
        if (wanted is CatalogueEdit.PlanCable planned)
        {
            if (await Free(db, planned.ToDevice, planned.ToPort, cancel) is not { } other || await IsTaken(db, port, cancel))
                return new Stale($"One of {device.Name} {from} and {planned.ToDevice} {planned.ToPort} has another cable by now.");
            var added = new Cable { Status = LifeCycle.Planned };
            added.Ends.Add(new CableEnd { CableId = added.Id, InterfaceId = port.Id, Side = 'A' });
            added.Ends.Add(new CableEnd { CableId = added.Id, InterfaceId = other.Id, Side = 'B' });
            db.Cables.Add(added);
            return null;
        }
        if (await db.Cables.Include(c => c.Ends).SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } cable || cable.Ends.Find(e => e.InterfaceId == port.Id) is not { } end)
            return new Stale($"The cable is not in {device.Name} {from} any more.");
        switch (wanted)
        {
            case CatalogueEdit.MoveCable move when await Free(db, move.ToDevice, move.ToPort, cancel) is { } target:
                end.InterfaceId = target.Id;
                return null;
            case CatalogueEdit.MoveCable move:
                return new Stale($"{move.ToDevice} {move.ToPort} has another cable, or is no longer there.");
            case CatalogueEdit.SetCableField { Field: "type", Value: { Length: > 0 and <= 50 } type }:
                cable.Type = type;
                return null;
            case CatalogueEdit.SetCableField { Field: "status" } set when Enum.TryParse<LifeCycle>(set.Value, out var status):
                cable.Status = status;
                return null;
            default:
                return new Refused("That cannot be set on a cable.");
        }
    }

    private static async Task<Interface?> Free(PortalDbContext db, string device, string port, CancellationToken cancel) =>
        (await Device(db, device, cancel))?.Interfaces.FirstOrDefault(p => p.Name == port) is { } found && !await IsTaken(db, found, cancel) ? found : null;

    private static Task<bool> IsTaken(PortalDbContext db, Interface port, CancellationToken cancel) =>
        db.Cables.AnyAsync(c => c.Status != LifeCycle.Decommissioning && c.Ends.Any(e => e.InterfaceId == port.Id), cancel);

    private static Task<Device?> Device(PortalDbContext db, string name, CancellationToken cancel) => db.Devices.Include(d => d.Interfaces).ThenInclude(i => i.Addresses).SingleOrDefaultAsync(d => d.Name == name, cancel);

    private static Refused? Set(Interface port, CatalogueEdit.SetPortField set)
    {
        int? number = int.TryParse(set.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        switch (set.Field)
        {
            case "mtu" when number is >= 68 and <= 65535 || set.Value is null:
                port.Mtu = number;
                return null;
            case "enabled" when bool.TryParse(set.Value, out var enabled):
                port.Enabled = enabled;
                return null;
            case "purpose" when set.Value is null or { Length: <= 100 }:
                port.Purpose = set.Value;
                return null;
            case "untaggedVlan" when number is >= 1 and <= 4094 || set.Value is null:
                port.UntaggedVlan = number;
                return null;
            case "rearPosition" when number is >= 1 and <= 1024:
                port.RearPosition = number;
                return null;
            case "speed" when number is >= 1 and <= 1_600_000:
                port.SpeedMbps = number;
                return null;
            case "mac" when set.Value is null || PhysicalAddress.TryParse(set.Value, out _):
                port.Mac = set.Value is null ? null : PhysicalAddress.Parse(set.Value);
                return null;
            default:
                return new Refused($"“{set.Value}” cannot be the {set.Field} of port {port.Name}.");
        }
    }
}
