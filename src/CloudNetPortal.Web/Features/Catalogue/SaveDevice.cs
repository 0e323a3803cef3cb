using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features.Catalogue;

/// <summary>Makes or changes a device. A new one of a known type gets that type's ports.</summary>
internal sealed class SaveDevice(IDbContextFactory<PortalDbContext> store, LiveUpdates updates)
{
    public async Task<Answer<string>> Execute(Caller caller, DeviceDraft draft, CancellationToken cancel = default)
    {
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        var device = draft.Id is { } id ? await db.Devices.Include(d => d.LogicalHost).SingleOrDefaultAsync(d => d.Id == id, cancel) : new Device();
        if (device is null)
            return new NotFound("This device no longer exists.");
        if (!caller.MayEdit(draft.Role) || draft.Id is not null && !caller.MayEdit(device.Role))
            return CatalogueAccess.Refuse(draft.Name.Length > 0 ? draft.Name : "devices", draft.Role);
        if (draft.Id is not null && device.Version != draft.Version)
            return new Stale($"Somebody else changed {device.Name} in the meantime: {draft.Differences(device)} Read it again, then save.");
        var name = draft.Name.Trim();
        var problems = draft.Problems().ToList();
        if (await db.Devices.Named(name).AnyAsync(d => d.Id != device.Id, cancel))
            problems.Add($"There is a device {name} already.");
        if (draft.RackId is { } rack && draft.Position is { } unit && await Taken(db, device.Id, rack, unit, draft.Face, cancel) is { } other)
            problems.Add($"Unit {unit:0.#} is held by {other}.");
        if (problems.Count > 0)
            return new Refused(string.Join(' ', problems));
        (device.Name, device.Role, device.Status, device.RackId, device.Position, device.Face) = (name, draft.Role.Trim(), draft.Status, draft.RackId, draft.Position, draft.Face);
        (device.Serial, device.Comments) = (Text(draft.Serial), Text(draft.Comments));
        if (draft.RackId is { } inRack)
            device.DatacenterId = await db.Racks.Where(r => r.Id == inRack).Select(r => (Guid?)r.DatacenterId).SingleOrDefaultAsync(cancel);
        if (draft.Id is null)
            await Stamp(db, device, draft, cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
            updates.Tell(Topic.Catalogue);
            return device.Name;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Stale($"Somebody else changed {name} at the same moment. Read it again, then save.");
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return new Refused($"There is a device {name} already.");
        }
    }

    private static async Task Stamp(PortalDbContext db, Device device, DeviceDraft draft, CancellationToken cancel)
    {
        db.Devices.Add(device);
        device.DeviceTypeId = draft.DeviceTypeId;
        if (device.Role == DeviceRoles.Hypervisor)
            device.LogicalHost = new LogicalHost { DeviceId = device.Id, Hypervisor = draft.Hypervisor };
        if (draft.DeviceTypeId is not { } type || await db.DeviceTypes.AsNoTracking().SingleOrDefaultAsync(t => t.Id == type, cancel) is not { } model)
            return;
        foreach (var port in model.Ports)
            device.Interfaces.Add(new Interface { DeviceId = device.Id, Name = port.Name, Kind = port.Kind, Connector = port.Connector, ManagementOnly = port.ManagementOnly, RearPosition = port.RearPosition, Positions = port.Positions });
        foreach (var front in model.Ports.Where(p => p.RearPort is not null))
            Wire(front);

        void Wire(PortTemplate port) => device.Interfaces.Find(i => i.Name == port.Name)!.RearPortId = device.Interfaces.Find(i => i.Name == port.RearPort && i.Kind == InterfaceKind.RearPort)?.Id;
    }

    private static async Task<string?> Taken(PortalDbContext db, Guid device, Guid rack, decimal unit, string? face, CancellationToken cancel) =>
        await db.Devices.Where(d => d.RackId == rack && d.Id != device && d.Position == unit && (d.Face == face || d.Face == null || face == null)).Select(d => d.Name).FirstOrDefaultAsync(cancel);

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What a person typed about a device.</summary>
public sealed class DeviceDraft
{
    public Guid? Id { get; init; }
    public uint Version { get; init; }
    public string Name { get; set; } = "";
    public string Role { get; set; } = DeviceRoles.Hypervisor;
    public LifeCycle Status { get; set; } = LifeCycle.Planned;
    public string Hypervisor { get; set; } = "KVM";
    public Guid? DeviceTypeId { get; set; }
    public Guid? RackId { get; set; }
    public decimal? Position { get; set; }
    public string? Face { get; set; }
    public string? Serial { get; set; }
    public string? Comments { get; set; }

    // The division takes trailing zeros off: 11 rather than 11.0.
    public static DeviceDraft Of(Device d) => new()
    {
        Id = d.Id, Version = d.Version, Name = d.Name, Role = d.Role, Status = d.Status, DeviceTypeId = d.DeviceTypeId, RackId = d.RackId, Position = d.Position / 1.0000000000000000000000000000m, Face = d.Face,
        Serial = d.Serial, Comments = d.Comments, Hypervisor = d.LogicalHost?.Hypervisor ?? "KVM",
    };

    public IEnumerable<string> Problems()
    {
        if (Name.Trim().Length is 0 or > 100)
            yield return "A device needs a name of 1–100 characters.";
        if (Role.Trim().Length is 0 or > 50)
            yield return "A device needs a role of 1–50 characters.";
        if (Position is < 0.5m or > 100)
            yield return $"Unit {Position:0.#} leaves 0.5–100.";
        if (Position is not null && RackId is null)
            yield return "A unit needs a rack: choose one, or leave the unit empty.";
        if (Serial is { Length: > 100 })
            yield return $"The serial number has {Serial.Length} characters; 100 fit.";
    }

    /// <summary>Both values of each field that differs.</summary>
    public string Differences(Device now)
    {
        var there = Of(now);
        var fields = new (string Name, string Now, string Typed)[] { ("name", there.Name, Name), ("role", there.Role, Role), ("status", $"{there.Status}", $"{Status}"), ("unit", $"{there.Position}", $"{Position}"), ("serial number", there.Serial ?? "", Serial ?? ""), ("comments", there.Comments ?? "", Comments ?? "") };
        var differing = fields.Where(f => f.Now != f.Typed).Select(f => $"{f.Name} is now “{f.Now}”, you typed “{f.Typed}”").ToList();
        return differing.Count == 0 ? "the values are the same as yours." : string.Join("; ", differing) + ".";
    }
}
