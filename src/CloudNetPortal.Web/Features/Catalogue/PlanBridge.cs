using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Store;
using Microsoft.EntityFrameworkCore;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features.Catalogue;

/// <summary>Plans a bridge on a host above a NIC, bond or VLAN device: work for the host, and a name that labels may use.</summary>
internal sealed class PlanBridge(IDbContextFactory<PortalDbContext> store, LiveUpdates updates)
{
    public async Task<Outcome?> Execute(Caller caller, string device, string bridge, string uplink, CancellationToken cancel = default)
    {
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        if (await db.Devices.Named(device).Include(d => d.Interfaces).Include(d => d.LogicalHost).SingleOrDefaultAsync(cancel) is not { } host)
            return new NotFound($"There is no device {device}.");
        if (!caller.MayEdit(host.Role))
            return CatalogueAccess.Refuse(host.Name, host.Role);
        var name = bridge.Trim();
        if (name.Length is 0 or > 15 || name.Any(c => char.IsWhiteSpace(c) || c == '/'))
            return new Refused($"“{bridge}” cannot name a bridge: 1–15 characters without blanks or slashes.");
        if (host.Interfaces.Exists(i => i.Name == name))
            return new Refused($"{host.Name} already has a device {name}.");
        if (host.Interfaces.Find(i => i.Name == uplink) is not { } below || below.Kind is not (InterfaceKind.Physical or InterfaceKind.Bond or InterfaceKind.Vlan))
            return new Refused($"{host.Name} has no NIC, bond or VLAN device “{uplink}” that a bridge can stand on.");
        if (below.BondId is not null)
            return new Refused($"{uplink} is a member of a bond: put the bridge on the bond.");
        if (below.BridgeId is { } taken)
            return new Refused($"{uplink} is the uplink of {host.Interfaces.Find(i => i.Id == taken)?.Name ?? "another bridge"} already. Put a VLAN device on it, or use another uplink.");
        var made = new Interface
        {
            DeviceId = host.Id, Name = name, Mtu = below.Mtu, Description = "planned",
            Kind = host.LogicalHost?.UsesOpenVSwitch == true ? InterfaceKind.OvsBridge : InterfaceKind.Bridge,
        };
        db.Interfaces.Add(made);
        below.BridgeId = made.Id;
        await db.SaveChangesAsync(cancel);
        updates.Tell(Topic.Catalogue);
        return null;
    }
}
