using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Labels;

/// <summary>CNP3121.</summary>
internal sealed class OvsStorageRangesMustNotCarryAVlan : KvmRule
{
    public override string Id => "CNP3121";
    public override string Title => "OVS storage ranges must not carry a VLAN";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Error)];
    public override string Why => "With Open vSwitch CloudStack ignores the VLAN of a storage range: eth3 of the secondary storage VM comes up untagged on the Storage bridge, in another VLAN than the storage servers.";
    public override string Rejected => "A storage range with VLAN 33, hosts with Open vSwitch.";
    public override string Accepted => "A range without VLAN, and the Storage bridge on a port whose untagged VLAN is 33.";
    public override string Cure => "Clear the VLAN of the range (one click), and let the switch ports of the Storage bridge take that VLAN untagged.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Legs | Reads.StorageRanges;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        var hosts = facts.Hosts.Where(h => h.UsesOpenVSwitch && h.Hypervisor?.Key == "KVM").ToList();
        if (hosts.Count == 0)
            yield break;
        var ends = facts.LabelRows.Where(r => r.Cell.Is("Storage")).SelectMany(r => r.Found).Where(r => r.Host.UsesOpenVSwitch).SelectMany(r => r.Legs.Select(l => facts.PathFrom(l))).Where(p => p.IsComplete).ToList();
        foreach (var pod in facts.Design.Pods)
            foreach (var range in pod.StorageRanges.Where(r => !CellSets.IsUntagged(r.Vlan)))
                yield return Found(DesignPath.Of(pod, range, "vlan"), $"The storage range {(string.IsNullOrWhiteSpace(range.EndIp) ? range.StartIp : $"{range.StartIp}–{range.EndIp}")} of pod {pod.Name} has VLAN {range.Vlan}, which {List(hosts.Select(h => h.Name))} with Open vSwitch {(hosts.Count == 1 ? "ignores" : "ignore")}: eth3 comes up untagged.") with
                {
                    Objects = [.. hosts.Select(h => h.Reference)],
                    Evidence = [.. ends.Take(20).Select(p => $"{p.ToDisplay()}: untagged VLAN {facts.VlansOf(p.End!.Port).Untagged?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "not documented"}")],
                    Fixes = [Set("Clear the VLAN of the range", DesignPath.Of(pod, range, "vlan"), range.Vlan, null)],
                };
    }
}
