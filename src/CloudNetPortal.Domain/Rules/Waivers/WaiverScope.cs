using System.Text.Json.Serialization;

namespace CloudNetPortal.Domain.Rules.Waivers;

/// <summary>How far a waiver reaches. There is none wider than a zone.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WaiverScope>))]
public enum WaiverScope
{
    /// <summary>This one finding.</summary>
    OneFinding,
    /// <summary>All findings of the rule's case that name one object.</summary>
    OneObject,
    /// <summary>All findings of the rule's case in the zone.</summary>
    WholeZone,
    /// <summary>The findings that were chosen together, each by its own fingerprint.</summary>
    SeveralFindings,
}
