using System.CommandLine;
using CloudNetPortal.Cli.Clouds;
using CloudNetPortal.Cli.Files;
using CloudNetPortal.Domain.Rules;

namespace CloudNetPortal.Cli.Commands;

/// <summary><c>cloudnet validate</c>: all rules over all zones of a file.</summary>
internal sealed class ValidateCommand : Command
{
    private static readonly Option<string> Format = new("--format") { Description = "text, json, or sarif (2.1.0, for code scanners).", DefaultValueFactory = _ => "text" };

    private static readonly Option<bool> Live = new("--live") { Description = "Look at the cloud first: rules for zones that stand judge by what is there. List calls only." };

    static ValidateCommand() => Format.AcceptOnlyFromAmong("text", "json", "sarif");

    public ValidateCommand() : base("validate", "Judge a design by every rule. Nothing is changed anywhere.")
    {
        Add(CommandOptions.DesignPath);
        foreach (var option in new Option[] { CommandOptions.Zone, CommandOptions.Inventory, CommandOptions.Pack, CommandOptions.Answers, Live, CommandOptions.Journal, CommandOptions.Profile, Format, CommandOptions.Json }) Add(option);
        SetAction(RunAsync);
    }

    private static Task<int> RunAsync(ParseResult given, CancellationToken cancel) => Guarded.RunAsync(given, async () =>
    {
        var (file, zones, inventory) = await CommandOptions.OpenAsync(given, cancel);
        var answers = await AnswersFile.ReadAsync(given.GetValue(CommandOptions.Answers), cancel);
        var now = TimeProvider.System.GetUtcNow();
        using var cloud = given.GetValue(Live) ? CloudAccess.Open(given.GetValue(CommandOptions.Profile)) : null;
        List<(string Zone, RuleResults Results)> judged = [];
        foreach (var zone in zones)
        {
            var results = CommandOptions.Judge(zone, file.Designs, inventory, given, cloud is null ? null : (await ZoneLook.TakeAsync(cloud, file, zone, given, zones.Count > 1, cancel)).Snapshot);
            judged.Add((zone.Name, answers?.Apply(zone.Name, results, now) ?? results));
        }
        var notes = file.Problems.Concat(inventory.Problems).Select(p => p.ToString()).ToArray();
        switch (given.GetValue(CommandOptions.Json) ? "json" : given.GetRequiredValue(Format))
        {
            case "json":
                Output.Json(new
                {
                    file = file.Path,
                    notes,
                    zones = judged.Select(j => new { name = j.Zone, errors = j.Results.Counts.Errors, warnings = j.Results.Counts.Warnings, counts = j.Results.Counts, findings = j.Results.Findings.Select(f => f with { Fixes = f.Ways }) }),
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

        return judged.Exists(j => j.Results.Errors.Count > 0) ? ExitCode.OpenErrors : ExitCode.Done;
    });
}
