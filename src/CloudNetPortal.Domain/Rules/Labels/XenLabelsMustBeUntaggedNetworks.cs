using CloudNetPortal.Domain.Catalogue.Ports;
using CloudNetPortal.Domain.Rules.Facts;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Labels;

/// <summary>CNP3202.</summary>
internal sealed class XenLabelsMustBeUntaggedNetworks : Rule
{
    public override string Id => "CNP3202";
    public override string Title => "XenServer labels must be untagged networks";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("a", Error, Warning), new("b", Error, Error, Meaning: "the management network itself is on a VLAN")];
    public override string Team => "compute";
    public override string Why => "For a VLAN CloudStack makes a network on the PIF of the label's network. When that network is a VLAN network itself, no second tag can be put on it, and the first tagged guest, public or storage NIC fails. The management network is stricter: a host whose management interface is on a VLAN is refused when it is added, “Unsupported configuration. Management network is on a VLAN.”";
    public override string Rejected => "A Guest label on a network with VLAN 200, guest VLANs 300–399; the management interface of a host on VLAN 30.";
    public override string Accepted => "A Guest label on the base network of the same PIF; a VLAN network under a label with nothing tagged in it.";
    public override string Cure => "Take the name-label of the base network (one click). Management: make its VLAN the native one of the switch port and put the management interface on the base network.";
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
            yield return Found(row.Cell.Path, $"{row.Cell.Label} ({row.Cell.Title}) is a network of VLAN {tagged[0].Target!.VlanId ?? tagged[0].VlanBelow!.VlanId} on {List(tagged.Select(t => t.Host.Name))}; VLANs {row.Cell.Tagged.ToDisplay()} cannot be put on it.", "a") with
            {
                Objects = [.. tagged.Select(t => t.Host.Reference)],
                Fixes = bases is [{ } name] ? [Set($"Use “{name}”", row.Cell.Path, row.Cell.Label, name)] : [],
            };
        }

        foreach (var row in facts.LabelRows.Where(r => r.Cell.Hypervisor.Key == "XenServer" && r.Cell.Is("Management")))
        {
            // The interface that bears the address decides; where nobody documented one, the network of the label.
            var onVlan = (from label in row.Found
                          let bearer = CatalogueIndex.AddressesOf(label.Host.Device!).Where(a => a.Address == label.Host.ManagementAddress).Select(a => a.Port).FirstOrDefault() ?? label.Target!
                          let vlan = bearer.VlanId ?? facts.Catalogue.BridgePorts(bearer).Select(p => p.VlanId).FirstOrDefault(v => v is not null)
                          where vlan is not null
                          select (label.Host, bearer, vlan)).ToList();
            foreach (var group in onVlan.GroupBy(h => (h.vlan, Name: XenServerLabels.NameLabelOf(h.bearer) ?? h.bearer.Name)))
                yield return Found(row.Cell.Path, $"The management interface of {List(group.Select(g => g.Host.Name))} is on {group.Key.Name}, VLAN {group.Key.vlan}; CloudStack refuses a XenServer host whose management network is on a VLAN. Make VLAN {group.Key.vlan} the native one of its switch port.", "b") with
                {
                    Objects = [.. group.Select(g => g.Host.Reference)],
                };
        }

        string? Base(LabelResolution label) => label.Host.Device!.Interfaces.Where(i => i is { Kind: InterfaceKind.XenNetwork, VlanId: null, NameLabel: not null } && i != label.Target)
            .FirstOrDefault(i => facts.Catalogue.BridgePorts(i).SelectMany(facts.Catalogue.LegsOf).Any(l => label.Legs.Any(m => m.Id == l.Id)) && facts.Catalogue.BridgePorts(i).All(p => p.VlanId is null))?.NameLabel;
    }
}
