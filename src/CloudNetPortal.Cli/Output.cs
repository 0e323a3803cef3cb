using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Push;

namespace CloudNetPortal.Cli;

/// <summary>How results are printed.</summary>
internal static class Output
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void Json<T>(T value) => Console.WriteLine(JsonSerializer.Serialize(value, Options));

    public static void Findings(string zone, RuleResults results, bool all)
    {
        Console.WriteLine($"Zone {zone}: {results.Counts}");
        foreach (var finding in all ? results.Findings : results.Errors)
        {
            Console.WriteLine($"  {Word(finding.Standing),-12} {finding.RuleId}{finding.Case}{(finding.Path.Length == 0 ? "" : " " + finding.Path)}: {finding.Message}");
            if (finding.Answer is { } answer) Console.WriteLine($"               {(finding.Standing is Standing.Waived or Standing.Acknowledged ? "" : "its waiver ended: ")}{answer.By}: {answer.Sentence}{(answer.Until is { } end ? $" (until {end.UtcDateTime:yyyy-MM-dd})" : "")}");
            foreach (var fix in finding.Ways) Fix(fix);
        }
    }

    private static void Fix(Fix fix)
    {
        const string indent = "               ";
        Console.WriteLine($"{indent}{(fix.Kind switch { FixKind.OneClick => "one click", FixKind.Guided => "guided", _ => "by hand" })}: {fix.Title}{(fix.Input is { } input ? $" ({input.Label})" : "")}");
        foreach (var choice in fix.Choices) Console.WriteLine($"{indent}  - {choice.Title}{(choice.Note is { Length: > 0 } note ? $" ({note})" : "")}");
        foreach (var line in (fix.Manual ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)) Console.WriteLine($"{indent}  {line}");
    }

    private static string Word(Standing standing) => standing switch { Standing.NotVerified => "not verified", _ => standing.ToString().ToLowerInvariant() };

    public static void Outcome(TextWriter writer, PushOutcome outcome)
    {
        foreach (var proof in outcome.Proofs.Where(p => !p.Same))
            writer.WriteLine($"  differs  {proof.ObjectTitle}{(proof.Field.Length == 0 ? "" : $", {proof.Field}")}: planned “{proof.Pushed}”, observed {(proof.Observed is null ? "nothing" : $"“{proof.Observed}”")}");
        foreach (var step in outcome.Steps.Where(s => s.State == StepState.NeedsChoice))
            foreach (var candidate in step.Candidates)
                writer.WriteLine($"  --choose \"{step.Key}={candidate.Id}\"  {string.Join(", ", candidate.Fields.Where(f => f.Key != "id").Take(6).Select(f => $"{f.Key} {f.Value}"))}");
        writer.WriteLine(outcome.Text);
        writer.WriteLine($"{outcome.Proofs.Count()} fields compared, {outcome.Proofs.Count(p => !p.Same)} differ.");
    }

    public static int StatusOf(PushOutcomeKind kind) => kind switch
    {
        PushOutcomeKind.Completed => ExitCode.Done,
        PushOutcomeKind.Differs => ExitCode.Differs,
        PushOutcomeKind.Refused => ExitCode.Refused,
        PushOutcomeKind.NeedsChoice => ExitCode.NeedsChoice,
        PushOutcomeKind.NotAllowed => ExitCode.NotAllowed,
        PushOutcomeKind.Fenced => ExitCode.InUse,
        _ => ExitCode.Unfinished,
    };
}
