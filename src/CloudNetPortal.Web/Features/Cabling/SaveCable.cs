using CloudNetPortal.Domain.Catalogue;
using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Features.Catalogue;
using Microsoft.EntityFrameworkCore;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features.Cabling;

/// <summary>Plugs cables between free ports: one, or range to range when both sides name the same number of ports.</summary>
internal sealed class SaveCable(IDbContextFactory<PortalDbContext> store, LiveUpdates updates)
{
    public async Task<Answer<int>> Execute(Caller caller, CableDraft draft, CancellationToken cancel = default)
    {
        if (!caller.MayEditCables())
            return CatalogueAccess.RefuseCables;
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        var problems = draft.Problems().ToList();
        var a = await Ports(db, draft.DeviceA, draft.PortsA, "A", problems, cancel);
        var b = await Ports(db, draft.DeviceB, draft.PortsB, "B", problems, cancel);
        if (problems.Count == 0 && a.Count != b.Count)
            problems.Add($"Side A names {Words.Count(a.Count, "port")}, side B {Words.Count(b.Count, "port")}: both sides need the same number.");
        if (problems.Count == 0 && a.Concat(b).GroupBy(p => p.Id).FirstOrDefault(g => g.Count() > 1) is { } twice)
            problems.Add($"{twice.First().Name} is named twice: a cable has two different ends.");
        if (problems.Count > 0)
            return new Refused(string.Join(' ', problems));
        foreach (var (index, (one, other)) in a.Zip(b).Index())
        {
            var cable = new Cable { Label = Label(draft.Label, index, a.Count), Type = draft.Type, Status = draft.Status, LengthMetres = draft.LengthMetres };
            cable.Ends.Add(new CableEnd { CableId = cable.Id, InterfaceId = one.Id, Side = 'A' });
            cable.Ends.Add(new CableEnd { CableId = cable.Id, InterfaceId = other.Id, Side = 'B' });
            db.Cables.Add(cable);
        }
        try
        {
            await db.SaveChangesAsync(cancel);
            updates.Tell(Topic.Catalogue);
            return a.Count;
        }
        catch (DbUpdateException)
        {
            return new Stale("Somebody else plugged a cable into one of these ports at the same moment. Look at the free ports again.");
        }
    }

    private static async Task<List<Interface>> Ports(PortalDbContext db, string device, string text, string side, List<string> problems, CancellationToken cancel)
    {
        var names = PortRange.Expand(text);
        if (names.Count == 0)
            problems.Add($"Side {side} names no port.");
        var named = db.Devices.Named(device);
        var all = await db.Interfaces.AsNoTracking().Where(i => named.Any(d => d.Id == i.DeviceId)).ToListAsync(cancel);
        if (all.Count == 0)
            problems.Add($"There is no device “{device.Trim()}” with ports.");
        var found = new List<Interface>();
        foreach (var name in names)
        {
            var port = all.Find(i => i.Name == name);
            if (port is null || port.Kind is not (InterfaceKind.Physical or InterfaceKind.FrontPort or InterfaceKind.RearPort))
            {
                if (all.Count > 0)
                    problems.Add($"{device.Trim()} has no port {name} for a cable.");
                continue;
            }
            var there = await db.Cables.AsNoTracking().Where(c => c.Status != LifeCycle.Decommissioning && c.Ends.Any(e => e.InterfaceId == port.Id)).FirstOrDefaultAsync(cancel);
            if (there is not null)
                problems.Add($"{device.Trim()} {name} is taken by cable {there.Label ?? "without label"}: take that out first.");
            found.Add(port);
        }
        return found;
    }

    // C-100 for the first of several gives C-100, C-101, …; a text without a number at its end is given to a single cable only.
    private static string? Label(string? label, int index, int count)
    {
        if (string.IsNullOrWhiteSpace(label) || count == 1)
            return string.IsNullOrWhiteSpace(label) ? null : label.Trim();
        var text = label.Trim();
        var digits = text.Length - text.TrimEnd("0123456789".ToCharArray()).Length;
        return digits == 0 || digits > 9 ? $"{text}-{index + 1}" : text[..^digits] + (int.Parse(text[^digits..], System.Globalization.CultureInfo.InvariantCulture) + index).ToString(new string('0', digits), System.Globalization.CultureInfo.InvariantCulture);
    }
}

/// <summary>What a person typed about a cable, or about as many as both sides name ports.</summary>
public sealed class CableDraft
{
    public string DeviceA { get; set; } = "";
    public string PortsA { get; set; } = "";
    public string DeviceB { get; set; } = "";
    public string PortsB { get; set; } = "";
    public string? Label { get; set; }
    public string? Type { get; set; }
    public decimal? LengthMetres { get; set; }
    public LifeCycle Status { get; set; } = LifeCycle.Planned;

    public IEnumerable<string> Problems()
    {
        if (LengthMetres is < 0.01m or > 10000)
            yield return $"{LengthMetres} m leaves 0.01–10000 m.";
        if (Label is { Length: > 90 })
            yield return $"The label has {Label.Length} characters; 90 fit.";
        if (Type is { Length: > 50 })
            yield return $"The type has {Type.Length} characters; 50 fit.";
    }
}
