using System.Security.Cryptography;
using CloudNetPortal.Domain.Catalogue.Cabling;
using CloudNetPortal.Domain.Catalogue.Devices;
using CloudNetPortal.Domain.Catalogue.Observations;
using CloudNetPortal.Domain.Catalogue.Places;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Store.Access;
using CloudNetPortal.Store.Auditing;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Zones;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Store.Scenes;

/// <summary>
/// Sample data: a datacenter, three zones and people for every role. It has its own datacenter and names that begin with “sample”, is listed object by object,
/// and goes in one step without touching anything else.
/// </summary>
public sealed class SampleScene(IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
{
    public const string Name = "sample";

    /// <summary>Puts it in place once. Returns the people's passwords by sign-in name, or null when it is there already.</summary>
    public async Task<IReadOnlyDictionary<string, string>?> Put(Func<PortalUser, string, string> hash, CancellationToken cancel)
    {
        await using var context = (await contexts.CreateDbContextAsync(cancel)).As(Actor.Portal(nameof(SampleScene)));
        await using var whole = await context.Database.BeginTransactionAsync(cancel);
        // Two portals that start together put it once.
        await context.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('sample scene', 0))", cancel);
        if (await context.SceneObjects.AnyAsync(item => item.Scene == Name, cancel))
            return null;
        var now = time.GetUtcNow();
        var things = new List<object>(new SampleDatacenter(now).Things);
        var clouds = await context.Clouds.OrderBy(cloud => cloud.CreatedAt).ToListAsync(cancel);
        var practice = clouds.FirstOrDefault(cloud => cloud.Kind == CloudKinds.Practice);
        things.Add(ZoneOf(SampleZones.Advanced(), clouds.FirstOrDefault(cloud => cloud.IsSample && cloud.Kind == CloudKinds.Production) ?? practice, "production", now));
        things.Add(ZoneOf(SampleZones.Live(), practice, "lab", now));
        things.Add(ZoneOf(SampleZones.Basic(), practice, "lab", now));

        var passwords = new Dictionary<string, string>();
        foreach (var person in SamplePeople.All)
        {
            if (await context.Users.AnyAsync(user => user.SignInName == person.SignInName, cancel))
                continue;
            var user = SamplePeople.UserOf(person, now);
            user.PasswordHash = hash(user, passwords[person.SignInName] = RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 14));
            user.Memberships.AddRange(person.Teams.Select(team => new TeamMember { UserId = user.Id, TeamKey = team }));
            things.Add(user);
        }

        context.AddRange(things);
        context.SceneObjects.AddRange(things.Select(thing => new SceneObject { Scene = Name, Kind = thing.GetType().Name, ObjectId = (Guid)context.Entry(thing).Property("Id").CurrentValue! }));
        await context.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
        return passwords;
    }

    /// <summary>Takes it away, with everything that was done with its zones. Nothing else is touched; what is real and leans on it refuses.</summary>
    public async Task Remove(Actor actor, CancellationToken cancel)
    {
        await using var context = (await contexts.CreateDbContextAsync(cancel)).As(actor);
        await using var whole = await context.Database.BeginTransactionAsync(cancel);
        var items = await context.SceneObjects.Where(item => item.Scene == Name).ToListAsync(cancel);
        HashSet<Guid> Of<T>() => [.. items.Where(item => item.Kind == typeof(T).Name).Select(item => item.ObjectId)];
        var zones = Of<Zone>();
        await context.PushJournal.Where(row => context.PushRuns.Any(run => run.Id == row.RunId && zones.Contains(run.ZoneId))).ExecuteDeleteAsync(cancel);
        await context.PushRuns.Where(run => zones.Contains(run.ZoneId)).ExecuteDeleteAsync(cancel);
        await context.Changes.Where(change => zones.Contains(change.ZoneId)).ExecuteDeleteAsync(cancel);
        await context.ZoneRevisions.Where(revision => zones.Contains(revision.ZoneId)).ExecuteDeleteAsync(cancel);
        await context.Waivers.Where(waiver => zones.Contains(waiver.ZoneId)).ExecuteDeleteAsync(cancel);
        await context.Acknowledgements.Where(note => zones.Contains(note.ZoneId)).ExecuteDeleteAsync(cancel);
        await context.PackRequests.Where(wish => zones.Contains(wish.ZoneId)).ExecuteDeleteAsync(cancel);
        await context.ZoneLeases.Where(lease => zones.Contains(lease.ZoneId)).ExecuteDeleteAsync(cancel);
        context.RemoveRange(await context.Zones.Where(zone => zones.Contains(zone.Id)).ToListAsync(cancel));
        var (heard, cables, devices, types, racks, datacenters, prefixes, people) = (Of<LldpNeighbour>(), Of<Cable>(), Of<Device>(), Of<DeviceType>(), Of<Rack>(), Of<Datacenter>(), Of<Prefix>(), Of<PortalUser>());
        context.RemoveRange(await context.LldpNeighbours.Where(seen => heard.Contains(seen.Id)).ToListAsync(cancel));
        context.RemoveRange(await context.Cables.Where(cable => cables.Contains(cable.Id)).ToListAsync(cancel));
        await context.SaveChangesAsync(cancel);
        context.RemoveRange(await context.Devices.Where(device => devices.Contains(device.Id)).ToListAsync(cancel));
        await context.SaveChangesAsync(cancel);
        context.RemoveRange(await context.DeviceTypes.Where(type => types.Contains(type.Id)).ToListAsync(cancel));
        context.RemoveRange(await context.Racks.Where(rack => racks.Contains(rack.Id)).ToListAsync(cancel));
        context.RemoveRange(await context.Datacenters.Where(datacenter => datacenters.Contains(datacenter.Id)).ToListAsync(cancel));
        context.RemoveRange(await context.Prefixes.Where(prefix => prefixes.Contains(prefix.Id)).ToListAsync(cancel));
        context.RemoveRange(await context.Users.Where(user => people.Contains(user.Id) && user.Id != actor.Id).ToListAsync(cancel));
        context.RemoveRange(items);
        await context.SaveChangesAsync(cancel);
        await whole.CommitAsync(cancel);
    }

    private static Zone ZoneOf(ZoneDesign design, Cloud? cloud, string pack, DateTimeOffset now)
    {
        var zone = new Zone { Name = design.Name, Kind = design.Kind, CloudId = cloud?.Id, PolicyPack = pack, IsSample = true, CreatedAt = now };
        zone.Replace(design, Guid.Empty, now);
        return zone;
    }
}
