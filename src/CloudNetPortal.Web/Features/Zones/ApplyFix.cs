using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>
/// Applies a proposal of a finding: its edits of the design and of the catalogue, all or none. Whoever applies it must be allowed both kinds that it has.
/// </summary>
internal sealed class ApplyFix(IDbContextFactory<PortalDbContext> store, EditDraft edit, LiveUpdates updates)
{
    public async Task<Outcome?> Execute(Caller caller, Guid zoneId, Fix fix, CancellationToken cancel = default)
    {
        if (!caller.MayDesignZones() && !caller.MayEditCatalogue())
            return new Forbidden("You cannot apply proposals: that needs the role zone designer or catalogue editor, which an administrator gives.");
        if (!fix.IsOneClick)
            return new Refused("This proposal is for work outside the portal.");
        if (fix.DesignEdits is { Count: > 0 } && !caller.MayDesignZones())
            return Refusals.NotADesigner;
        if (fix.CatalogueEdits is { Count: > 0 } && !caller.MayEditCatalogue())
            return new Forbidden("You cannot change the catalogue: that needs the role catalogue editor, which an administrator gives.");

        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        if (fix.DesignEdits is { Count: > 0 } edits)
        {
            if (await EditDraft.Locked(db, zoneId, cancel) is not { } zone)
                return Refusals.NoZone;
            var answer = edit.Apply(db, zone, caller, edits);
            if (answer.Failed(out var outcome))
                return outcome;
            if (answer.Value.Conflicts.Count > 0)
                return new Stale("The design changed since this proposal was made. The findings are judged again; take the new proposal.");
        }

        foreach (var wanted in fix.CatalogueEdits ?? [])
        {
            if (await Apply(db, wanted, cancel) is { } outcome)
                return outcome;
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusals.Moved;
        }

        await whole.CommitAsync(cancel);
        updates.Tell(Topic.Zone(zoneId));
        if (fix.CatalogueEdits is { Count: > 0 })
            updates.Tell(Topic.Catalogue);
        return null;
    }

    private static async Task<Outcome?> Apply(PortalDbContext db, CatalogueEdit wanted, CancellationToken cancel)
    {
        var device = await db.Devices.Include(d => d.Interfaces).SingleOrDefaultAsync(d => d.Name == wanted.Device, cancel);
        if (device is null)
            return new Stale($"{wanted.Device} is no longer in the catalogue.");
        Interface? Port(string name) => device.Interfaces.SingleOrDefault(port => port.Name == name);
        switch (wanted)
        {
            case CatalogueEdit.AllowVlans allow when Port(allow.Port) is { } port:
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
            case CatalogueEdit.SetPortField set when Port(set.Port) is { } port:
                return Set(port, set);
            case CatalogueEdit.SetDeviceField { Field: "position" } set when decimal.TryParse(set.Value, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var unit) && unit is >= 0.5m and <= 100:
                device.Position = unit;
                return null;
            case CatalogueEdit.SetDeviceField set:
                return new Refused($"“{set.Value}” cannot be the {set.Field} of {set.Device}.");
            default:
                return new Stale($"{wanted.Device} has no such port any more.");
        }
    }

    private static Refused? Set(Interface port, CatalogueEdit.SetPortField set)
    {
        int? number = int.TryParse(set.Value, out var parsed) ? parsed : null;
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
            default:
                return new Refused($"“{set.Value}” cannot be the {set.Field} of port {port.Name}.");
        }
    }
}
