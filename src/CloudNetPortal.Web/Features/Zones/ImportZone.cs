using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Zones.Documents;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Store.Zones;
using CloudNetPortal.Store;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Features.Clouds;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace CloudNetPortal.Web.Features.Zones;

/// <summary>Takes an imported design over as a new zone: its secrets are encrypted under references of their own, and its first revision is frozen at once.</summary>
internal sealed class ImportZone(IDbContextFactory<PortalDbContext> store, SecretVault vault, LiveUpdates updates, TimeProvider time)
{
    public async Task<Answer<Guid>> Execute(Caller caller, ImportedZone imported, CancellationToken cancel = default)
    {
        if (!caller.MayDesignZones())
            return Refusals.NotADesigner;
        if (imported.Design.Name.Length is 0 or > 255)
            return new Refused("The zone needs a name of at most 255 characters.");
        if (PolicyPack.Find(imported.PolicyPack) is null)
            return new Refused($"“{imported.PolicyPack}” is no policy pack. Packs: production, lab.");
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        if (imported.CloudId is { } cloud && !await db.Clouds.AnyAsync(c => c.Id == cloud, cancel))
            return Refusals.NoCloud;

        var tree = DesignJson.ToTree(imported.Design);
        foreach (var (reference, plain) in imported.Secrets)
        {
            var own = vault.Add(db, SecretUse.Design, $"{imported.Design.Name}: {reference}", plain);
            // The same reference of another import means another secret.
            Rename(tree, reference, own);
        }

        var now = time.GetUtcNow();
        var zone = new Zone
        {
            Name = imported.Design.Name, Kind = imported.Design.Kind, CloudId = imported.CloudId, PolicyPack = imported.PolicyPack, CreatedBy = caller.Id, CreatedAt = now,
        };
        zone.Replace(DesignJson.Read(tree), caller.Id, now);
        db.Zones.Add(zone);
        await FreezeRevision.Freeze(db, zone, caller, "import", now, cancel);
        await db.SaveChangesAsync(cancel);
        updates.Tell(Topic.Zones);
        return zone.Id;
    }

    private static void Rename(JsonNode? node, string from, string to)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
                Rename(item, from, to);
        }
        else if (node is JsonObject members)
        {
            foreach (var (name, value) in members.ToList())
            {
                if (name.EndsWith("Ref", StringComparison.Ordinal) && value is JsonValue text && text.TryGetValue<string>(out var reference) && reference == from)
                    members[name] = to;
                else
                    Rename(value, from, to);
            }
        }
    }
}

/// <summary>A design from a file.</summary>
/// <param name="Design">The design.</param>
/// <param name="Secrets">Plain text by the references that stand in the design.</param>
/// <param name="CloudId">The cloud it is meant for; null while undecided.</param>
/// <param name="PolicyPack">production or lab.</param>
internal sealed record ImportedZone(ZoneDesign Design, IReadOnlyDictionary<string, string> Secrets, Guid? CloudId, string PolicyPack = "production");
