using CloudNetPortal.Domain.Catalogue.Places;
using CloudNetPortal.Store;
using Microsoft.EntityFrameworkCore;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;

namespace CloudNetPortal.Web.Features.Catalogue;

/// <summary>Adds a datacenter, or a rack to one.</summary>
internal sealed class SavePlaces(IDbContextFactory<PortalDbContext> store, LiveUpdates updates)
{
    /// <summary>Without a rack name only the datacenter is made; an existing datacenter of that name is used.</summary>
    public async Task<Outcome?> Execute(Caller caller, string datacenter, string? rack, int height, CancellationToken cancel = default)
    {
        if (!caller.MayEditCatalogue())
            return new Forbidden("You cannot add places: that needs the role catalogue editor, which an administrator gives.");
        var name = datacenter.Trim();
        if (name.Length is 0 or > 100)
            return new Refused("A datacenter needs a name of 1–100 characters.");
        if (height is < 1 or > 100)
            return new Refused($"A rack of {height} units leaves 1–100.");
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        var place = await db.Datacenters.Named(name).SingleOrDefaultAsync(cancel);
        if (place is null)
            db.Datacenters.Add(place = new Datacenter { Name = name, Slug = Slug(name) });
        if (rack?.Trim() is { Length: > 0 } rackName)
        {
            if (await db.Racks.AnyAsync(r => r.DatacenterId == place.Id && r.Name == rackName, cancel))
                return new Refused($"{name} has a rack {rackName} already.");
            db.Racks.Add(new Rack { DatacenterId = place.Id, Name = rackName, Height = height });
        }
        await db.SaveChangesAsync(cancel);
        updates.Tell(Topic.Catalogue);
        return null;
    }

    private static string Slug(string name)
    {
        var slug = string.Join('-', new string([.. name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length == 0 ? "datacenter" : slug;
    }
}
