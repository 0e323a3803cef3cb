using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Traffic;

/// <summary>CNP2002.</summary>
internal sealed class ZonesMustCarryTheirRequiredTraffic : Rule
{
    public override string Id => "CNP2002";
    public override string Title => "Zones must carry their required traffic";
    public override IReadOnlyList<RuleCase> Cases { get; } =
        [new("a", Error, Error, RefusedByServer: true, Meaning: "Management or Public: the zone is not enabled without"), new("b", Error, Error, Meaning: "Guest: the server enables the zone, and no instance can start")];
    public override string Team => "network";
    public override string Why => "Enabling the zone fails without Management (and, in an advanced zone, without Public). Public has to reach the physical host, because system VMs go out through it, but never the logical host. A missing Guest is even accepted, and no instance can start.";
    public override string Rejected => "An advanced zone with Guest and Management only.";
    public override string Accepted => "The same with Public on one of its physical networks.";
    public override string Cure => "Add the traffic type to a physical network (one click each).";
    public override RuleOrigins Origins => RuleOrigins.Server | RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Kind | Reads.Networks | Reads.Labels;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var networks = facts.Design.PhysicalNetworks;
        foreach (var type in facts.Kind?.RequiredTraffic ?? [])
            if (!networks.Exists(n => n.Traffic(type) is not null))
                yield return Found("physicalNetworks", $"No physical network of the zone carries {type}; {(facts.Kind!.NetworkType == "Basic" ? "a basic" : $"a zone of type {facts.Kind.Title}")} needs {string.Join(", ", facts.Kind.RequiredTraffic)}.", type == "Guest" ? "b" : "a") with
                {
                    Fixes = [.. networks.Select(n => TrafficEdits.Add(n, type, n.Traffic("Guest")?.Labels ?? n.Traffic("Management")?.Labels ?? []))],
                };
    }
}
