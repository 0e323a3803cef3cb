using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Vlans;

/// <summary>CNP5008.</summary>
internal sealed class ManagementRangesMustNotCarryAVlan : Rule
{
    public override string Id => "CNP5008";
    public override string Title => "Management ranges must not carry a VLAN";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Warning)];
    public override string Team => "network";
    public override string Why => "KVM, XenServer and VMware ignore the VLAN of a management range: system VMs come up untagged and reach nothing. The tag belongs to the bridge (KVM), the switch port, as its native VLAN (XenServer), or the label (VMware).";
    public override string Rejected => "A management range with VLAN 100.";
    public override string Accepted => "The range without VLAN, and cloudbr0 on bond0.100.";
    public override string Cure => "Clear the VLAN (one click) and tag where the hypervisor does.";
    public override RuleOrigins Origins => RuleOrigins.AcceptedButBreaks;
    public override Reads Reads => Reads.Pods | Reads.ManagementRanges;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var pod in facts.Design.Pods)
            foreach (var range in pod.ManagementRanges.Where(r => !CellSets.IsUntagged(r.Vlan)))
                yield return Found(DesignPath.Of(pod, range, "vlan"), $"The management range {range.StartIp}–{range.EndIp} of pod {pod.Name} names VLAN {range.Vlan}, which no hypervisor applies.") with
                {
                    Objects = [new("pod", pod.Name, DesignPath.Of(pod)), new("range", $"{range.StartIp}–{range.EndIp}", DesignPath.Of(pod, range))],
                    Fixes = [Set("Clear the VLAN", DesignPath.Of(pod, range, "vlan"), range.Vlan, null)],
                };
    }
}
