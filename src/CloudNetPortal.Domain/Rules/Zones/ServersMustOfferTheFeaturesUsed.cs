using CloudNetPortal.Domain.Plans;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Zones;

/// <summary>CNP1015.</summary>
internal sealed class ServersMustOfferTheFeaturesUsed : Rule
{
    public override string Id => "CNP1015";
    public override string Title => "Servers must offer the features used";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, RefusedByServer: true, Meaning: "a command the push account may not use"),
        new("b", Error, Error, RefusedByServer: true, Meaning: "a feature that is switched off"),
    ];
    public override string Team => "network";
    public override string Why => "A CloudStack is built with or without plug-ins, and a role may forbid commands. Both answer 401, the same as a wrong key, in the middle of a push. listApis tells beforehand.";
    public override string Rejected => "A VMware zone, and addVmwareDc is not among the commands of the push account.";
    public override string Accepted => "All commands of the plan are listed; the account is a root admin.";
    public override string Cure => "Take a key of a root admin, or a CloudStack with the plug-in; else leave the feature out of the design. A read of the cloud counts for as long as other live data does.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.LiveData;
    public override Reads Reads => Reads.Everything & ~(Reads.Labels | Reads.OtherZones);

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        if (facts.Input.Cloud is not { Commands.Count: > 0 } cloud)
        {
            yield return Unverified("", $"Whether the cloud offers every command the plan of zone {facts.Design.Name} needs is not known: its commands were not read. Read the cloud.", "a");
            yield break;
        }
        var needed = Needed(facts);
        if (needed is null)
        {
            yield return Unverified("", $"Whether the cloud offers every command the plan of zone {facts.Design.Name} needs is not known: a design with these faults has no plan yet.", "a");
            yield break;
        }
        var offered = cloud.Commands.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = needed.Where(n => !offered.Contains(n.Command)).ToList();
        if (missing.Count > 0)
            yield return Found(missing[0].Path ?? "", $"The push account may not use {List(missing.Select(m => m.Command))}, which {(missing.Count == 1 ? $"“{missing[0].Title}” needs" : $"{missing.Count} steps need")}: its role does not allow {(missing.Count == 1 ? "it" : "them")}, or this CloudStack was built without the plug-in{(facts.Input.Now - cloud.ReadAt > facts.Input.Pack.LiveDataMaxAge ? $" (as of {cloud.ReadAt:yyyy-MM-dd})" : "")}.", "a") with
            {
                Evidence = [.. missing.Take(20).Select(m => $"{m.Command}: {m.Title}"), $"read {cloud.ReadAt:yyyy-MM-dd HH:mm} UTC"],
            };
        if (facts.Design.Routing is not null && string.Equals(cloud.Setting("routed.network.vpc.enabled"), "false", StringComparison.OrdinalIgnoreCase))
            yield return Found("routing", "The zone has routed subnets, and routed.network.vpc.enabled is false on the cloud.", "b") with { Fixes = [new("Switch it on", Manual: "updateConfiguration name=routed.network.vpc.enabled value=true")] };
        if (missing.Count == 0 && facts.Input.Now - cloud.ReadAt > facts.Input.Pack.LiveDataMaxAge)
            yield return Unverified("", $"The cloud offered every command of the plan on {cloud.ReadAt:yyyy-MM-dd}, more than {facts.Input.Pack.LiveDataMaxAge.TotalDays:0} days ago. Read the cloud again.", "a");
    }

    // The plan of a design with faults may not be one; other rules tell those.
    private static List<(string Command, string Title, string? Path)>? Needed(RuleFacts facts)
    {
        try
        {
            return [.. Planner.Plan(facts.Design, "", facts.Input.Catalogue).Steps.SelectMany(s => new[] { s.Command, s.Lookup?.Command, s.ReadBack?.Command }.OfType<string>().Select(c => (Command: c, s.Title, Path: s.DesignPath))).DistinctBy(c => c.Command)];
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
