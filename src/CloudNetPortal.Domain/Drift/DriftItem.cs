using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Drift;

/// <summary>One difference between what was pushed and what is on the cloud.</summary>
/// <param name="Path">Place in the design: of the field, or of an object that was added or removed.</param>
/// <param name="Field">Field of the object, as the design or (for a state) the cloud calls it; empty for a whole object.</param>
/// <param name="Kind">What happened to it.</param>
/// <param name="Title">What people call the object: “physical network guest-a”.</param>
/// <param name="Expected">What was pushed, as text; null for nothing.</param>
/// <param name="Observed">What is there, as text; null for nothing.</param>
/// <param name="CloudId">Id of the object on the cloud, where it is known.</param>
public sealed record DriftItem(string Path, string Field, DriftKind Kind, string Title, string? Expected, string? Observed, string? CloudId)
{
    /// <summary>The edit that makes the design say what the cloud says; null for states that no design describes.</summary>
    public FieldEdit? Edit { get; init; }

    /// <summary>Who did it and when, where CloudStack's events tell.</summary>
    public DriftCause? Cause { get; init; }

    /// <summary>Stays the same as long as it is the same difference: place, field, and what is there.</summary>
    public string Key => $"{Path}|{Field}|{Observed ?? Text(Edit?.To)}";

    /// <summary>JSON as people read it: texts bare, lists by commas.</summary>
    public static string? Text(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonArray items => string.Join(", ", items.Select(Text)),
        _ => node.ToJsonString(DesignJson.Options),
    };
}

/// <summary>What happened to an object.</summary>
public enum DriftKind
{
    /// <summary>A field has another value.</summary>
    Changed,
    /// <summary>It is there, and the design does not know it.</summary>
    Added,
    /// <summary>It is gone.</summary>
    Removed,
    /// <summary>It is in another state than it was handed over in; a design has no field for that.</summary>
    State,
}

/// <summary>An event of CloudStack that tells of a change.</summary>
/// <param name="By">Name of the user.</param>
/// <param name="Account">Account of the user.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Event">Type, such as ZONE.EDIT.</param>
/// <param name="Text">CloudStack's own words.</param>
/// <param name="IsCertain">True when the event names the object; false when it only is of the right kind.</param>
public sealed record DriftCause(string By, string? Account, DateTimeOffset At, string Event, string? Text, bool IsCertain);
