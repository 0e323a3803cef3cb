using CloudNetPortal.Domain.Addressing;
using System.Text.Json.Nodes;
using CloudNetPortal.Domain.Rules.Facts;
using CloudNetPortal.Domain.Rules.Proposals;
using CloudNetPortal.Domain.Zones.Documents;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Labels;

/// <summary>CNP3103.</summary>
internal sealed class KvmVlanBridgesMustMeanTheParent : KvmRule
{
    public override string Id => "CNP3103";
    public override string Title => "KVM VLAN bridges must mean the parent";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Warning, Advice)];
    public override string Why => "When the port of a label bridge is a VLAN device, the agent takes its parent as uplink: guest VLAN 300 under a bridge on bond0.200 goes out as VLAN 300 on bond0, not inside VLAN 200. For untagged traffic such a bridge is the recommended way.";
    public override string Rejected => "Guest label cloudbr1 on bond0.200, guest VLANs 300–399.";
    public override string Accepted => "Management label cloudbr0 on bond0.100, nothing tagged in it.";
    public override string Cure => "Label a bridge on the parent, or confirm that the parent is meant (one click).";
    public override RuleOrigins Origins => RuleOrigins.Host;
    public override Reads Reads => Reads.Legs | Reads.Tagged;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var group in Native(facts).Where(n => n.Resolution.VlanBelow is not null && !Beside(n.Cell, n.Resolution).IsEmpty && !n.Cell.Network.VlanBridgeMeansParent).GroupBy(n => (n.Cell.Network, n.Cell.Label, Below: n.Resolution.VlanBelow!.Name)))
        {
            var (cell, resolution) = group.First();
            var hosts = group.Select(g => g.Resolution.Host).Distinct().ToList();
            yield return Found(cell.Path, $"{group.Key.Label} ({cell.Title}) stands on {resolution.VlanBelow!.Name} on {List(hosts.Select(h => h.Name))}: VLANs {Beside(cell, resolution).ToDisplay()} will go out on {resolution.Uplink!.Name}, not inside VLAN {resolution.VlanBelow.VlanId}.") with
            {
                Objects = [.. hosts.Select(h => h.Reference)],
                Fixes = [.. Fix.Choose("Say which device is meant",
                [
                    new Fix($"{resolution.Uplink.Name} is meant", [new FieldEdit(DesignPath.Of(cell.Network, "vlanBridgeMeansParent"), JsonValue.Create(false), JsonValue.Create(true))]) { Note = "the VLANs go out beside the VLAN of the bridge, and that is right" },
                    .. HostLabels.For(facts, cell, name => facts.HostsOf(cell.Hypervisor).All(h => facts.Resolve(h, name) is { VlanBelow: null, Uplink: not null })),
                ])],
            };
        }
    }

    // The VLAN of the bridge itself goes out the same way either way; that it is made twice is CNP3104.
    private static VlanSet Beside(LabelCell cell, LabelResolution resolution) => resolution.VlanBelow?.VlanId is { } own ? cell.Tagged.Except(VlanSet.Of(own)) : cell.Tagged;
}
