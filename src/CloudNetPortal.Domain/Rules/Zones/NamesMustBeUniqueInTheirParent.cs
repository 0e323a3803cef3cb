using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Zones;

/// <summary>CNP1001.</summary>
internal sealed class NamesMustBeUniqueInTheirParent : Rule
{
    public override string Id => "CNP1001";
    public override string Title => "Names must be unique in their parent";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Error, RefusedByServer: true)];
    public override string Team => "network";
    public override string Why => "CloudStack compares names of zones, pods and clusters without regard to case and refuses the second; it takes two physical networks of one name and later cannot tell them apart. A push finds what is there by name, so names have to be unique.";
    public override string Rejected => "Zones “AMS1” (on the cloud) and “ams1” (design).";
    public override string Accepted => "“ams1” and “ams2”.";
    public override string Cure => "Add a number or a word to one of the names.";
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
                var number = 2;
                while (names.Exists(n => string.Equals(n.Name.Trim(), $"{twins.Key}-{number}", StringComparison.OrdinalIgnoreCase)))
                    number++;
                yield return Found(last.Path, $"{twins.Count()} {kind}s of {parent} are named “{last.Name}”; CloudStack compares names without regard to case.") with
                {
                    Objects = [.. twins.Select(t => new ObjectRef(kind, t.Name, t.Path))],
                    Fixes = [Set($"Name it {twins.Key}-{number}", last.Path, last.Name, $"{twins.Key}-{number}")],
                };
            }
        foreach (var other in facts.Input.OtherZones.Where(o => string.Equals(o.Name.Trim(), design.Name.Trim(), StringComparison.OrdinalIgnoreCase)).Take(1))
            yield return Found("name", $"Another design for the same cloud is named “{other.Name}” as well.") with { Fixes = [Set($"Name it {design.Name.Trim()}-2", "name", design.Name, $"{design.Name.Trim()}-2")] };
        // One live zone of exactly this name is normally this zone after its push; two, or one in other spelling, are not.
        var live = facts.Input.Cloud?.ZoneNames.Where(n => string.Equals(n.Trim(), design.Name.Trim(), StringComparison.OrdinalIgnoreCase)).ToList() ?? [];
        if (live.Count > 1)
            yield return Found("name", $"The cloud has {live.Count} zones named “{design.Name}”; which one is meant cannot be told.");
        else if (live is [var name] && name != design.Name)
            yield return Found("name", $"The cloud already has a zone “{name}”; “{design.Name}” differs in case or blanks only and would be refused.");
    }
}
