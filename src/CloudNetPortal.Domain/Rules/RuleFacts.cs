namespace CloudNetPortal.Domain.Rules;

/// <summary>What is computed once and read by all rules.</summary>
public sealed class RuleFacts(RuleInput input)
{
    /// <summary>What the facts were built from.</summary>
    public RuleInput Input { get; } = input;
    /// <summary>The design.</summary>
    public Zones.ZoneDesign Design => Input.Design;
}
