using System.CommandLine;
using System.Text.Json.Nodes;
using CloudNetPortal.Cli.Clouds;
using CloudNetPortal.Cli.Files;
using CloudNetPortal.Domain.Plans;
using CloudNetPortal.Domain.Zones;

namespace CloudNetPortal.Cli.Commands;

/// <summary><c>cloudnet plan</c>: every API call a push would make, in order.</summary>
internal sealed class PlanCommand : Command
{
    private static readonly Option<bool> Live = new("--live") { Description = "Look at the cloud first: the plan says what is made, changed, kept and removed there. List calls only." };

    public PlanCommand() : base("plan", "Show every API call that a push would make, in order. Nothing is changed anywhere.")
    {
        Add(CommandOptions.DesignPath);
        foreach (var option in new Option[] { Live, CommandOptions.Zone, CommandOptions.Inventory, CommandOptions.Journal, CommandOptions.Profile, CommandOptions.Json }) Add(option);
        SetAction(RunAsync);
    }

    private static Task<int> RunAsync(ParseResult given, CancellationToken cancel) => Guarded.RunAsync(given, async () =>
    {
        var (file, zones, inventory) = await CommandOptions.OpenAsync(given, cancel);
        using var cloud = given.GetValue(Live) ? CloudAccess.Open(given.GetValue(CommandOptions.Profile)) : null;
        List<Plan> plans = [];
        foreach (var zone in zones)
            plans.Add(cloud is null ? DesignFile.PlanOf(zone, inventory.Catalogue) : Planner.Plan(zone, DesignFile.HashOf(zone), inventory.Catalogue, await LookAsync(cloud, file, zone, given, zones.Count > 1, cancel)));
        if (given.GetValue(CommandOptions.Json))
            Output.Json(plans.Select(p => new { hash = p.Hash(), plan = JsonNode.Parse(p.ToBytes()) }));
        else
            foreach (var plan in plans)
                Console.Write($"Zone {plan.ZoneName}: {plan.Steps.Count} steps, plan {plan.Hash()}{Environment.NewLine}{PlanText.Of(plan)}");
        return ExitCode.Done;
    });

    // Objects are those of FILE.ids.json or of the journal. Nothing is taken for owned: what the design does not know is told and left alone.
    private static async Task<PlanInputs> LookAsync(CloudAccess cloud, DesignFile file, ZoneDesign zone, ParseResult given, bool several, CancellationToken cancel)
    {
        var look = await ZoneLook.TakeAsync(cloud, file, zone, given, several, cancel);
        return new PlanInputs { Snapshot = look.Snapshot, KnownIds = look.Known };
    }
}
