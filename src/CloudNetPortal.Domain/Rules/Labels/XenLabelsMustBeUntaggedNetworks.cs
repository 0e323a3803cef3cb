using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Labels;

/// <summary>CNP3202.</summary>
internal sealed class XenLabelsMustBeUntaggedNetworks : Rule
{
    public override string Id => "CNP3202";
    public override string Title => "XenServer labels must be untagged networks";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Warning)];
    public override string Team => "compute";
    public override string Why => "For a VLAN CloudStack makes a network on the PIF of the label's network. When that network is a VLAN network itself, no second tag can be put on it, and the first tagged guest, public or storage NIC fails.";
    public override string Rejected => "A Guest label on a network with VLAN 200, guest VLANs 300–399.";
    public override string Accepted => "A Guest label on the base network of the same PIF; a VLAN network under a label with nothing tagged in it.";
    public override string Cure => "Take the name-label of the base network (one click).";
    public override RuleOrigins Origins => RuleOrigins.Host;
    public override Reads Reads => Reads.Legs | Reads.Tagged;

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var row in facts.LabelRows.Where(r => r.Cell.Hypervisor.Key == "XenServer" && !r.Cell.Tagged.IsEmpty))
        {
            var tagged = row.Found.Where(r => (r.Target!.VlanId ?? r.VlanBelow?.VlanId) is not null).ToList();
            if (tagged.Count == 0)
                continue;
            var bases = tagged.Select(Base).Distinct().ToList();
            yield return Found(row.Cell.Path, $"{row.Cell.Label} ({row.Cell.Title}) is a network of VLAN {tagged[0].Target!.VlanId ?? tagged[0].VlanBelow!.VlanId} on {List(tagged.Select(t => t.Host.Name))}; VLANs {row.Cell.Tagged.ToDisplay()} cannot be put on it.") with
            {
                Objects = [.. tagged.Select(t => t.Host.Reference)],
                Fixes = bases is [{ } name] ? [Set($"Use “{name}”", row.Cell.Path, row.Cell.Label, name)] : [],
            };
        }

        string? Base(LabelResolution label) => label.Host.Device!.Interfaces.Where(i => i is { Kind: InterfaceKind.XenNetwork, VlanId: null, NameLabel: not null } && i != label.Target)
            .FirstOrDefault(i => facts.Catalogue.BridgePorts(i).SelectMany(facts.Catalogue.LegsOf).Any(l => label.Legs.Any(m => m.Id == l.Id)) && facts.Catalogue.BridgePorts(i).All(p => p.VlanId is null))?.NameLabel;
    }
}
