namespace CloudNetPortal.Domain.Plans;

/// <summary>A plan as text: one line per call, for golden files, terminals and downloads.</summary>
public static class PlanText
{
    /// <summary>Problems, questions, all steps, and what is left alone.</summary>
    public static string Of(Plan plan) => string.Concat(
    [
        .. plan.Problems.Select(p => $"PROBLEM  {p.Title}: {p.Text} {p.Cure}\n"),
        .. plan.Questions.Select(q => $"QUESTION {q.Title}: {q.Text} {string.Join(" | ", q.Candidates.Select(c => c.Id))}{(q.IsAnswered ? $"   (answer: {q.Answer ?? "none of them"})" : "")}\n"),
        .. plan.Steps.Select((s, i) => $"{i + 1,3}  {Of(s)}\n"),
        .. plan.LeftAlone.Select(l => $"LEFT     {l.Kind} {l.Name}: {l.Why}\n"),
    ]);

    /// <summary>One step: what it does, key, command, arguments; ids of earlier steps as ${key}, secrets as ***; former values behind.</summary>
    public static string Of(PlanStep step) => step switch
    {
        { Action: PlanAction.Wait, Wait: { } wait } => $"{step.Key}: waits for {wait.For}",
        { Action: PlanAction.Keep } => $"{step.Key}: keeps ({Call(step)})",
        _ => $"{step.Key}: {Call(step)}{(step.OnlyFinds ? "   (finds)" : "")}{Behind(step)}",
    };

    /// <summary>One argument.</summary>
    public static string Of(PlanArgument argument) => argument switch
    {
        { Text: { } text } => text.Any(c => char.IsWhiteSpace(c)) || text.Length == 0 ? $"\"{text}\"" : text,
        { Step: { } step } => $"${{{step}{(argument.Field is null ? "" : "." + argument.Field)}}}",
        _ => "***",
    };

    private static string Call(PlanStep step) => $"{step.Command}{string.Concat(step.Arguments.Select(a => $" {a.Name}={Of(a)}"))}";

    private static string Behind(PlanStep step) => step.Action switch
    {
        PlanAction.Change => $"   (changes{(step.Former.Count == 0 ? "" : $"; was {string.Join(", ", step.Former.Select(f => $"{f.Field}={f.Value ?? "nothing"}"))}")})",
        PlanAction.Remove => "   (removes)",
        _ => "",
    };
}
