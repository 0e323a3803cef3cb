using System.Text.Json;
using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Zones.Documents;

namespace CloudNetPortal.Domain.Plans;

/// <summary>In what two plans for the same design differ: approvals hold as long as they would make the same calls.</summary>
/// <param name="Added">Steps that are new.</param>
/// <param name="Gone">Steps that are no longer there.</param>
/// <param name="Changed">Steps that do something else: before and after.</param>
/// <param name="Others">Problems, questions and what is left alone that are new.</param>
public sealed record PlanDifference(IReadOnlyList<PlanStep> Added, IReadOnlyList<PlanStep> Gone, IReadOnlyList<(PlanStep Before, PlanStep After)> Changed, IReadOnlyList<string> Others)
{
    /// <summary>True when both would make the same calls for the same reasons.</summary>
    public bool IsEmpty => Added.Count == 0 && Gone.Count == 0 && Changed.Count == 0 && Others.Count == 0;

    /// <summary>Compares two plans; the snapshots they were made against do not count.</summary>
    public static PlanDifference Between(Plan before, Plan after)
    {
        var (old, now) = (before.Steps.ToDictionary(s => s.Key), after.Steps.ToDictionary(s => s.Key));
        return new PlanDifference(
            [.. after.Steps.Where(s => !old.ContainsKey(s.Key))],
            [.. before.Steps.Where(s => !now.ContainsKey(s.Key))],
            [.. after.Steps.Where(s => old.TryGetValue(s.Key, out var was) && !Same(was, s)).Select(s => (old[s.Key], s))],
            [.. Said(after).Except(Said(before)), .. Options(before) == Options(after) ? [] : Otherwise]);
    }

    /// <summary>One sentence for people.</summary>
    public string Sentence => IsEmpty ? "the same steps" : string.Join(", ", new[]
    {
        Count(Added.Count, "new step", Added.Select(s => s.Title)), Count(Gone.Count, "step gone", Gone.Select(s => s.Title)), Count(Changed.Count, "step changed", Changed.Select(s => s.After.Title)),
        Others.Count == 0 ? null : Others[0],
    }.OfType<string>());

    private static string? Count(int count, string what, IEnumerable<string> titles) =>
        count == 0 ? null : $"{count} {(count == 1 ? what : what.Replace("step", "steps", StringComparison.Ordinal))} ({string.Join("; ", titles.Take(3))}{(count > 3 ? "; …" : "")})";

    private static string Options(Plan plan) => JsonSerializer.Serialize(plan.Options, PlanJson.Options);

    private static readonly string[] Otherwise = ["It is carried out in another way."];

    // Which steps come first among equals may change without anybody noticing; what is called, and what it means, may not.
    private static bool Same(PlanStep a, PlanStep b) => Bytes(a).AsSpan().SequenceEqual(Bytes(b));

    private static byte[] Bytes(PlanStep step)
    {
        var node = (JsonObject)JsonSerializer.SerializeToNode(step with { After = [.. step.After.Order(StringComparer.Ordinal)] }, PlanJson.Options)!;
        return CanonicalJson.Bytes(node);
    }

    private static IEnumerable<string> Said(Plan plan) =>
        plan.Problems.Select(p => $"{p.Title}: {p.Text}").Concat(plan.Questions.Select(q => $"{q.Title}: {q.Text} {(q.IsAnswered ? q.Answer ?? "none" : "open")}"));
}
