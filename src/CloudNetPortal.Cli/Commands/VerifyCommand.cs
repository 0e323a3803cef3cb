using System.CommandLine;
using CloudNetPortal.Cli.Clouds;
using CloudNetPortal.Cli.Files;
using CloudNetPortal.Push;
using CloudNetPortal.Push.Journals;

namespace CloudNetPortal.Cli.Commands;

/// <summary><c>cloudnet verify</c>: compares the design with what is there, and changes nothing.</summary>
internal sealed class VerifyCommand : Command
{
    public VerifyCommand() : base("verify", "Compare a design with what is there. Nothing is changed.")
    {
        Add(CommandOptions.DesignPath);
        foreach (var option in new Option[] { CommandOptions.Zone, CommandOptions.Inventory, CommandOptions.Journal, CommandOptions.Profile, CommandOptions.SecretsFile, CommandOptions.Json }) Add(option);
        SetAction(RunAsync);
    }

    private static Task<int> RunAsync(ParseResult given, CancellationToken cancel) => Guarded.RunAsync(given, async () =>
    {
        var (file, zones, inventory) = await CommandOptions.OpenAsync(given, cancel);
        using var cloud = CloudAccess.Open(given.GetValue(CommandOptions.Profile));
        var secrets = await SecretTexts.ReadAsync(file.Secrets, given.GetValue(CommandOptions.SecretsFile), cancel);
        List<PushOutcome> outcomes = [];
        foreach (var zone in zones)
        {
            var files = PushFiles.For(given.GetValue(CommandOptions.Journal), zone, zones.Count > 1);
            var withJournal = given.GetValue(CommandOptions.Journal) is not null && File.Exists(files.Journal);
            var plan = withJournal ? (await files.PlanForAsync(zone, inventory.Catalogue, cancel)).Plan : DesignFile.PlanOf(zone, inventory.Catalogue);
            await using var journal = withJournal ? await FileJournal.OpenAsync(files.Journal, cancel) : null;
            outcomes.Add(await new PlanVerifier(plan, cloud.Client, secrets.OpenAsync, TimeProvider.System).RunAsync(journal, cancel));
            if (!given.GetValue(CommandOptions.Json)) Output.Outcome(Console.Out, outcomes[^1]);
        }
        if (given.GetValue(CommandOptions.Json)) Output.Json(outcomes);
        return outcomes.Select(o => Output.StatusOf(o.Kind)).Max();
    });
}
