namespace CloudNetPortal.Domain.Plans;

/// <summary>A plan as text: one line per call, for golden files, terminals and downloads.</summary>
public static class PlanText
{
    /// <summary>All steps.</summary>
    public static string Of(Plan plan) => string.Concat(plan.Steps.Select((s, i) => $"{i + 1,3}  {Of(s)}\n"));

    /// <summary>One step: key, command, arguments; ids of earlier steps as ${key}, secrets as ***.</summary>
    public static string Of(PlanStep step) => $"{step.Key}: {step.Command}{string.Concat(step.Arguments.Select(a => $" {a.Name}={Of(a)}"))}{(step.OnlyFinds ? "   (finds)" : "")}";

    /// <summary>One argument.</summary>
    public static string Of(PlanArgument argument) => argument switch
    {
        { Text: { } text } => text.Any(c => char.IsWhiteSpace(c)) || text.Length == 0 ? $"\"{text}\"" : text,
        { Step: { } step } => $"${{{step}{(argument.Field is null ? "" : "." + argument.Field)}}}",
        _ => "***",
    };
}
