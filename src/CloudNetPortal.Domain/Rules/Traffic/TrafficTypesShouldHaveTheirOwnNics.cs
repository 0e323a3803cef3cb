using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Proposals;
using CloudNetPortal.Domain.Zones.Hypervisors;
using CloudNetPortal.Domain.Zones.Kinds;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Traffic;

/// <summary>CNP2010.</summary>
internal sealed class TrafficTypesShouldHaveTheirOwnNics : Rule
{
    public override string Id => "CNP2010";
    public override string Title => "Traffic types should have their own NICs";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Advice, Off, Meaning: "Guest and Management share NICs in an advanced zone"),
        new("b", Advice, Off, Meaning: "secondary storage shares the NICs of Management on more than four hosts"),
    ];
    public override string Team => "network";
    public override string Why => "VLANs separate traffic logically, not its load. Guest on NICs of its own keeps a busy tenant away from Management; secondary storage on NICs of its own shows when an instance is created from a template and when a snapshot is taken, because the image is copied then.";
    public override string Rejected => "16 hosts with one bond for everything.";
    public override string Accepted => "bond0 for Management, bond1 for Guest and Public, bond2 for Storage.";
    public override string Cure => "Give the traffic type a label on spare NICs; the evidence names the hosts that have some. Basic zones are judged by CNP2009.";
    public override RuleOrigins Origins => RuleOrigins.Practice;
    public override Reads Reads => (Reads.Legs | Reads.Kind | Reads.StorageRanges) & ~(Reads.PortVlans | Reads.Cables | Reads.Surroundings);

    private const int SmallZone = 4;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        if (facts.Kind is null or EdgeZone)
            yield break;
        var ranges = facts.Design.Pods.Exists(p => p.StorageRanges.Count > 0);
        foreach (var hypervisor in facts.Hypervisors)
        {
            if (Row(facts, hypervisor, "Management") is not { } management)
                continue;
            // Each physical network with Guest has a label of its own.
            foreach (var (guest, shared) in facts.Kind is BasicZone ? [] : facts.LabelRows.Where(r => r.Cell.Hypervisor == hypervisor && r.Cell.Label is not null && r.Cell.Is("Guest")).DistinctBy(r => r.Cell.Label).Select(r => (r, Together(facts, r, management))).Where(r => r.Item2.Count > 0))
                yield return Found(guest.Cell.Path, $"Guest ({guest.Cell.Label}) and Management ({management.Cell.Label}) share NICs on {List(shared.Select(h => h.Name))}.", "a") with { Objects = [.. shared.Select(h => h.Reference)], Evidence = Spare(facts, shared) };
            // Without a storage range secondary storage runs over Management, whatever its label says.
            if (facts.Hosts.Count <= SmallZone || facts.Kind is BasicZone && Row(facts, hypervisor, "Guest")?.Cell.Label == management.Cell.Label)
                continue;
            var storage = Row(facts, hypervisor, "Storage");
            // Without Storage traffic CloudStack adds it with the labels of Management.
            var over = !ranges || !facts.Design.PhysicalNetworks.Exists(n => n.Traffic("Storage") is not null) ? [.. management.Found.Select(f => f.Host)] : storage is null ? [] : Together(facts, storage, management);
            if (over.Count > 0)
                yield return Found((storage ?? management).Cell.Path, $"Secondary storage shares the NICs of Management on {Count(over.Count, "host")}{(ranges ? "" : ", because no pod has a storage range")}: templates and snapshots are copied over them.", "b") with { Objects = [.. over.Select(h => h.Reference)], Evidence = Spare(facts, over) };
        }
    }

    private static LabelRow? Row(RuleFacts facts, Hypervisor hypervisor, string traffic) => facts.LabelRows.FirstOrDefault(r => r.Cell.Hypervisor == hypervisor && r.Cell.Label is not null && r.Cell.Is(traffic));

    private static List<HostFacts> Together(RuleFacts facts, LabelRow one, LabelRow other) =>
        [.. one.Found.Where(r => facts.Resolve(r.Host, other.Cell.Label!).Legs is var legs && r.Legs.Any(l => legs.Any(m => m.Id == l.Id))).Select(r => r.Host)];

    private static IReadOnlyList<string> Spare(RuleFacts facts, IEnumerable<HostFacts> hosts) => [.. hosts.Select(h => (h.Name, Free: FreePorts.Spare(facts, h.Device!).Select(i => i.Name).ToList())).Where(h => h.Free.Count > 0).Take(20).Select(h => $"{h.Name}: spare {List(h.Free)}")];
}
