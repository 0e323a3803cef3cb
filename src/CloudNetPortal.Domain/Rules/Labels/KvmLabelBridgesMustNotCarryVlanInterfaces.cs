using CloudNetPortal.Domain.Catalogue.Ports;
using static CloudNetPortal.Domain.Rules.Severity;

namespace CloudNetPortal.Domain.Rules.Labels;

/// <summary>CNP3105.</summary>
internal sealed class KvmLabelBridgesMustNotCarryVlanInterfaces : KvmRule
{
    public override string Id => "CNP3105";
    public override string Title => "KVM label bridges must not carry VLAN interfaces";
    public override IReadOnlyList<RuleCase> Cases { get; } = [new("", Error, Warning)];
    public override string Why => "With a VLAN interface on top of a label bridge the agent has been seen to make its own VLAN devices on the wrong interface. The VLAN belongs below the bridge: bond0.3 as port of cloudbr0.";
    public override string Rejected => "The management address is on cloudbr0.3, and the Management label is cloudbr0.";
    public override string Accepted => "bond0.3 is a port of cloudbr0, the address is on cloudbr0.";
    public override string Cure => "Move the VLAN below a bridge of its own.";
    public override RuleOrigins Origins => RuleOrigins.Host;
    public override Reads Reads => Reads.Legs & ~(Reads.PortVlans | Reads.Cables | Reads.Surroundings);

    public override IEnumerable<Finding> Judge(RuleFacts facts)
    {
        foreach (var group in Native(facts).Where(n => n.Resolution.Target is { Kind: InterfaceKind.Bridge })
            .SelectMany(n => facts.Catalogue.VlansOn(n.Resolution.Target!).Where(v => !v.MadeByCloudStack).Select(v => (n.Cell, n.Resolution, Vlan: v))).GroupBy(n => n.Vlan.Name))
        {
            var hosts = group.Select(g => g.Resolution.Host).Distinct().ToList();
            var (cell, _, vlan) = group.First();
            yield return Found(cell.Path, $"{vlan.Name} stands on top of the label bridge {cell.Label} on {List(hosts.Select(h => h.Name))}; the VLAN has to be below a bridge.") with { Objects = [.. hosts.Select(h => h.Reference)], Evidence = [.. group.Take(20).Select(g => $"{g.Resolution.Host.Name}: {g.Vlan.Name} is VLAN {g.Vlan.VlanId} of {g.Resolution.Label}").Distinct()] };
        }
    }
}
