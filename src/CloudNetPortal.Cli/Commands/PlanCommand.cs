using System.CommandLine;
using System.Text.Json.Nodes;
using CloudNetPortal.Cli.Files;
using CloudNetPortal.Domain.Plans;

namespace CloudNetPortal.Cli.Commands;

/// <summary><c>cloudnet plan</c>: every API call a push would make, in order.</summary>
internal sealed class PlanCommand : Command
{
    public PlanCommand() : base("plan", "Show every API call that a push would make, in order. Nothing is sent anywhere.")
    {
        Add(CommandOptions.DesignPath);
        foreach (var option in new Option[] { CommandOptions.Zone, CommandOptions.Inventory, CommandOptions.Json }) Add(option);
        SetAction(RunAsync);
    }

    private static Task<int> RunAsync(ParseResult given, CancellationToken cancel) => Guarded.RunAsync(given, async () =>
    {
        var (_, zones, inventory) = await CommandOptions.OpenAsync(given, cancel);
        var plans = zones.Select(z => DesignFile.PlanOf(z, inventory.Catalogue)).ToArray();
        if (given.GetValue(CommandOptions.Json))
            Output.Json(plans.Select(p => new { hash = p.Hash(), plan = JsonNode.Parse(p.ToBytes()) }));
        else
            foreach (var plan in plans)
                Console.Write($"Zone {plan.ZoneName}: {plan.Steps.Count} steps, plan {plan.Hash()}{Environment.NewLine}{PlanText.Of(plan)}");
        return ExitCode.Done;
    });
}
