using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Kinds;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Storage;

/// <summary>CNP8002.</summary>
internal sealed class StorageTrafficAndRangesMustComeTogether : Rule
{
    public override string Id => "CNP8002";
    public override string Title => "Storage traffic and ranges must come together";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("a", Error, Warning, Meaning: "ranges without Storage traffic"), new("b", Warning, Advice, Meaning: "Storage traffic of its own without ranges")];
    public override string Team => "storage";
    public override string Why => "“Storage traffic” means secondary storage: templates, ISO images and snapshots. It runs over Management unless a storage range gives the secondary storage VM a NIC of its own; without a range the Storage label is never used. Separating it pays when an instance is created from a template and when a snapshot is taken. Primary storage is moved by no label: the hypervisor's routing decides which NIC carries it.";
    public override string Rejected => "Storage label cloudbr2 and no storage range.";
    public override string Accepted => "Storage label cloudbr2 and a storage range in each pod; or the label of Management and no range.";
    public override string Cure => "Add a storage range to each pod, or let Storage have the labels of Management (one click).";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks | RuleOrigins.Practice;
    public override Reads Reads => Reads.Kind | Reads.Networks | Reads.Labels | Reads.Pods | Reads.StorageRanges | Reads.Clusters;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        if (facts.Kind is EdgeZone)
            yield break;
        var ranges = facts.Design.Pods.Sum(p => p.StorageRanges.Count);
        var carrier = facts.Design.PhysicalNetworks.Find(n => n.Traffic("Storage") is not null);
        if (ranges > 0 && carrier is null)
            yield return Found("physicalNetworks", $"The zone has {Count(ranges, "storage range")} but no Storage traffic; enabling it adds Storage to the physical network of Management, with its labels.", "a") with
            {
                Fixes = facts.Design.PhysicalNetworks.Find(n => n.Traffic("Management") is not null) is { } management ? [Traffic.TrafficEdits.Add(management, "Storage", management.Traffic("Management")!.Labels)] : [],
            };
        if (ranges > 0 || carrier is null)
            yield break;
        var own = facts.Cells.Where(c => c.Is("Storage") && c.Label is not null).Select(c => (Cell: c, Management: facts.Cells.FirstOrDefault(m => m.Is("Management") && m.Hypervisor == c.Hypervisor)?.Label)).Where(c => c.Cell.Label != c.Management).ToList();
        if (own.Count > 0)
            yield return Found(own[0].Cell.Path, $"Storage has the label {own[0].Cell.Label} ({own[0].Cell.Hypervisor.Key}), but no pod has a storage range: secondary storage will run over Management ({own[0].Management ?? "no label"}) all the same. “Storage traffic” means secondary storage; primary storage is moved by no label.", "b") with
            {
                Objects = [.. own.Select(o => new ObjectRef("network", o.Cell.Network.Name, o.Cell.Path))],
                Fixes = [new("Use the labels of Management", [.. own.Select(o => Domain.Zones.Documents.FieldEdit.Text(o.Cell.Path, o.Cell.Label, o.Management))])],
            };
        else if (carrier.Traffic("Management") is null && facts.Cells.Any(c => c.Is("Storage")))
            yield return Found(DesignPath.Of(carrier, carrier.Traffic("Storage")!), $"Storage has the physical network {carrier.Name} of its own, but no pod has a storage range: secondary storage will run over Management all the same. “Storage traffic” means secondary storage; primary storage is moved by no label.", "b") with
            {
                Objects = [new("network", carrier.Name, DesignPath.Of(carrier))],
            };
    }
}
