using System.Text.Json.Serialization;

namespace CloudNetPortal.Domain.Rules;

/// <summary>Where a finding is counted: by its weight while it is open, else by what became of it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Standing>))]
public enum Standing
{
    /// <summary>An error that nobody has waived, or that could not be judged where the pack does not let that pass.</summary>
    Error,
    /// <summary>A warning that nobody has answered.</summary>
    Warning,
    /// <summary>Blocks nothing.</summary>
    Advice,
    /// <summary>Could not be judged.</summary>
    NotVerified,
    /// <summary>A warning that a named person has taken note of.</summary>
    Acknowledged,
    /// <summary>Covered by an approved waiver.</summary>
    Waived,
}
