using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Compute;

/// <summary>CNP7003.</summary>
internal sealed class ClusterHostsShouldShareOneNetworkLayout : Rule
{
    public override string Id => "CNP7003";
    public override string Title => "Cluster hosts should share one network layout";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Warning, Advice)];
    public override string Team => "compute";
    public override string Why => "Instances move among the hosts of a cluster and expect the same network everywhere. A host with fewer or slower legs, another bond mode or a smaller MTU is the one on which they are slow, or large packets are lost.";
    public override string Rejected => "kvm-17: bond1 of two 10 Gbit/s legs, the others 25 Gbit/s.";
    public override string Accepted => "All hosts 2 × 25 Gbit/s, MTU 9000.";
    public override string Cure => "Bring the odd host to the layout of the others, or move it to a cluster of its own.";
    public override RuleOrigins Origins => RuleOrigins.Judgement;
    public override Reads Reads => Reads.Legs & ~(Reads.PortVlans | Reads.Cables | Reads.Surroundings);

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var cluster in facts.LabelRows.SelectMany(r => r.Found.Select(f => (r.Cell, Label: f))).GroupBy(f => (f.Label.Host.Cluster, f.Cell.Hypervisor, f.Label.Label)))
        {
            var labels = cluster.DistinctBy(f => f.Label.Host).Select(f => f.Label).ToList();
            foreach (var (what, values) in new (string, IEnumerable<(HostFacts Host, string? Value)>)[]
            {
                ("number of NICs", labels.Select(l => (l.Host, l.Legs.Count == 0 ? null : Count(l.Legs.Count, "NIC")))),
                ("speed", labels.Select(l => (l.Host, l.Legs.Select(i => i.SpeedMbps).Distinct().ToList() is [{ } speed] ? $"{speed} Mbit/s" : null))),
                ("bond mode", labels.Select(l => (l.Host, l.Uplink?.BondMode?.ToString()))),
                ("MTU", labels.Select(l => (l.Host, (l.Target?.Mtu ?? l.Uplink?.Mtu) is { } mtu ? $"{mtu}" : null))),
            })
            {
                var groups = values.Where(v => v.Value is not null).GroupBy(v => v.Value!).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
                if (groups.Count < 2)
                    continue;
                var odd = groups.Skip(1).SelectMany(g => g).Select(v => v.Host).ToList();
                yield return Found(cluster.First().Cell.Path, $"In cluster {cluster.Key.Cluster.Name} {cluster.Key.Label} differs in its {what}: {groups[0].Key} on {Count(groups[0].Count(), "host")}, {string.Join("; ", groups.Skip(1).Select(g => $"{g.Key} on {List(g.Select(v => v.Host.Name))}"))}.") with
                {
                    Objects = [.. odd.Select(h => h.Reference)],
                    Fixes = what == "MTU" ? [.. Fix.Choose("Choose the MTU for all", groups.Select(g => g.Key).Select(mtu => new Fix($"{mtu}", CatalogueEdits: [.. labels.Where(l => (l.Target?.Mtu ?? l.Uplink?.Mtu) is { } now && $"{now}" != mtu && l.Host.Device is not null)
                        .Select(l => new CatalogueEdit.SetPortField(l.Host.Device!.Name, (l.Target?.Mtu is null ? l.Uplink : l.Target)!.Name, "mtu", mtu))]) { Note = "in the catalogue; set it on the hosts as well" }))] : [new("Make them like the others", Manual: string.Join("\n", odd.Take(20).Select(h => $"{h.Name}: {cluster.Key.Label} with {groups[0].Key}, as on {groups[0].First().Host.Name}")))],
                    Evidence = [.. groups.Select(g => $"{g.Key}: {List(g.Select(v => v.Host.Name))}")],
                };
            }
        }
    }
}
