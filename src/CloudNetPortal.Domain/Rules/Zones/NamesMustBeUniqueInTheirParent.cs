using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Zones;

/// <summary>CNP1001.</summary>
internal sealed class NamesMustBeUniqueInTheirParent : Rule
{
    public override string Id => "CNP1001";
    public override string Title => "Names must be unique in their parent";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Error, Error, RefusedByServer: true, Meaning: "a name the server refuses, or one that two objects of the cloud have already"),
        new("b", Error, Error, Meaning: "two physical networks of one name, which the server takes"),
    ];
    public override string Team => "network";
    public override string Why => "CloudStack compares names of zones, pods and clusters without regard to case and refuses the second; it takes two physical networks of one name and later cannot tell them apart. A push finds what is there by name, so names have to be unique.";
    public override string Rejected => "Zones “AMS1” (on the cloud) and “ams1” (design).";
    public override string Accepted => "“ams1” and “ams2”.";
    public override string Cure => "Add a number or a word to one of the names. Names of removed pods and clusters count for CloudStack too; it does not list them, so such a clash shows at the push.";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Zone | Reads.Networks | Reads.Pods | Reads.Clusters | Reads.OtherZones | Reads.Cloud;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var design = facts.Design;
        var groups = new List<(string Kind, string Parent, List<(string Name, string Path)> Names)>
        {
            ("physical network", $"zone {design.Name}", [.. design.PhysicalNetworks.Select(n => (n.Name, DesignPath.Of(n, "name")))]),
            ("pod", $"zone {design.Name}", [.. design.Pods.Select(p => (p.Name, DesignPath.Of(p, "name")))]),
        };
        groups.AddRange(design.Pods.Select(p => ("cluster", $"pod {p.Name}", p.Clusters.Select(c => (c.Name, DesignPath.Of(p, c, "name"))).ToList())));
        foreach (var (kind, parent, names) in groups)
            foreach (var twins in names.Where(n => n.Name.Trim().Length > 0).GroupBy(n => n.Name.Trim(), StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            {
                var last = twins.Last();
                var name = Free(twins.Key, names.Select(n => n.Name));
                yield return Found(last.Path, $"{twins.Count()} {kind}s of {parent} are named “{last.Name}”; {(kind == "physical network" ? "CloudStack takes them, and afterwards nobody can tell them apart" : "CloudStack compares names without regard to case")}.", kind == "physical network" ? "b" : "a") with
                {
                    Objects = [.. twins.Select(t => new ObjectRef(kind, t.Name, t.Path))],
                    Fixes = [Set($"Name it {name}", last.Path, last.Name, name)],
                };
            }
        // Which of two live ones is meant nobody can tell: never the first.
        foreach (var twins in (facts.Input.Live?.Rows("listPhysicalNetworks") ?? []).Select(r => Snapshots.FieldPath.Text(r, "name")?.Trim() ?? "").GroupBy(n => n, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            if (design.PhysicalNetworks.Find(n => string.Equals(n.Name.Trim(), twins.Key, StringComparison.OrdinalIgnoreCase)) is { } network)
                yield return Found(DesignPath.Of(network, "name"), $"The cloud has {twins.Count()} physical networks named “{twins.Key}” in zone {design.Name}; which one {network.Name} is cannot be told.", "a") with { Objects = [new("physical network", network.Name, DesignPath.Of(network, "name"))] };
        var zones = facts.Input.OtherZones.Select(o => o.Name).Concat(facts.Input.Cloud?.ZoneNames ?? []).ToList();
        if (design.Name.Trim().Length == 0)
            yield break;
        foreach (var other in facts.Input.OtherZones.Where(o => string.Equals(o.Name.Trim(), design.Name.Trim(), StringComparison.OrdinalIgnoreCase)).Take(1))
            yield return Found("name", $"Another design for the same cloud is named “{other.Name}” as well.", "a") with { Objects = [new("zone", design.Name, "name")], Fixes = [Set($"Name it {Free(design.Name.Trim(), zones)}", "name", design.Name, Free(design.Name.Trim(), zones))] };
        // One live zone of exactly this name is normally this zone after its push; two, or one in other spelling, are not.
        var live = facts.Input.Cloud?.ZoneNames.Where(n => string.Equals(n.Trim(), design.Name.Trim(), StringComparison.OrdinalIgnoreCase)).ToList() ?? [];
        if (live.Count > 1)
            yield return Found("name", $"The cloud has {live.Count} zones named “{design.Name}”; which one is meant cannot be told.", "a") with { Objects = [new("zone", design.Name, "name")] };
        else if (live is [var name] && name != design.Name)
            yield return Found("name", $"The cloud already has a zone “{name}”; “{design.Name}” differs in case or blanks only and would be refused.", "a") with { Objects = [new("zone", name, "name")], Fixes = [Set($"Name it {Free(design.Name.Trim(), zones)}", "name", design.Name, Free(design.Name.Trim(), zones))] };
    }

    private static string Free(string name, IEnumerable<string> taken)
    {
        var all = taken.Select(t => t.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable.Range(2, all.Count + 1).Select(n => $"{name}-{n}").First(n => !all.Contains(n));
    }
}
