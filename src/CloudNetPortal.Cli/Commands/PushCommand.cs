using System.CommandLine;
using CloudNetPortal.Cli.Clouds;
using CloudNetPortal.Cli.Drills;
using CloudNetPortal.Cli.Files;
using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.Domain.Rules;
using CloudNetPortal.Domain.Snapshots;
using CloudNetPortal.Domain.Zones;
using CloudNetPortal.Push;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Push.Snapshots;

namespace CloudNetPortal.Cli.Commands;

/// <summary><c>cloudnet push</c>: carries the plan out, resumably, and shows the proof.</summary>
internal sealed class PushCommand : Command
{
    private static readonly Option<string[]> Accept = new("--accept")
    {
        Description = "Push in spite of these rules' errors, such as CNP1001,CNP3002. For practice clouds only.", AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string[]> Choose = new("--choose")
    {
        Description = "After exit status 5: STEP=ID for the object meant, STEP=new for none of them.", AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<double?> Landing = new("--landing-seconds")
    {
        Description = "Longest wait for a lost call that may still take effect; default: what the plan says for each call. For practice clouds only.",
    };

    public PushCommand() : base("push", "Make the zone, up to four calls at a time, and read everything back. Can be ended at any point and run again.")
    {
        Add(CommandOptions.DesignPath);
        foreach (var option in new Option[]
        {
            CommandOptions.Zone, CommandOptions.Inventory, CommandOptions.Pack, CommandOptions.Journal, CommandOptions.Profile, CommandOptions.SecretsFile, Accept, Choose, Landing, CommandOptions.Json,
        }) Add(option);
        SetAction(RunAsync);
    }

    private static Task<int> RunAsync(ParseResult given, CancellationToken cancel) => Guarded.RunAsync(given, async () =>
    {
        var (file, zones, inventory) = await CommandOptions.OpenAsync(given, cancel);
        var cloud = CloudCredentials.Find(given.GetValue(CommandOptions.Profile));
        await CheckPracticeAsync(given, cloud, cancel);
        var isBlocked = false;
        foreach (var zone in zones) isBlocked |= BlockedBy(zone, file, inventory, given, await SeenAsync(zone, file, given, zones.Count > 1, cancel));
        if (isBlocked) return ExitCode.OpenErrors;

        var secrets = await SecretTexts.ReadAsync(file.Secrets, given.GetValue(CommandOptions.SecretsFile), cancel);
        List<PushOutcome> outcomes = [];
        foreach (var zone in zones)
        {
            outcomes.Add(await PushAsync(zone, PushFiles.For(given.GetValue(CommandOptions.Journal), zone, zones.Count > 1), inventory, cloud, secrets, given, cancel));
            if (outcomes[^1].Kind != PushOutcomeKind.Completed) break;
        }
        if (given.GetValue(CommandOptions.Json)) Output.Json(outcomes);
        return Output.StatusOf(outcomes[^1].Kind);
    });

    private static async Task<PushOutcome> PushAsync(
        ZoneDesign zone, PushFiles files, InventoryFolder inventory, CloudStackEndpoint cloud, SecretTexts secrets, ParseResult given, CancellationToken cancel)
    {
        var text = given.GetValue(CommandOptions.Json) ? Console.Error : Console.Out;
        var (plan, resumed) = await files.PlanForAsync(zone, inventory.Catalogue, cancel);
        secrets.CheckAll(plan);
        await using var journal = await FileJournal.OpenAsync(files.Journal, cancel);
        text.WriteLine($"Zone {zone.Name} to {cloud}: {plan.Steps.Count} steps, plan {plan.Hash()[..12]}…, journal {files.Journal}{(resumed ? " (resumed)" : "")}");

        IPushObserver observer = new ConsoleObserver(text, plan.Steps.Count);
        var drill = KillDrill.Find(observer, plan);
        if (drill is not null) drill.InnerHandler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        using var http = CloudStackHttp.Create(drill ?? CloudAccess.Handler(given.GetValue(CommandOptions.Profile)));
        var runner = new PlanRunner(plan, new CloudStackClient(http, cloud, TimeProvider.System), journal, secrets.OpenAsync, drill ?? observer, TimeProvider.System)
        {
            Choices = ChoicesOf(given.GetValue(Choose) ?? []),
            Patience = new PushPatience { LandingLimit = given.GetValue(Landing) is { } seconds ? TimeSpan.FromSeconds(seconds) : null },
        };
        var outcome = await runner.RunAsync(stop: cancel);
        Output.Outcome(text, outcome);
        return outcome;
    }

    private static bool BlockedBy(ZoneDesign zone, DesignFile file, InventoryFolder inventory, ParseResult given, ZoneSnapshot? live)
    {
        var accepted = AcceptedIds(given);
        var results = CommandOptions.Judge(zone, file.Designs, inventory, given, live);
        var open = results.Errors.Where(e => !accepted.Contains(e.RuleId)).ToArray();
        if (open.Length > 0) Output.Findings(zone.Name, new RuleResults(open), all: false);
        return open.Length > 0;
    }

    // A zone that is known to be this one is judged as it was just read. A push that goes on is not judged anew by what it made itself; a stranger of the
    // same name is asked about by the push; and where nobody can look, the push will say so.
    private static async Task<ZoneSnapshot?> SeenAsync(ZoneDesign zone, DesignFile file, ParseResult given, bool several, CancellationToken cancel)
    {
        var files = PushFiles.For(given.GetValue(CommandOptions.Journal), zone, several);
        if (File.Exists(files.PlanPath) || several || !(await KnownIds.ReadAsync(file.Path, null, cancel)).TryGetValue("zone", out var id)) return null;
        try
        {
            using var cloud = CloudAccess.Open(given.GetValue(CommandOptions.Profile));
            return (await new SnapshotReader(cloud.Client, TimeProvider.System).ReadByIdAsync(id, cancel)).Snapshot;
        }
        catch (SnapshotException e)
        {
            Console.Error.WriteLine($"note: zone {zone.Name} is judged without what is there: {e.Message}");
            return null;
        }
    }

    private static HashSet<string> AcceptedIds(ParseResult given) =>
        (given.GetValue(Accept) ?? []).SelectMany(a => a.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static async Task CheckPracticeAsync(ParseResult given, CloudStackEndpoint cloud, CancellationToken cancel)
    {
        var asked = new[] { AcceptedIds(given).Count > 0 ? "--accept" : null, given.GetValue(Landing) is not null ? "--landing-seconds" : null }.OfType<string>().ToArray();
        if (asked.Length > 0 && !await PracticeMark.IsPracticeAsync(cloud.Address, cancel))
            throw new InputException($"{string.Join(" and ", asked)}: {cloud.Address.Authority} is not a practice cloud. Mend the design, or have the findings waived in the portal.");
    }

    private static Dictionary<string, string?> ChoicesOf(IEnumerable<string> given)
    {
        var choices = new Dictionary<string, string?>();
        foreach (var choice in given)
        {
            var equals = choice.LastIndexOf('=');
            if (equals <= 0) throw new InputException($"--choose {choice}: write STEP=ID or STEP=new.");
            choices[choice[..equals]] = choice[(equals + 1)..] is var id and not "new" ? id : null;
        }
        return choices;
    }
}
