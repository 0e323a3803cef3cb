using CloudNetPortal.Domain.Addressing;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Store;
using Microsoft.EntityFrameworkCore;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features.Catalogue;

/// <summary>Saves what people may say of one interface. Structure is checked: a NIC goes into a bond of its own host, a bridge stands on a device of its own host.</summary>
internal sealed class SaveInterface(IDbContextFactory<PortalDbContext> store, LiveUpdates updates)
{
    public async Task<Outcome?> Execute(Caller caller, InterfaceDraft draft, CancellationToken cancel = default)
    {
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        if (await db.Interfaces.SingleOrDefaultAsync(i => i.Id == draft.Id, cancel) is not { } port)
            return new NotFound("This interface no longer exists.");
        var device = await db.Devices.Include(d => d.Interfaces).SingleAsync(d => d.Id == port.DeviceId, cancel);
        if (!caller.MayEdit(device.Role))
            return CatalogueAccess.Refuse(device.Name, device.Role);
        if (port.MadeByCloudStack)
            return new Refused($"{port.Name} is made by CloudStack and cannot be edited.");
        if (port.Version != draft.Version)
            return new Stale($"Somebody else changed {port.Name} in the meantime: {draft.Differences(port)} Read it again, then save.");
        var problems = draft.Problems().Concat(Structure(draft, port, device)).ToList();
        if (problems.Count > 0)
            return new Refused(string.Join(' ', problems));
        Write(draft, port, device);
        try
        {
            await db.SaveChangesAsync(cancel);
            updates.Tell(Topic.Catalogue);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Stale($"Somebody else changed {port.Name} at the same moment. Read it again, then save.");
        }
    }

    private static IEnumerable<string> Structure(InterfaceDraft draft, Interface port, Device device)
    {
        if (draft.BondId is { } bond && device.Interfaces.Find(i => i.Id == bond)?.Kind != InterfaceKind.Bond)
            yield return "The bond is not a bond of this device.";
        if (draft.BondId is not null && draft.BridgeId is not null)
            yield return $"{port.Name} cannot be a member of a bond and an uplink of a bridge at once: leave one of them empty.";
        if (draft.BridgeId is { } bridge && device.Interfaces.TrueForAll(i => i.Id != bridge))
            yield return "The bridge is not on this device.";
    }

    private static void Write(InterfaceDraft draft, Interface port, Device device)
    {
        (port.Mtu, port.SpeedMbps, port.Enabled) = (draft.Mtu, draft.SpeedMbps, draft.Enabled);
        (port.Purpose, port.Description) = (Text(draft.Purpose), Text(draft.Description));
        if (device.LogicalHost is not null || device.Role == DeviceRoles.Hypervisor)
        {
            (port.BondId, port.BridgeId, port.BondMode) = (draft.BondId, draft.BridgeId, draft.BondMode);
            return;
        }
        if (port.Kind is InterfaceKind.Physical or InterfaceKind.Bond)
        {
            (port.Mode, port.UntaggedVlan) = (draft.Mode, draft.UntaggedVlan);
            port.TaggedVlans = draft.Mode == SwitchPortMode.Trunk && VlanSet.TryParse(draft.TaggedVlans, out var set, out _) && !string.IsNullOrWhiteSpace(draft.TaggedVlans) ? set : null;
        }
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
