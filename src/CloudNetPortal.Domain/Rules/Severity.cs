using System.Text.Json.Serialization;

namespace CloudNetPortal.Domain.Rules;

/// <summary>How much a finding weighs.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Severity>))]
public enum Severity
{
    /// <summary>Not evaluated in this policy pack.</summary>
    Off,
    /// <summary>Shown and counted; blocks nothing.</summary>
    Advice,
    /// <summary>Must be acknowledged by name or waived.</summary>
    Warning,
    /// <summary>Blocks submit and push until fixed or waived.</summary>
    Error,
}
