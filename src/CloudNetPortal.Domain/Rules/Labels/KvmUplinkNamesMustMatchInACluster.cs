using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Labels;

/// <summary>CNP3106.</summary>
internal sealed class KvmUplinkNamesMustMatchInACluster : KvmRule
{
    public override string Id => "CNP3106";
    public override string Title => "KVM uplink names must match in a cluster";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Warning)];
    public override string Why => "The bridge of a VLAN is named after the uplink (brbond1-512). Live migration looks for the bridge of the same name on the other host; with another uplink name it does not exist there.";
    public override string Rejected => "cloudbr1 stands on enp21 on kvm-01 and on enp20 on kvm-02.";
    public override string Accepted => "cloudbr1 stands on bond1 on both.";
    public override string Cure => "Give all hosts of the cluster one name for the uplink, best a bond.";
    public override RuleOrigins Origins => RuleOrigins.Host;
    public override Reads Reads => (Reads.Legs | Reads.Tagged) & ~(Reads.PortVlans | Reads.Cables | Reads.Surroundings);

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var group in Native(facts).Where(n => !n.Cell.Tagged.IsEmpty && n.Resolution.Uplink is not null).GroupBy(n => (n.Resolution.Host.Cluster, n.Resolution.Label)))
        {
            var names = group.DistinctBy(g => g.Resolution.Host).GroupBy(g => g.Resolution.Uplink!.Name).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
            if (names.Count < 2)
                continue;
            var odd = names.Skip(1).SelectMany(n => n).ToList();
            yield return Found(group.First().Cell.Path, $"In cluster {group.Key.Cluster.Name} {group.Key.Label} stands on {names[0].Key} on {Count(names[0].Count(), "host")}, but on {string.Join(", ", names.Skip(1).Select(n => $"{n.Key} on {List(n.Select(h => h.Resolution.Host.Name))}"))}: instances cannot move between them.") with
            {
                Objects = [.. odd.Select(o => o.Resolution.Host.Reference)],
                Fixes =
                [
                    .. Fix.Choose("Choose the name for all", names.Select(n => n.Key).Select(name => (Name: name, Others: group.Where(g => g.Resolution.Uplink!.Name != name).DistinctBy(g => g.Resolution.Host).ToList()))
                        .Where(c => c.Others.TrueForAll(o => CatalogueIndex.Named(o.Resolution.Host.Device!, c.Name) is null))
                        .Select(c => new Fix($"{c.Name} everywhere", CatalogueEdits: [.. c.Others.Select(o => new CatalogueEdit.SetPortField(o.Resolution.Host.Device!.Name, o.Resolution.Uplink!.Name, "name", c.Name))]) { Note = $"{Count(c.Others.Count, "host")} to rename, in the catalogue and on the host" })),
                    new("Rename it on the hosts", Manual: string.Join("\n", odd.Select(o => $"{o.Resolution.Host.Name}: put {o.Resolution.Uplink!.Name} into a bond called {names[0].Key}, or name it so (systemd.link: [Match] OriginalName={o.Resolution.Uplink.Name} [Link] Name={names[0].Key}), then restart the host"))),
                ],
                Evidence = [.. names.Select(n => $"{n.Key}: {List(n.Select(h => h.Resolution.Host.Name))}")],
                // One more host like most is none the worse.
                Values = string.Join(' ', names.Select((n, i) => i == 0 ? n.Key : $"{n.Key}: {string.Join(' ', n.Select(h => h.Resolution.Host.Name))}")),
            };
        }
    }
}
