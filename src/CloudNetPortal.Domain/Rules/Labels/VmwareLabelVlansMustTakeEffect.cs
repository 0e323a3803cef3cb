using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Zones.Hypervisors;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Labels;

/// <summary>CNP3303.</summary>
internal sealed class VmwareLabelVlansMustTakeEffect : Rule
{
    public override string Id => "CNP3303";
    public override string Title => "VMware label VLANs must take effect";
    public override IReadOnlyList<RuleCase> Cases { get; } =
    [
        new("a", Warning, Advice, Meaning: "a VLAN in a Guest or Public label"),
        new("b", Warning, Advice, Meaning: "a Storage label and its range name different VLANs"),
        new("c", Advice, Advice, Meaning: "a Storage label and its range name the same VLAN"),
    ];
    public override string Team => "compute";
    public override string Why => "The VLAN field of a VMware label counts only where the network has no VLAN of its own: Management, and storage ranges without VLAN. In a Guest or Public label it is ignored; of a storage range the range wins.";
    public override string Rejected => "Public label “vSwitch1,50”, public range with VLAN 60.";
    public override string Accepted => "Public label “vSwitch1”, public range with VLAN 60.";
    public override string Cure => "Remove the field (one click).";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Tagged | Reads.Pods;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var ranges = facts.Design.Pods.SelectMany(p => p.StorageRanges).Select(r => CellSets.VlanOf(r.Vlan)).OfType<int>().Distinct().ToList();
        foreach (var cell in facts.Cells.Where(c => c.Hypervisor.Key == "VMware"))
        {
            if (!VmwareLabel.TryParse(cell.Label, out var label, out _) || label.Vlan is not { } vlan)
                continue;
            var without = (label with { Vlan = null }).ToString();
            Fix[] fixes = [Set($"Use “{without}”", cell.Path, cell.Label, without)];
            ObjectRef[] objects = [new("network", cell.Network.Name, cell.Path), new("vlan", $"{vlan}")];
            if (cell.Is("Guest") || cell.Is("Public"))
                yield return Found(cell.Path, $"VLAN {vlan} in “{cell.Label}” ({cell.Title}) has no effect: {cell.Traffic.Type} takes the VLAN of its {(cell.Is("Guest") ? "network" : "range")}.", "a") with { Objects = objects, Fixes = fixes };
            else if (cell.Is("Storage") && ranges.Count > 0)
                yield return Found(cell.Path, $"“{cell.Label}” ({cell.Title}) names VLAN {vlan}, the storage {(ranges.Count == 1 ? "range" : "ranges")} {List(ranges.Select(r => $"{r}"))}; the range wins.", ranges.TrueForAll(r => r == vlan) ? "c" : "b") with { Objects = objects, Fixes = fixes };
        }
    }
}
