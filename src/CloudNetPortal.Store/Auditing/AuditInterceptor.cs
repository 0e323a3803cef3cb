using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CloudNetPortal.Store.Access;
using CloudNetPortal.Store.Catalogue;
using CloudNetPortal.Store.Clouds;
using CloudNetPortal.Store.Drift;
using CloudNetPortal.Store.Imports;
using CloudNetPortal.Store.Pushes;
using CloudNetPortal.Store.Scenes;
using CloudNetPortal.Store.Zones;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CloudNetPortal.Store.Auditing;

/// <summary>Writes one audit record for each object that is added, changed or removed, in the same transaction.</summary>
internal sealed class AuditInterceptor(TimeProvider time) : SaveChangesInterceptor
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // These are records of their own (journal, edits, audit) or keep nothing that people did.
    private static readonly HashSet<Type> NotAudited =
        [typeof(AuditRecord), typeof(PushJournalRow), typeof(ZoneLease), typeof(DraftEdit), typeof(ImportFile), typeof(ProtectionKey), typeof(CatalogueState), typeof(SceneObject), typeof(DriftCheck), typeof(ZoneObject), typeof(ZoneReading)];

    private static readonly HashSet<string> Answers = [nameof(DriftFinding.AcceptedAt), nameof(DriftFinding.IgnoredUntil), nameof(DriftFinding.RevertedIn)];

    // Never leaves its own column, or would repeat a whole document.
    private static readonly HashSet<(Type, string)> Withheld =
    [
        (typeof(PortalUser), nameof(PortalUser.PasswordHash)), (typeof(PortalUser), nameof(PortalUser.SecurityStamp)),
        (typeof(StoredSecret), nameof(StoredSecret.Encrypted)), (typeof(Zone), nameof(Zone.DraftJson)), (typeof(ZoneRevision), nameof(ZoneRevision.DocumentJson)),
    ];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Write((PortalDbContext)eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Write((PortalDbContext)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private void Write(PortalDbContext context)
    {
        context.ChangeTracker.DetectChanges();
        var at = time.GetUtcNow();
        var records = context.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && !NotAudited.Contains(entry.Entity.GetType()))
            // What a reading found is the cloud's doing and kept in the finding itself; what people answer is audited.
            .Where(entry => entry.Entity is not DriftFinding || entry.State == EntityState.Modified && entry.Properties.Any(p => p.IsModified && Answers.Contains(p.Metadata.Name)))
            .Select(entry => RecordOf(entry, context.Actor, at)).ToList();
        context.AddRange(records);
    }

    private static AuditRecord RecordOf(EntityEntry entry, Actor actor, DateTimeOffset at) => new()
    {
        At = at,
        By = actor.Id,
        ByName = actor.Name,
        Act = actor.Act,
        Did = entry.State switch { EntityState.Added => "added", EntityState.Deleted => "removed", _ => "changed" },
        ObjectKind = entry.Metadata.ClrType.Name,
        ObjectId = string.Join('/', entry.Properties.Where(p => p.Metadata.IsPrimaryKey()).Select(p => p.CurrentValue)),
        ObjectName = NameOf(entry),
        BeforeJson = entry.State == EntityState.Added ? null : Fields(entry, p => p.OriginalValue),
        AfterJson = entry.State == EntityState.Deleted ? null : Fields(entry, p => p.CurrentValue),
        RequestId = actor.RequestId,
    };

    private static string? NameOf(EntityEntry entry) =>
        entry.Properties.FirstOrDefault(p => p.Metadata.Name is "Name" or "Title" or "DisplayName" or "Label")?.CurrentValue as string;

    private static string Fields(EntityEntry entry, Func<PropertyEntry, object?> value)
    {
        var fields = new JsonObject();
        foreach (var property in entry.Properties.Where(p => !p.Metadata.IsPrimaryKey() && !IsRowVersion(p.Metadata)))
        {
            if (entry.State == EntityState.Modified && !property.IsModified)
                continue;
            var raw = value(property);
            if (raw is not null)
                fields[JsonNamingPolicy.CamelCase.ConvertName(property.Metadata.Name)] = Withheld.Contains((entry.Metadata.ClrType, property.Metadata.Name)) ? "withheld" : Text(property.Metadata, raw);
        }
        return fields.ToJsonString(Json);
    }

    private static bool IsRowVersion(IProperty property) => property is { IsConcurrencyToken: true, ClrType: var type } && type == typeof(uint);

    private static JsonNode? Text(IProperty property, object value) => value switch
    {
        bool flag => flag,
        int number => number,
        long number => number,
        decimal number => number,
        byte[] bytes => $"{bytes.Length} bytes",
        string text when property.GetColumnType() == "jsonb" => JsonNode.Parse(text),
        string text => text,
        DateTimeOffset moment => moment.UtcDateTime.ToString("O"),
        IEnumerable<string> list => new JsonArray([.. list.Select(item => (JsonNode)item)]),
        IEnumerable<Guid> list => new JsonArray([.. list.Select(item => (JsonNode)item)]),
        _ when property.GetColumnType() == "jsonb" => JsonNode.Parse((string)property.GetTypeMapping().Converter!.ConvertToProvider(value)!),
        _ => value.ToString(),
    };
}
