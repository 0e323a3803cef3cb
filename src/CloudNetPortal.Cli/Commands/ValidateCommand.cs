using System.CommandLine;
using CloudNetPortal.Cli.Files;
using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Cli.Commands;

/// <summary><c>cloudnet validate</c>: all rules over all zones of a file.</summary>
internal sealed class ValidateCommand : Command
{
    private static readonly Option<string> Format = new("--format") { Description = "text, json, or sarif (2.1.0, for code scanners).", DefaultValueFactory = _ => "text" };

    static ValidateCommand() => Format.AcceptOnlyFromAmong("text", "json", "sarif");

    public ValidateCommand() : base("validate", "Judge a design by every rule. Nothing is sent anywhere.")
    {
        Add(CommandOptions.DesignPath);
        foreach (var option in new Option[] { CommandOptions.Zone, CommandOptions.Inventory, CommandOptions.Pack, CommandOptions.Answers, Format, CommandOptions.Json }) Add(option);
        SetAction(RunAsync);
    }

    private static Task<int> RunAsync(ParseResult given, CancellationToken cancel) => Guarded.RunAsync(given, async () =>
    {
        var (file, zones, inventory) = await CommandOptions.OpenAsync(given, cancel);
        var answers = await AnswersFile.ReadAsync(given.GetValue(CommandOptions.Answers), cancel);
        var now = TimeProvider.System.GetUtcNow();
        var judged = zones.Select(z => (Zone: z.Name, Results: CommandOptions.Judge(z, file.Designs, inventory, given))).Select(j => (j.Zone, Results: answers?.Apply(j.Zone, j.Results, now) ?? j.Results)).ToArray();
        var notes = file.Problems.Concat(inventory.Problems).Select(p => p.ToString()).ToArray();
        switch (given.GetValue(CommandOptions.Json) ? "json" : given.GetRequiredValue(Format))
        {
            case "json":
                Output.Json(new
                {
                    file = file.Path,
                    notes,
                    zones = judged.Select(j => new { name = j.Zone, errors = j.Results.Counts.Errors, warnings = j.Results.Counts.Warnings, counts = j.Results.Counts, findings = j.Results.Findings }),
                });
                break;
            case "sarif":
                Output.Json(SarifReport.Of(judged, Path.GetRelativePath(Environment.CurrentDirectory, file.Path).Replace('\\', '/'), typeof(ValidateCommand).Assembly.GetName().Version!.ToString(3), rule => $"docs/rules/{rule}.md"));
                foreach (var note in notes) Console.Error.WriteLine(note);
                break;
            default:
                foreach (var note in notes) Console.WriteLine(note);
                foreach (var (zone, results) in judged) Output.Findings(zone, results, all: true);
                break;
        }

        return judged.Any(j => j.Results.Errors.Count > 0) ? ExitCode.OpenErrors : ExitCode.Done;
    });
}
