using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Cabling;

/// <summary>CNP6303. The whole of what stops is the report of <see cref="FailureSimulation"/>; here is what concerns more than one host.</summary>
internal sealed class SingleFailuresMustNotStopTraffic : Rule
{
    public override string Id => "CNP6303";
    public override string Title => "Single failures must not stop traffic";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Warning, Advice, Meaning: "hosts of a cluster lose all NICs of a traffic type"),
        new("b", Warning, Advice, Meaning: "hosts of a cluster keep a NIC and are cut off from the rest"),
    ];
    public override string Team => "network";
    public override string Why => "Two legs are worth little when both pass one patch panel, one line card, one power unit or one trunk between racks: when that breaks, hosts of a cluster lose the traffic type together, instances stop, and CloudStack restarts what it cannot reach. One host per cluster may be lost; what a host lacks by itself (one NIC, one switch) CNP6301 and CNP6302 say.";
    public override string Rejected => "Both legs of all hosts of c2 pass through panel pp-a3.";
    public override string Accepted => "One leg through pp-a3, the other through pp-b3.";
    public override string Cure => "Move one leg of each host to another panel, switch or card; a second link between the switches. The report “What stops” shows every case.";
    public override RuleOrigins Origins => RuleOrigins.Judgement;
    public override Reads Reads => (Reads.Legs | Reads.Tagged | Reads.Storage) & ~(Reads.PortMtu | Reads.Surroundings);

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var failure in facts.Failures.Failures)
            foreach (var reason in failure.Stops.GroupBy(s => s.Reason))
            {
                var stops = reason.Select(s => (Stop: s, Hosts: s.Hosts.Where(h => !SaidElsewhere(failure.Kind, reason.Key, h)).ToList())).Where(s => s.Hosts.Count > 1).ToList();
                if (stops.Count == 0)
                    continue;
                var hosts = stops.SelectMany(s => s.Hosts).Select(h => h.Reference).Distinct().ToList();
                var (uplink, legs) = (stops[0].Hosts[0].Uplink, stops[0].Hosts[0].Legs);
                yield return Found(failure.Reference.Path, $"If {failure.Name} fails, {List(stops.Select(s => s.Stop.Traffic))} {(stops.Select(s => s.Stop.Traffic).Distinct().Count() == 1 ? "stops" : "stop")} for {List(stops.Select(s => $"cluster {s.Stop.Cluster} ({(s.Hosts.Count == s.Stop.ClusterHosts ? Count(s.Hosts.Count, "host") : $"{s.Hosts.Count} of {s.Stop.ClusterHosts} hosts")})"))}: "
                    + (reason.Key == StopReason.NoLegLeft ? $"{(legs == 1 ? "the only leg" : legs == 2 ? "both legs" : "all legs")} of {uplink} {(legs == 1 ? "depends" : "depend")} on it." : $"their switches are cut off from {List(stops.Select(s => s.Stop.CutOffFrom))}."), reason.Key == StopReason.NoLegLeft ? "a" : "b") with
                {
                    Objects = [failure.Reference, .. hosts],
                    Evidence = [.. stops.Take(20).Select(s => $"{s.Stop.Traffic} on {s.Stop.Network}, cluster {s.Stop.Cluster}: {List(s.Hosts.Select(h => $"{h.Reference.Name} ({h.Uplink})"))}"), .. failure.ZoneWide.Select(t => $"{t} stops on every host of the zone whose cabling is known")],
                    Subjects = [$"element:{failure.Kind}:{failure.Name}"],
                    Fixes = [new("Move one leg", Manual: reason.Key == StopReason.NoLegLeft
                        ? $"Move one leg of {uplink} away from {failure.Name} on {Count(hosts.Count - 1, "host")} at least: {List(hosts.Select(h => h.Name))}."
                        : $"Lay a second link between the switches that does not pass {failure.Name}.")],
                };
            }
    }

    // One NIC, or one switch for all NICs: rules about single hosts have said so.
    private static bool SaidElsewhere(FailureKind kind, StopReason reason, StoppedHost host) =>
        reason == StopReason.NoLegLeft && (host.Legs == 1 || (host.OneSwitch && kind is FailureKind.Switch or FailureKind.LineCard or FailureKind.PowerUnit));
}
