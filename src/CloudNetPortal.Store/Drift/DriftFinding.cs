using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Drift;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Store.Drift;

/// <summary>One difference between a zone and its cloud, from when it was first seen until it is gone.</summary>
public sealed class DriftFinding
{
    private DriftFinding() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ZoneId { get; private set; }

    /// <summary>Place, field and what is there: the same difference keeps it.</summary>
    public string Key { get; private set; } = "";

    [MaxLength(1000)]
    public string Path { get; private set; } = "";

    [MaxLength(200)]
    public string Field { get; private set; } = "";

    public DriftKind Kind { get; private set; }

    /// <summary>What people call the object.</summary>
    public string Title { get; private set; } = "";

    public string? Expected { get; private set; }
    public string? Observed { get; private set; }

    /// <summary>Id of the object on the cloud.</summary>
    [MaxLength(100)]
    public string? CloudId { get; private set; }

    /// <summary>The edit of the design that accepts it, as JSON of its two values; null for states.</summary>
    public string? EditJson { get; private set; }

    /// <summary>Who did it and when (DriftCause as JSON), where events tell.</summary>
    public string? CauseJson { get; private set; }

    public DateTimeOffset FirstSeen { get; private set; }
    public DateTimeOffset LastSeen { get; private set; }

    /// <summary>When it was no longer there; null while it is.</summary>
    public DateTimeOffset? GoneAt { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    [MaxLength(100)]
    public string? AcceptedBy { get; private set; }

    public DateTimeOffset? IgnoredUntil { get; private set; }

    [MaxLength(1000)]
    public string? IgnoreReason { get; private set; }

    [MaxLength(100)]
    public string? IgnoredBy { get; private set; }

    /// <summary>Number of the change that reverts it; null for none.</summary>
    public int? RevertedIn { get; private set; }

    public uint Version { get; private set; }

    /// <summary>True when somebody has to do something about it.</summary>
    public bool IsOpenAt(DateTimeOffset now) => GoneAt is null && AcceptedAt is null && !IsIgnoredAt(now);

    public bool IsIgnoredAt(DateTimeOffset now) => IgnoredUntil > now;

    /// <summary>Seen for the first time.</summary>
    public static DriftFinding Of(Guid zoneId, DriftItem item, DateTimeOffset at)
    {
        var finding = new DriftFinding { ZoneId = zoneId, Key = item.Key, Path = item.Path, Field = item.Field, Kind = item.Kind, FirstSeen = at };
        finding.See(item, at);
        return finding;
    }

    /// <summary>Seen again.</summary>
    public void See(DriftItem item, DateTimeOffset at)
    {
        (Title, Expected, Observed, CloudId, LastSeen) = (item.Title, item.Expected, item.Observed, item.CloudId, at);
        EditJson = item.Edit is { } edit ? new JsonObject { ["from"] = edit.From?.DeepClone(), ["to"] = edit.To?.DeepClone() }.ToJsonString() : null;
        // Events are kept for a while only: what they told once is not forgotten.
        if (item.Cause is { } cause) CauseJson = JsonSerializer.Serialize(cause);
    }

    /// <summary>Not there any more.</summary>
    public void Go(DateTimeOffset at) => GoneAt = at;

    /// <summary>The design takes it over.</summary>
    public void Accept(string by, DateTimeOffset at) => (AcceptedBy, AcceptedAt) = (by, at);

    /// <summary>Nobody is bothered with it until then.</summary>
    public void Ignore(string by, DateTimeOffset until, string reason) => (IgnoredBy, IgnoredUntil, IgnoreReason) = (by, until, reason);

    /// <summary>Counts again.</summary>
    public void Heed() => (IgnoredBy, IgnoredUntil, IgnoreReason) = (null, null, null);

    /// <summary>A change brings back what was pushed.</summary>
    public void RevertIn(int change) => RevertedIn = change;

    /// <summary>The edit of the design that accepts it; null for states.</summary>
    public FieldEdit? Edit()
    {
        if (EditJson is null) return null;
        var values = JsonNode.Parse(EditJson)!.AsObject();
        return new FieldEdit(Path, values["from"]?.DeepClone(), values["to"]?.DeepClone());
    }

    /// <summary>Who did it and when.</summary>
    public DriftCause? Cause() => CauseJson is null ? null : JsonSerializer.Deserialize<DriftCause>(CauseJson);
}
