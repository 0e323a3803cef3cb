using System.Text.Json.Serialization;

namespace CloudNetPortal.Domain.Rules;

/// <summary>What became of a judged rule for one subject.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingStatus>))]
public enum FindingStatus
{
    /// <summary>A problem nobody has answered yet.</summary>
    Open,
    /// <summary>A warning that a named person has taken note of.</summary>
    Acknowledged,
    /// <summary>Covered by an approved exception with an end.</summary>
    Waived,
    /// <summary>Could not be judged because data is missing or old; never shown as good.</summary>
    NotVerified,
}
