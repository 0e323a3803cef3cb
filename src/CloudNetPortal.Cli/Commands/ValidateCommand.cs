using System.CommandLine;

namespace CloudNetPortal.Cli.Commands;

/// <summary><c>cloudnet validate</c>: all rules over all zones of a file.</summary>
internal sealed class ValidateCommand : Command
{
    public ValidateCommand() : base("validate", "Judge a design by every rule. Nothing is sent anywhere.")
    {
        Add(CommandOptions.DesignPath);
        foreach (var option in new Option[] { CommandOptions.Zone, CommandOptions.Inventory, CommandOptions.Pack, CommandOptions.Json }) Add(option);
        SetAction(RunAsync);
    }

    private static Task<int> RunAsync(ParseResult given, CancellationToken cancel) => Guarded.RunAsync(given, async () =>
    {
        var (file, zones, inventory) = await CommandOptions.OpenAsync(given, cancel);
        var judged = zones.Select(z => (Zone: z, Results: CommandOptions.Judge(z, file.Designs, inventory, given))).ToArray();
        if (given.GetValue(CommandOptions.Json))
            Output.Json(new
            {
                file = file.Path,
                notes = file.Problems.Concat(inventory.Problems).Select(p => p.ToString()),
                zones = judged.Select(j => new { name = j.Zone.Name, errors = j.Results.Errors.Count, warnings = j.Results.Warnings.Count, findings = j.Results.Findings }),
            });
        else
        {
            foreach (var note in file.Problems.Concat(inventory.Problems)) Console.WriteLine(note);
            foreach (var (zone, results) in judged) Output.Findings(zone.Name, results, all: true);
        }
        return judged.Any(j => j.Results.Errors.Count > 0) ? ExitCode.OpenErrors : ExitCode.Done;
    });
}
